/** `Mrs Anita Shah` as colleagues say it: `Mrs Shah`. Without a title the whole name stands. */
export function called(name: string): string {
  const [first, ...rest] = name.trim().split(/\s+/);
  const titled = /^(mr|mrs|ms|miss|mx|dr|rev|sir|dame|prof|professor)\.?$/i.test(first ?? '');
  return titled && rest.length > 1 ? `${first} ${rest.at(-1)}` : name.trim();
}

/** `Mrs Shah`, `Mrs Shah and Mr Cole`, `Mrs Shah, Mr Cole and Mrs Lowe`. */
export function listed(names: string[], joint: 'and' | 'or' = 'and'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${joint} ${last}`;
}
