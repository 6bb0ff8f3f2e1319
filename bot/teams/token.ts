/** Gives the token, from the cache of whoever is asked. `fresh` asks for a new one. */
export type TokenSource = (fresh?: boolean) => Promise<string | undefined>;

/** However many ask while one is being fetched, it is fetched once: the SDK alone would fetch one for each. */
export function singleFlight(source: TokenSource): TokenSource {
  const underway = new Map<boolean, Promise<string | undefined>>();
  return (fresh = false) => {
    const running = underway.get(fresh);
    if (running !== undefined) return running;
    const started = source(fresh).finally(() => underway.delete(fresh));
    underway.set(fresh, started);
    return started;
  };
}
