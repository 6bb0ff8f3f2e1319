/** What differs between one school's package and another's. */
export type Values = {
  /** The app id of the bot's registration in Entra; also the id of the package. */
  APP_ID: string;
  VERSION: string;
  /** The host that the bot answers on, without https:// or a path. */
  DOMAIN: string;
  DEVELOPER: string;
  WEBSITE: string;
  PRIVACY: string;
  TERMS: string;
  /** Added to the short name: empty, or ` (sample)` for a package that belongs to no bot. */
  MARK: string;
};

/** The manifest's text with every `${{NAME}}` filled. A name without a value stays, and is reported by `checkPackage`. */
export function fill(text: string, values: Values): string {
  const known = new Map<string, string>(Object.entries(values));
  // Why: a value goes inside a JSON text, so a quotation mark in a name must not end it.
  return text.replace(/\$\{\{(\w+)\}\}/g, (token, name: string) => JSON.stringify(known.get(name) ?? token).slice(1, -1));
}
