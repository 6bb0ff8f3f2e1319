/** The measured server's half of `child.ts`: says where it listens and answers what it is asked. */
export function serveParent(port: number): void {
  const tell = (message: object) => process.send?.(message);
  process.on('message', (asked) => {
    if (asked === 'memory') tell(memory());
  });
  process.once('disconnect', () => process.exit());
  tell({ url: `http://127.0.0.1:${port}` });
}

function memory() {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, resident: rss };
}
