/**
 * Somebody's name as the directory gives it, fit to stand in any sentence of any card: a name is no place for formatting, links,
 * mentions or control characters, so the signs that would make them are left out. Letters of every alphabet stay.
 */
export function displayName(given: string): string {
  const shown = given
    .normalize('NFC')
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/[\\`*_{}[\]<>#~|]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return shown === '' ? 'A colleague' : shown;
}
