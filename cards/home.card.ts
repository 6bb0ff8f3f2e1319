import { button, type Card, card, heading, line, opener } from './parts.ts';
import { type Contacts, dangerQuestion, inPerson } from './words.ts';

type Doing = { administrator: boolean; training: boolean };

const homeButtons = ({ administrator, training }: Doing) => [
  opener('Report a concern', 'report.open', {}, { style: 'positive' as const }),
  button('My reports', 'mine.list'),
  button('What happens to a report?', 'home.what-happens'),
  // Teams shows five at most: whoever looks after training writes *my training* for their own.
  training ? opener('Training', 'training.open') : button('My training', 'training.mine'),
  ...(administrator ? [opener('Set up', 'setup.open')] : []),
];

/** The answer to anything that is not a command. */
export function homeCard(view: Doing & { contacts: Contacts }): Card {
  return card(
    [
      heading('Online Safety'),
      line(`**${dangerQuestion}** Then fetch ${inPerson(view.contacts)}.`, { colour: 'attention' }),
      line(
        'Seen, heard or been told something worrying, online or off? Report it here. It takes under two minutes, and you do not need to be sure.',
      ),
    ],
    homeButtons(view),
    { speak: 'Online Safety. Report a concern, or see your reports.' },
  );
}

/** The answer to a typed command: Teams opens a dialog on a press only. */
export function openerCard(what: 'report' | 'set-up' | 'training'): Card {
  if (what === 'training')
    return card(
      [heading('Training'), line('Where the school stands, who is due, reminders and the register.')],
      [opener('Training', 'training.open', {}, { style: 'positive' })],
      { speak: 'Press Training.' },
    );
  if (what === 'set-up')
    return card([heading('Set up Online Safety')], [opener('Set up', 'setup.open', {}, { style: 'positive' })], { speak: 'Set up.' });
  return card(
    [line(`**${dangerQuestion}**`, { colour: 'attention' }), line('It takes under two minutes. You do not need to be sure.')],
    [opener('Report a concern', 'report.open', {}, { style: 'positive' })],
    { speak: 'Press Report a concern.' },
  );
}

/** On installation. */
export function welcomeCard(view: Doing & { contacts: Contacts }): Card {
  return card(
    [
      heading('Welcome to Online Safety'),
      line(
        'This is where you report a concern about a child, about something online, or about an adult who works here. The right people by our school’s policy are told within seconds, and it keeps asking until somebody answers.',
      ),
      line(
        'Write *report* at any time, or use *Report a concern* beside the message box, or *Report this message* in the “…” menu of any message.',
      ),
      line(`**${dangerQuestion}** Then fetch ${inPerson(view.contacts)}.`, { colour: 'attention' }),
    ],
    homeButtons(view),
    { speak: 'Welcome to Online Safety. Write report at any time.' },
  );
}

export function helpCard(): Card {
  return card(
    [
      heading('What you can write here'),
      line('**report**: report a concern'),
      line('**my reports**: what you sent, who is dealing with it, and *Something has changed*'),
      line('**what happens to a report?**: who is told, and when'),
      line('**my training**: what is due, what you have done, and *I’ve done it*'),
      line('**training**, **remind** and **reminders**: for whoever looks after training'),
      line('**set up**: for administrators of this app'),
      line('In any chat: *Report a concern* beside the message box; *Report this message* in the “…” menu of a message.'),
    ],
    homeButtons({ administrator: false, training: false }),
    { speak: 'You can write: report, my reports, what happens to a report, help.' },
  );
}

/** Duties G-42: what a reporter may expect, and what not. */
export function whatHappensCard(view: { first: string; next: string }): Card {
  const chain =
    view.first === ''
      ? 'Nobody is set up yet to be told. Go to the DSL in person.'
      : `Most reports go to ${view.first}${view.next === '' ? '' : `, then ${view.next}`}. The form shows who, before you send.`;
  return card(
    [
      heading('What happens to a report?'),
      line(`**1.** ${chain}`),
      line(
        '**2.** They get an alert at once. If nobody answers it goes to the next people, and again, until somebody does. When the school is closed, urgent reports ring whoever is on call; others wait until it opens.',
      ),
      line(
        '**3.** Your own card shows who is dealing with it, and when. That does not yet mean the child is safe: if anything changes, press *Something has changed*.',
      ),
      line(
        '**4.** Anybody the report is about cannot see it anywhere. Concerns about adults go to one or two people only, never to a channel.',
      ),
      line(
        '**5.** You are told that it is seen and when it is closed, not what was decided. You can always ask, and you may always ring children’s social care or 999 yourself.',
      ),
    ],
    [opener('Report a concern', 'report.open', {}, { style: 'positive' })],
    { speak: 'What happens to a report.' },
  );
}
