import type { Config } from '#bot/config.ts';

const thisMachine = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether answers, and with them our token, may be sent to this address. The local profile sends to this machine only. */
export function serviceUrlAllowed(config: Pick<Config, 'profile' | 'serviceUrls'>, serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, origin, username } = new URL(serviceUrl);
  if (username !== '') return false;
  if (config.profile === 'local') return thisMachine.has(hostname);
  return (protocol === 'https:' && config.serviceUrls.includes(hostname)) || config.serviceUrls.includes(origin);
}
