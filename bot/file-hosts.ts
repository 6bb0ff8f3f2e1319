const thisMachine = new Set(['127.0.0.1', 'localhost', '[::1]']);

type Hosts = { profile: 'production' | 'local'; fileHosts: readonly string[] };

/** Whether a file may be fetched from, or put at, this address: storage of Microsoft 365, or in the local profile this machine. */
export function fileAddressAllowed({ profile, fileHosts }: Hosts, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, port } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (profile === 'local') return thisMachine.has(hostname);
  // Each school has a host of its own under it, such as larkfield-my.sharepoint.com.
  return protocol === 'https:' && port === '' && fileHosts.some((host) => hostname.endsWith(`.${host}`));
}
