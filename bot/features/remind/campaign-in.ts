/** The reminder that a card names; undefined when it was not one of our cards. */
export function campaignIn({ campaign }: Record<string, unknown>): string | undefined {
  return typeof campaign === 'string' && /^[0-9A-Za-z-]{4,60}$/.test(campaign) ? campaign : undefined;
}
