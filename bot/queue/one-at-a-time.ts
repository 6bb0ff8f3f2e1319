/**
 * For each key one piece of work at a time in this process. Whoever asks for more meanwhile is answered at once with undefined, and the work
 * is done once more when it has ended, however many asked: so what is slow does not pile up. When it fails nobody's asking is lost, because
 * the caller whose work it was rejects and tries again.
 */
export function createOneAtATime<Result>(): (key: string, work: () => Promise<Result>) => Promise<Result | undefined> {
  const askedAgain = new Map<string, boolean>();
  return async (key, work) => {
    if (askedAgain.has(key)) {
      askedAgain.set(key, true);
      return undefined;
    }
    try {
      let result: Result;
      do {
        askedAgain.set(key, false);
        result = await work();
      } while (askedAgain.get(key));
      return result;
    } finally {
      askedAgain.delete(key);
    }
  };
}
