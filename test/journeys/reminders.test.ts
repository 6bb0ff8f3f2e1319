import assert from 'node:assert/strict';
import type { Card } from '#cards/parts.ts';
import type { TrainingBody } from '#stores/training-record.ts';
import type { Persona } from '#test/local-teams/client.ts';
import { allOut, campaigns, lookAt, progressOf, reminderOf, sendReminder } from '#test/support/reminding.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { onScreen } from '#test/support/telling.ts';

describe('a reminder from the coordinator', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ ruleSet: 'headteacher-first', training: true });
  });
  after(() => school.close());
  const as = (who: string) => school.teams.as(who);
  let preview: Card;

  it('is looked at before it goes: how many, when, and what they will see', async () => {
    const seen = await lookAt(as('idris'), { topic: 'refresher', words: 'Please do it before Friday.', who: 'staff' });
    assert.match(seen, /This goes to 9 people \(all staff\)/);
    assert.match(seen, /It goes out now/);
    assert.match(seen, /As M\w+ \w+ will see it/);
    assert.equal((await campaigns(school)).length, 0);
    preview = (await as('idris').dialog())?.card?.card as unknown as Card;
  });

  it('keeps everything on the way back', async () => {
    await as('idris').press('Back');
    const inputs = (await as('idris').dialog())?.card?.inputs ?? [];
    const value = (id: string) => inputs.find((input) => input.id === id)?.value;
    assert.deepEqual([value('topic'), value('words'), value('who')], ['refresher', 'Please do it before Friday.', 'staff']);
    await as('idris').press('Next');
    preview = (await as('idris').dialog())?.card?.card as unknown as Card;
  });

  it('arrives, as it was looked at', async () => {
    await as('idris').press('Send');
    assert.match(await onScreen(as('idris')), /It is on its way[\s\S]*It goes to 9 people, now/);
    await as('idris').closeDialog();
    await allOut(school);
    assert.match(
      (await reminderOf(as('robyn'))) ?? '',
      /Mr Field writes:\nPlease do it before Friday\.\nYour online-safety refresher was due/,
    );
    const [, first = ''] = /As M\w+ (\w+) will see it/.exec(JSON.stringify(preview)) ?? [];
    const arrived = (await as(first.toLowerCase()).card('A reminder')).card as unknown as Card;
    assert.deepEqual(stilled(shownIn(preview)), stilled(arrived.body));
  });

  it('says why it is asked for, where that is written, and where more is', async () => {
    assert.match(
      (await reminderOf(as('robyn'))) ?? '',
      /^So that everybody knows what pupils meet online today and what to do about it\.\nFrom: E-safety Policy, Educating staff\. More in: Child Protection and Safeguarding Policy\.$/m,
    );
    assert.match(await myTraining(as('anita')), /^More about training: Child Protection and Safeguarding Policy\.$/m);
  });

  it('goes to nobody but those who were meant', async () => {
    assert.equal(await reminderOf(as('keisha')), undefined);
    assert.equal(await reminderOf(as('yusuf')), undefined);
  });

  it('is done by whoever says so, on the day they name', async () => {
    await as('robyn').press('I’ve done it');
    await as('robyn').press('Save: I’ve done it', { 'on.refresher': '2026-11-20', 'certificate.refresher': 'A-17' });
    assert.match((await reminderOf(as('robyn'))) ?? '', /is done\. It is next due[\s\S]*You said that you did it on Friday 20 November/);
    assert.match(await myTraining(as('robyn')), /20 November/);
  });

  it('can have its day put right afterwards', async () => {
    await as('robyn').press('Change the day');
    await as('robyn').press('Save: I’ve done it', { 'on.refresher': '2026-11-19' });
    assert.match((await reminderOf(as('robyn'))) ?? '', /You said that you did it on Thursday 19 November/);
    const id = `training.${school.file.tenantId}_${await school.teams.idOf('robyn')}`;
    const events = (await school.store.records.read<TrainingBody>(school.file.school, id))?.body.events ?? [];
    assert.deepEqual(
      events.slice(-2).map(({ event }) => event.type),
      ['done', 'corrected'],
    );
  });

  it('keeps what was typed beside what is wrong', async () => {
    await as('owen').press('I’ve done it');
    await as('owen').press('Save: I’ve done it', { 'on.refresher': '2026-12-01', 'certificate.refresher': 'B-2' });
    const card = await as('owen').card(/still to come/);
    assert.equal(card.inputs.find(({ id }) => id === 'certificate.refresher')?.value, 'B-2');
    assert.equal(card.inputs.find(({ id }) => id === 'on.refresher')?.visible, true);
  });

  it('is put off by whoever has not done it yet', async () => {
    await as('tomasz').press('Remind me on…');
    await as('tomasz').press('Remind me then', { 'until.refresher': '2027-06-30' });
    assert.match((await reminderOf(as('tomasz'))) ?? '', /Please choose a day within the next two weeks\./);
    await as('tomasz').press('Remind me then', { 'until.refresher': '2026-11-27' });
    assert.match((await reminderOf(as('tomasz'))) ?? '', /You will be reminded on Friday 27 November/);
  });

  it('is put off to the day it is due and no farther', async () => {
    await as('owen').press('Remind me on…');
    await as('owen').press('Remind me then', { 'until.refresher': '2026-12-08' });
    assert.match((await reminderOf(as('owen'))) ?? '', /Please choose a day on or before the day it is due\./);
  });

  it('brings help to whoever asks for it', async () => {
    await as('wendy').press('I need help');
    assert.match((await reminderOf(as('wendy'))) ?? '', /You asked for help\. It has been passed on to Mr Field\./);
    await as('idris').card(/Mrs Wendy Marlow asked for help with Online-safety refresher/);
  });

  it('shows the sender how far it is, and says of nobody that they have seen it', async () => {
    await as('idris').card(/^Reminder: Online-safety refresher\nSent at 10:00\.[\s\S]*1 of 9 has done it\.[\s\S]*Delivered: 9\nDone: 1\n/);
    const seen = await openNewest(as('idris'));
    assert.match(seen, /Delivered: 9\nDone: 1\nChose a later day: 1\nAsked for help: 1\nCannot be reached: 0/);
    assert.doesNotMatch(seen, /\bseen\b/i);
    await as('idris').closeDialog();
  });

  it('is found again by whoever starts Teams anew, and by others who run training', async () => {
    await as('idris').say('reminders');
    await as('idris').card(/Online-safety refresher, to all staff who owe it\nSent at 10:00\. 1 of 9 has done it/);
    await as('judith').say('reminders');
    await as('judith').press('Open');
    assert.match(await onScreen(as('judith')), /Delivered: 9/);
    assert.doesNotMatch(await onScreen(as('judith')), /Nudge/);
    await as('judith').closeDialog();
  });

  it('nudges those who have not answered, once a day', async () => {
    const first = (await campaigns(school)).at(-1)?.campaign.key ?? '';
    await as('idris').press({ title: 'Open', data: { campaign: first } });
    await as('idris').press('Nudge those who haven’t');
    assert.match(await onScreen(as('idris')), /goes once more to 2 people[\s\S]*1 person chose a later day[\s\S]*1 person asked for help/);
    await as('idris').press('Nudge 2 people');
    assert.match(await onScreen(as('idris')), /It is on its way[\s\S]*those who had not answered an earlier reminder/);
    await as('idris').closeDialog();
    await allOut(school);
    await as('idris').press({ title: 'Open', data: { campaign: first } });
    await as('idris').press('Nudge those who haven’t');
    assert.match(await onScreen(as('idris')), /They have been nudged today already/);
    assert.match(await progressOf(as('idris')), /^0 of 2 have done it\.\nDelivered: 2\n/m);
    await as('idris').closeDialog();
    assert.equal((await campaigns(school)).length, 2);
    const counted = async (who: string) => (await as(who).cards()).filter(({ text }) => text.startsWith('A reminder')).length;
    assert.deepEqual([await counted('owen'), await counted('robyn'), await counted('tomasz')], [2, 1, 1]);
  });

  /** The dialog of the newest reminder. */
  async function openNewest(coordinator: Persona): Promise<string> {
    const [newest] = await campaigns(school);
    await coordinator.press({ title: 'Open', data: { campaign: newest?.campaign.key ?? '' } });
    return await onScreen(coordinator);
  }
});

describe('a message without a topic', () => {
  let school: TestSchool;
  before(async () => {
    school = await startSchool({ ruleSet: 'headteacher-first', training: true });
  });
  after(() => school.close());

  it('is nudged to those who have not read it, and to nobody who has', async () => {
    const as = (who: string) => school.teams.as(who);
    await sendReminder(school, as('idris'), { topic: 'none', words: 'Please read the new rules about phones.', who: 'staff' });
    await as('robyn').press('I’ve read this');
    await allOut(school);
    await as('idris').press({ title: 'Open', data: { campaign: (await campaigns(school))[0]?.campaign.key ?? '' } });
    await as('idris').press('Nudge those who haven’t');
    await as('idris').press('Nudge 8 people');
    await as('idris').closeDialog();
    await allOut(school);
    const had = async (who: string) => (await as(who).cards()).filter(({ text }) => text.startsWith('A message from school')).length;
    assert.deepEqual([await had('owen'), await had('robyn')], [2, 1]);
  });
});

async function myTraining(person: Persona): Promise<string> {
  await person.say('my training');
  return (await person.cards()).at(-1)?.text ?? '';
}

/** The reminder inside the last look. */
function shownIn(preview: Card): unknown[] {
  return (preview.body.at(-1)?.items as unknown[]) ?? [];
}

/** What differs between a card that acts and the same at rest. */
function stilled(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(stilled);
  if (typeof part !== 'object' || part === null) return part;
  const { isEnabled: _rests, type, ...rest } = part as Record<string, unknown>;
  const shown = type === 'Action.Execute' ? 'Action.Submit' : type;
  return { type: shown, ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, stilled(value)])) };
}
