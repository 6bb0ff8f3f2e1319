const thisMachine = new Set(['127.0.0.1', 'localhost', '[::1]']);

type Addresses = { profile: 'production' | 'local'; serviceUrls: readonly string[] };

/** Whether answers, and with them our token, may be sent to this address. The local profile sends to this machine only. */
export function serviceUrlAllowed(config: Addresses, serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, origin, username } = new URL(serviceUrl);
  if (username !== '') return false;
  if (config.profile === 'local') return thisMachine.has(hostname);
  return (protocol === 'https:' && config.serviceUrls.includes(hostname)) || config.serviceUrls.includes(origin);
}
