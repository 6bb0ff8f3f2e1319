import assert from 'node:assert/strict';
import { alertCard, neutralCard } from '#cards/alert.card.ts';
import { nobodyYetCard, receiptCard } from '#cards/receipt.card.ts';
import { refusal } from '#cards/refusal.card.ts';
import { tilesCard } from '#cards/report-tiles.card.ts';
import { unsentCard, unsentToDslCard } from '#cards/unsent.card.ts';
import * as words from '#cards/words.ts';
import { refusals } from '#domain/decide.ts';
import { partsOf, textOf } from '#test/support/check-card.ts';
import { bare, contacts, draft, key } from './samples/sample.ts';
import { privateAlert } from './samples/telling.ts';

/** As somebody reads it: one text, the sentences in order. */
const read = (lines: string[]) => lines.join(' ');
const seenOn = (card: unknown, sentence: string) =>
  assert.ok(textOf(card).split('\n').join(' ').includes(sentence), `${sentence}\n\n${textOf(card)}`);

/** Safeguarding rules, section 4, word for word; "them" stands where the rules' example knows a man or a woman. */
const messages: [when: string, said: string, expected: string][] = [
  [
    'a child is in danger now',
    read(words.dangerNow(contacts)),
    'Ring 999 if a child could be hurt in the next few minutes. Stay with the child. Send an adult to fetch Mrs Shah or Mr Cole (not anyone this is about). An alert is not a reply: if nobody comes in 5 minutes, ring the office on 201.',
  ],
  [
    'there may be a picture of a child',
    read(words.imagery(contacts)),
    'Stop. Do not look, or ask to be shown. Do not copy, save, print, send or delete it, or ask a child to. If you are handed a device, turn it off and give it straight to the DSL. Do not ask for details. Say: "You were right to tell me. I need to tell Mrs Shah or Mr Cole, who will help." Do not tell parents or colleagues; the DSL decides. If you saw it by accident, tick the box; you will be supported.',
  ],
  [
    'somebody deals with it',
    words.seen('Mrs Shah', '15:24'),
    'Mrs Shah is dealing with this (15:24). That does not yet mean the child is safe. If anything changes, go to them or press *Something has changed*.',
  ],
  [
    'nobody has answered',
    read(words.nobodyYet('Mrs Shah, Mr Cole and Mrs Lowe', contacts)),
    'Nobody has answered. Mrs Shah, Mr Cole and Mrs Lowe have been alerted. Go to the office now. If you think the child may be harmed before you reach anyone, ring children’s social care on 01632 960 110 (day) or 01632 960 111 (night), or 999. You do not need permission.',
  ],
  [
    'it is about the headteacher',
    read(words.headIsSubject(contacts, 'Mrs Shah')),
    'This goes to the chair of governors, Mr Ali 01632 960 140. Mrs Shah will know only that a child may need help. The headteacher cannot see it here, or in any list or count. If a child may have been harmed, ring Mr Ali now. If you cannot reach them, or they are too close to it, ring the LADO on 01632 960 120. NSPCC whistleblowing advice: 0800 000 000. Tell no one else.',
  ],
  [
    'somebody may not open something',
    refusal('nothing-here'),
    'There is nothing here for you to open. If you are worried about a child, press *Report*.',
  ],
  [
    'a report could not be stored',
    read(words.notSent(contacts)),
    'NOT SENT. Nobody has been told. Keep this window open: closing it may lose what you typed. Tell Mrs Shah or Mr Cole in person (if it is about them: the headteacher or the chair). Then press *Try again*.',
  ],
  [
    'it is about an adult',
    read(words.adultConcern),
    'You do not need to be sure or have proof. Write what you saw, heard or were told. Do not speak to the adult, question the child, look at phones or accounts, or gather evidence; keep anything already sent to you, unless it may be a sexual image of a child: then do not open, keep or forward it; tell the head now. Tell no one else. The headteacher will take advice from the LADO where needed. If it is about you, telling us early is good practice.',
  ],
  ['nobody is set', words.notSetUp, 'Not set up. Nobody will be told. Go to the DSL.'],
  ['a report is begun and not sent', words.unsentReminder, 'You have not sent this. Nobody has been told.'],
  ['somebody may not see it', words.neutral, 'Being handled by a colleague. Nothing for you to do.'],
  ['a form is opened', words.onlyWhatYouKnow, 'Tell us only what you already know. Do not ask the child anything to fill this in.'],
  [
    'a child’s words are written down',
    read(words.recordingWords),
    'Record the child’s own words in the language used. Do not use another child or a relative to interpret.',
  ],
];

describe('what people are told when', () => {
  for (const [when, said, expected] of messages) it(when, () => assert.equal(said, expected));
});

describe('a school that has not given its names and numbers', () => {
  const said = [
    words.dangerNow(bare),
    words.imagery(bare),
    words.nobodyYet('', bare),
    words.headIsSubject(bare, undefined),
    words.notSent(bare),
  ];

  it('is told what to do all the same, with no gap in a sentence', () => {
    for (const text of said.map(read)) assert.doesNotMatch(text, /undefined| {2}| [.,:;]|\bon [,.]|on$/);
    assert.match(read(words.nobodyYet('', bare)), /Nobody could be alerted\. Go to the office now\./);
    assert.match(read(words.dangerNow(bare)), /fetch the designated safeguarding lead .*ring the office\.$/);
  });

  it('with one person alerted, says "has"', () => {
    assert.match(read(words.nobodyYet('Mrs Shah', bare)), /Mrs Shah has been alerted/);
  });
});

describe('an alert', () => {
  const alert = (change: object = {}) =>
    alertCard({ key, posting: 'p1', change: 1, urgency: 'urgent', sentAt: '15:21', waiting: '4 minutes', ...change });

  it('says how urgent it is, its reference and how long it waits, and offers three answers', () => {
    seenOn(alert(), 'URGENT safeguarding report OS-7K3M-9QTX Sent 15:21, waiting 4 minutes.');
    seenOn(alert(), 'Please don’t reply in this chat.');
    assert.deepEqual(
      alert().actions?.map(({ title }) => title),
      ['I’m dealing with it', 'Open', 'I can’t: pass it on'],
    );
  });

  it('about an adult or a governor says neither what kind of worry it is nor which policy', () => {
    assert.ok(!partsOf(privateAlert()).some(({ type }) => type === 'FactSet'));
    assert.doesNotMatch(textOf(privateAlert()), /About|Policy|KCSIE|bullying/i);
  });

  it('says where to go, as the reporter wrote it and not as markup', () => {
    seenOn(alert({ goTo: 'Go to Room 4; Ms Patel is there.' }), '**Go to Room 4; Ms Patel is there.**');
    seenOn(alert({ goTo: 'Go to **[x](http://x)** <at>; Ms Patel is there.' }), '\\*\\*\\[x\\]\\(http://x\\)\\*\\* ‹at›');
  });

  it('offers to act as DSL only to whoever may', () => {
    assert.ok(alert({ mayActAsDsl: true }).actions?.some(({ title }) => title === 'I am acting as DSL'));
  });

  it('that somebody may no longer see is the neutral sentence and nothing else', () => {
    assert.equal(textOf(neutralCard()), words.neutral);
    assert.equal(neutralCard().actions, undefined);
  });
});

describe('reminders and receipts', () => {
  it('say first that nothing was sent, and to the DSL who began it but never what', () => {
    seenOn(unsentCard({ draft: key, startedAt: '15:21' }), words.unsentReminder);
    seenOn(
      unsentToDslCard({ name: 'Ms Patel', startedAt: '15:21' }),
      'Ms Patel started a report (15:21) and has not sent it. Please ask them. What they wrote cannot be seen.',
    );
  });

  it('show every sentence for when nobody answers', () => {
    for (const sentence of words.nobodyYet('Mrs Shah', contacts)) seenOn(nobodyYetCard({ key, alerted: 'Mrs Shah', contacts }), sentence);
  });

  it('never say that something was seen because it was delivered (S-25)', () => {
    const waiting = receiptCard({
      ...{ key, sentAt: '15:21', detailsMissing: false, steps: ['Sent to Mrs Shah (15:21).'], waitingFor: 'Mrs Shah', held: false },
      ...{
        showNobodyYet: false,
        numbers: false,
        frozen: false,
        closed: false,
        mayTake: false,
        contacts,
        change: 1,
        posting: 'p1',
      },
    });
    seenOn(waiting, 'Nobody has answered yet.');
    assert.doesNotMatch(textOf(waiting), /\bseen\b|\bread\b|dealing with/i);
  });
});

describe('the first screen', () => {
  it('asks about danger first, with one tap to the two ways of alerting (S-01)', () => {
    const screen = tilesCard({ ...draft, tiles: [], contacts, inputs: {}, goesTo: 'Mrs Shah' });
    const all = textOf(screen);
    const order = [words.dangerQuestion, 'In danger now', 'Where are you?', 'Alert the DSL and headteacher', 'It is about one of them'];
    const places = order.map((text) => all.indexOf(text));
    assert.ok(
      places.every((place, i) => place >= 0 && place > (places[i - 1] ?? -1)),
      `${places}`,
    );
  });
});

describe('a refusal', () => {
  it('has a plain sentence for every reason', () => {
    for (const reason of refusals) {
      assert.match(refusal(reason), /^[A-Z].*[.]$/);
      assert.doesNotMatch(refusal(reason), /invalid|error|denied|failed|unauthori[sz]ed|must not/i);
    }
  });
});
