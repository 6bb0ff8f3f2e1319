import type { Card } from '#cards/parts.ts';
import type { Contacts } from '#cards/words.ts';

/** One card as somebody may see it, under the file that draws it. */
export type Sample = { file: string; what: string; draw: () => Card };

/** Names and words of samples that must never be carried by a button. */
export const said = ['Shah', 'Cole', 'Lowe', 'Ali', 'Patel', 'Robin Made-up', 'Room 4'];

export const key = '7K3M9QTX';
export const draft = { draft: key, command: '00000001ZZZZZZZZZZZZ' };
export const bare: Contacts = { phones: {}, opens: 'at 07:30' };
export const contacts: Contacts = {
  dsl: 'Mrs Shah or Mr Cole',
  chair: { name: 'Mr Ali', phone: '01632 960 140', post: 'chair of governors' },
  phones: {
    office: '201',
    socialCareDay: '01632 960 110',
    socialCareNight: '01632 960 111',
    lado: '01632 960 120',
    nspcc: '0800 000 000',
    prevent: '01632 960 130',
  },
  opens: 'on Mon 23 Nov, 07:30',
};

/** As much as a field may hold. */
export const longest = 'Robin said this about it. '.repeat(160).slice(0, 4_000);
