/** The default of every switch over a union: a case without an answer does not compile. */
export function impossible(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
