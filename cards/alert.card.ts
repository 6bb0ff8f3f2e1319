import { button, type Card, card, facts, heading, line, opener, plain, reference } from './parts.ts';
import { doNotReply, neutral } from './words.ts';

/** What an alert may say wherever it stands (design, section 5): no name of a child, nothing that was told. */
type AlertView = {
  key: string;
  posting: string;
  urgency: 'urgent' | 'high' | 'standard' | 'routine';
  /** S-19: a technical or data-protection task, without the category. */
  task?: boolean;
  /** Undefined on private reports: then neither category nor citation is shown. In a place there is no citation. */
  category?: { label: string; cite?: string };
  sentAt: string;
  waiting: string;
  /** Danger, 1:1 only, never about an adult in school: where to go, and who is there. */
  goTo?: string;
  /** The reporter says they have told this person already. */
  toldInPerson?: boolean;
  /** Only the DSL team may stop it (S-03), and this person may act as DSL. */
  mayActAsDsl?: boolean;
  /** Somebody deals with the case, but this person's own answer is still owed. */
  dealtWith?: string;
  /** When whoever reported it last added something. */
  changedAt?: string;
  /** In a place: who is asked there, by Entra object id. */
  mentions?: { id: string; name: string }[];
  change: number;
};

const urgencyWord = {
  urgent: 'URGENT safeguarding report',
  high: 'Safeguarding report, high priority',
  standard: 'Online-safety report',
  routine: 'Online-safety report, routine',
};

export function alertCard(view: AlertView): Card {
  const title = `${view.task ? 'Online-safety task' : urgencyWord[view.urgency]} ${reference(view.key)}`;
  const ids = { incident: view.key, command: `${view.posting}-${view.change}` };
  const mentions = (view.mentions ?? []).map(({ id, name }) => ({
    type: 'mention' as const,
    text: `<at>${name}</at>`,
    mentioned: { id, name },
  }));
  return card(
    [
      heading(title),
      line(`Sent ${view.sentAt}, waiting ${view.waiting}.`),
      ...(view.category === undefined
        ? []
        : [
            facts([
              ['About', view.category.label],
              ...(view.category.cite === undefined ? [] : [['Policy', view.category.cite] satisfies [string, string]]),
            ]),
          ]),
      ...(view.goTo === undefined ? [] : [line(`**${plain(view.goTo)}**`, { colour: 'attention' })]),
      ...(view.toldInPerson ? [line('A colleague says that they have told you about this in person. Please confirm.')] : []),
      ...(view.dealtWith === undefined ? [] : [line(view.dealtWith, { colour: 'good' })]),
      ...changedPart(view.changedAt),
      ...(mentions.length === 0 ? [] : [line(mentions.map(({ text }) => text).join(' '))]),
      line(doNotReply, { subtle: true }),
    ],
    [
      button(view.dealtWith === undefined ? 'I’m dealing with it' : 'I know of it', 'incident.acknowledge', ids, { style: 'positive' }),
      ...(view.mayActAsDsl ? [button('I am acting as DSL', 'incident.act-as-dsl', ids)] : []),
      opener('Open', 'incident.open', { incident: view.key }),
      opener('I can’t: pass it on', 'incident.pass-on', { incident: view.key }),
    ],
    { speak: `${title}. Waiting ${view.waiting}.`, ...(mentions.length === 0 ? {} : { mentions }) },
  );
}

/** Said, not shown: what was added is read by opening the record. */
const changedPart = (at: string | undefined) =>
  at === undefined ? [] : [line(`**Something has changed: more was added (${at}). Please open it.**`, { colour: 'attention' })];

/** Somebody has it: who and when, for everyone. */
export function takenCard(view: { key: string; by: string; at: string; mine: boolean; othersOpen?: string; changedAt?: string }): Card {
  const who = view.mine ? 'You are' : `${view.by} is`;
  return card(
    [
      heading(reference(view.key)),
      line(`**${who} dealing with this (${view.at}).**`, { colour: 'good' }),
      ...(view.othersOpen === undefined ? [] : [line(view.othersOpen)]),
      ...changedPart(view.changedAt),
    ],
    [
      opener('Open', 'incident.open', { incident: view.key }),
      ...(view.mine ? [opener('I can’t: pass it on', 'incident.pass-on', { incident: view.key })] : []),
    ],
    { speak: `${reference(view.key)}. ${who} dealing with this.` },
  );
}

/** Nothing more is asked of this person, but the alert goes on: they answered for themselves only (S-03), or passed it on. */
export function stoodDownCard(view: {
  key: string;
  posting: string;
  change: number;
  how: 'answered' | 'passed-on';
  mayActAsDsl: boolean;
}): Card {
  const ids = { incident: view.key, command: `${view.posting}-${view.change}` };
  const said =
    view.how === 'answered'
      ? 'You have answered and are not asked again. The alert goes on until the DSL or a deputy answers.'
      : 'You have passed this on. The next people are being asked.';
  return card(
    [heading(reference(view.key)), line(said)],
    [
      ...(view.mayActAsDsl ? [button('I am acting as DSL', 'incident.act-as-dsl', ids)] : []),
      ...(view.how === 'passed-on' ? [button('I’m dealing with it', 'incident.acknowledge', ids)] : []),
      opener('Open', 'incident.open', { incident: view.key }),
    ],
    { speak: `${reference(view.key)}. ${said}` },
  );
}

/** S-14: the same everywhere for whoever may not see, whatever happened. */
export function neutralCard(): Card {
  return card([line(neutral)], [], { speak: neutral });
}

export function supersededCard(key: string): Card {
  return card([heading(reference(key)), line('There is a newer message about this below.')], [], {
    speak: 'There is a newer message about this below.',
  });
}

export function closedCard(key: string): Card {
  return card([heading(reference(key)), line('This is closed. Nothing more is asked of you.')], [], { speak: 'This is closed.' });
}

/** After "I'm dealing with it", when nothing has been written down within the hour (safeguarding rules, section 3). */
export function decisionChaseCard(view: { key: string; since: string }): Card {
  return card(
    [
      heading(`${reference(view.key)}: what has been decided?`),
      line(
        `You have been dealing with this since ${view.since}. Nothing is written down yet. Please open it and write what you have done or decided so far.`,
      ),
    ],
    [opener('Open', 'incident.open', { incident: view.key }), opener('I can’t: pass it on', 'incident.pass-on', { incident: view.key })],
    { speak: 'What has been decided so far?' },
  );
}

/** A deputy learns that the DSL deals with a report of their own. */
export function informedCard(view: { key: string; by: string }): Card {
  return card(
    [heading(reference(view.key)), line(`${view.by} has reported this and is dealing with it. You are told so that two people know.`)],
    [opener('Open', 'incident.open', { incident: view.key })],
    { speak: `${view.by} is dealing with a report of their own.` },
  );
}
