const zone = 'Europe/London';
const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

export const timeOf = (instant) => time.format(new Date(instant));
/** "Mon 23 Nov 2026" */
export const dayOf = (instant) => day.format(new Date(instant)).replaceAll(',', '');
