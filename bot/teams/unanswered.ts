/** What `fetch` throws when the other side was not there, broke off or took too long. Anything else is a fault of ours, or of signing in. */
export function isUnanswered(error: unknown): boolean {
  if (error instanceof DOMException) return error.name === 'TimeoutError';
  return error instanceof TypeError && error.cause instanceof Error;
}
