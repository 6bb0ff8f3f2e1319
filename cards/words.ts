import type { Phones } from '#domain/settings.ts';

/** Whom to fetch, ring or tell, by name: from the school's settings, less whoever the report is about. */
export type Contacts = {
  /** DSL and deputies, such as "Mrs Shah or Mr Cole"; undefined when nobody is set. */
  dsl?: string;
  /** To whom a report about the headteacher goes; a telephone number for a chair without an account. */
  chair?: { name: string; phone?: string; post: 'chair of governors' | 'vice-chair of governors' };
  phones: Phones;
  /** When what is held is sent, such as `at 07:30` or `on Mon 23 Nov, 07:30`. */
  opens: string;
};

/** The people to go to in person; the words for a school that has set nobody. */
export const inPerson = (contacts: Contacts): string => contacts.dsl ?? 'the designated safeguarding lead';

export const dangerQuestion = 'A child in danger now? Ring 999.';
export const onlyWhatYouKnow = 'Tell us only what you already know. Do not ask the child anything to fill this in.';
/** Everybody who would be told is left out: the school is set up, but nobody here may see it. */
export function nobodyLeft(contacts: Contacts): string {
  const { lado } = contacts.phones;
  const numbers = socialCare(contacts).join(' ');
  return `Everybody who would be told is left out of this, so nobody here is told. Ring the LADO${lado === undefined ? '' : ` on ${lado}`}. ${numbers}`.trim();
}
export const notSetUp = 'Not set up. Nobody will be told. Go to the DSL.';
export const neutral = 'Being handled by a colleague. Nothing for you to do.';

/** S-01. An alert is not a reply, so every sentence is something to do. */
export function dangerNow(contacts: Contacts): string[] {
  const office = contacts.phones.office === undefined ? 'ring the office' : `ring the office on ${contacts.phones.office}`;
  return [
    'Ring 999 if a child could be hurt in the next few minutes. Stay with the child.',
    `Send an adult to fetch ${inPerson(contacts)} (not anyone this is about).`,
    `An alert is not a reply: if nobody comes in 5 minutes, ${office}.`,
  ];
}

/** Duties G-36: the numbers are shown before anything else is asked. */
export function socialCare({ phones: { socialCareDay: day, socialCareNight: night } }: Contacts): string[] {
  const numbers = [day === undefined ? [] : [`${day} (day)`], night === undefined ? [] : [`${night} (night)`]].flat();
  return numbers.length === 0 ? [] : [`Children’s social care: ${numbers.join(' or ')}.`];
}

/** UKCIS nudes guidance: do not view, keep or delete; S-13. */
export function imagery(contacts: Contacts): string[] {
  return [
    'Stop. Do not look, or ask to be shown. Do not copy, save, print, send or delete it, or ask a child to.',
    'If you are handed a device, turn it off and give it straight to the DSL. Do not ask for details.',
    `Say: "You were right to tell me. I need to tell ${inPerson(contacts)}, who will help."`,
    'Do not tell parents or colleagues; the DSL decides. If you saw it by accident, tick the box; you will be supported.',
  ];
}

/** KCSIE, Part four: no proof needed, no investigation, nothing said to the adult. */
export const adultConcern = [
  'You do not need to be sure or have proof. Write what you saw, heard or were told.',
  'Do not speak to the adult, question the child, look at phones or accounts, or gather evidence; keep anything already sent to you, unless it may be a sexual image of a child: then do not open, keep or forward it; tell the head now.',
  'Tell no one else. The headteacher will take advice from the LADO where needed. If it is about you, telling us early is good practice.',
];

export const recordingWords = ['Record the child’s own words in the language used. Do not use another child or a relative to interpret.'];

export function seen(name: string, time: string): string {
  return `${name} is dealing with this (${time}). That does not yet mean the child is safe. If anything changes, go to them or press *Something has changed*.`;
}

/** S-03, and KCSIE Part one: anybody may refer; no permission is needed. */
export function nobodyYet(alerted: string, contacts: Contacts): string[] {
  const { socialCareDay: day, socialCareNight: night } = contacts.phones;
  const numbers = [day === undefined ? [] : [`${day} (day)`], night === undefined ? [] : [`${night} (night)`]].flat().join(' or ');
  return [
    `Nobody has answered. ${alerted === '' ? 'Nobody could be alerted.' : `${alerted} ${alerted.includes(' and ') ? 'have' : 'has'} been alerted.`} Go to the office now.`,
    `If you think the child may be harmed before you reach anyone, ring children’s social care${numbers === '' ? '' : ` on ${numbers}`}, or 999. You do not need permission.`,
  ];
}

/** Duties G-27: the headteacher is the subject. */
export function headIsSubject(contacts: Contacts, dslKnowsOfChild: string | undefined): string[] {
  const { chair } = contacts;
  const { lado, nspcc } = contacts.phones;
  const ringLado = `ring the LADO${lado === undefined ? '' : ` on ${lado}`}`;
  const child = dslKnowsOfChild === undefined ? '' : ` ${dslKnowsOfChild} will know only that a child may need help.`;
  return [
    `${chair === undefined ? 'Nobody among the governors can be told of this here.' : `This goes to the ${chair.post}, ${chair.name}${chair.phone === undefined ? '' : ` ${chair.phone}`}.`}${child}`,
    'The headteacher cannot see it here, or in any list or count.',
    chair === undefined
      ? `If a child may have been harmed, ${ringLado} now.`
      : `If a child may have been harmed, ring ${chair.name} now. If you cannot reach them, or they are too close to it, ${ringLado}.`,
    `${nspcc === undefined ? '' : `NSPCC whistleblowing advice: ${nspcc}. `}Tell no one else.`,
  ];
}

export const notSaved = 'NOT SAVED: the record cannot be reached just now.';

export function notSent(contacts: Contacts, then = 'Then press *Try again*.'): string[] {
  return [
    'NOT SENT. Nobody has been told.',
    'Keep this window open: closing it may lose what you typed.',
    `Tell ${inPerson(contacts)} in person (if it is about them: the headteacher or the chair). ${then}`,
  ];
}

/** A danger alert went out before: nobody may read that nobody has been told. */
export function notSentAfterAlert(contacts: Contacts, then?: string): string[] {
  return ['NOT SENT: what you wrote here. The danger alert that you sent before it stands.', ...notSent(contacts, then).slice(1)];
}

/** Nobody can say "not sent" of what may be stored. Sending again is safe, because it is applied once. */
export function uncertain(contacts: Contacts, then?: string): string[] {
  return ['It is not certain that this was sent.', ...notSent(contacts, then).slice(1), 'It cannot be sent twice.'];
}

/** Nobody could tell what became of the first press, and it was changed before the second. */
export const sentAsItWas =
  'It was sent as it was when you first pressed. What you changed since then is not in it: write *my reports* and press *Something has changed* to add it.';

/** Nothing can be begun: the store is down. */
export function cannotReport(contacts: Contacts): string {
  return `You cannot report here just now, and nobody has been told: the record cannot be reached. Tell ${inPerson(contacts)} in person (if it is about them: the headteacher or the chair). If a child could be hurt now, ring 999.`;
}

export function alertsDelayed(contacts: Contacts): string {
  return `Saved. Alerts are delayed: tell ${inPerson(contacts)} in person.`;
}

/** A danger alert is out, so "nobody has been told" would be wrong. */
export const alertWithoutReport = 'Your danger alert is out. What happened is not written down yet.';
export const unsentReminder = 'You have not sent this. Nobody has been told.';
/** S-03. */
export const dslStillAsked = 'The alert to the DSL goes on until the DSL or a deputy answers, or a senior leader acting as DSL.';
export const doNotReply = 'Please don’t reply in this chat.';
