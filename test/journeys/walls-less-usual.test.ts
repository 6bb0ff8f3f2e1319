import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { useQuietSchool } from '#test/support/quiet-school.ts';
import {
  everythingSeen,
  onScreen,
  openForm,
  openTile,
  ownChat,
  pass,
  quiet,
  sendOpen,
  sendReport,
  showMore,
  tiles,
} from '#test/support/telling.ts';

describe('walls in less usual cases', () => {
  const school = useQuietSchool();
  const id = (name: string) => school.teams.idOf(name);

  it('the DSL who reports themself is not asked, and the headteacher and the deputy are', async () => {
    const dsl = school.teams.as('anita');
    await sendReport(dsl, 'adult', {
      'q.adult.me': true,
      'q.what': 'I left a register at home',
      'q.safe': 'no',
      'q.child.0.name': 'Sam Example',
    });
    await school.teams.as('judith').card(/OS-/);
    await school.teams.as('daniel').card(/OS-/);
    await pass(school, 30);
    assert.doesNotMatch(await ownChat(dsl), /URGENT|waiting/);
    await dsl.card(/Being handled by a colleague/);
  });

  it('a report about the chair goes past the chair', async () => {
    await sendReport(school.teams.as('robyn'), 'adult', {
      'q.adult.people': await id('yusuf'),
      'q.what': 'What I heard',
      'q.safe': 'no-child',
    });
    await pass(school, 60);
    assert.doesNotMatch(await everythingSeen(school.teams.as('yusuf')), /OS-|handled by a colleague/);
  });

  it('a report about the headteacher and the DSL goes past both', async () => {
    const both = [await id('judith'), await id('anita')];
    await sendReport(school.teams.as('robyn'), 'adult', { 'q.adult.people': both, 'q.what': 'What I saw', 'q.safe': 'no' });
    await school.teams.as('yusuf').card(/OS-/);
    await school.teams.as('daniel').card(/OS-/);
    await pass(school, 60);
    for (const name of ['judith', 'anita']) assert.doesNotMatch(await everythingSeen(school.teams.as(name)), /OS-|handled by a colleague/);
  });

  it('an adult typed among the children is walled like any other', async () => {
    await sendReport(school.teams.as('robyn'), 'bullying', {
      'q.may-have-done.0.name': 'Mr Cole',
      'q.what': 'Shouted at Sam',
      'q.worried': 'yes',
    });
    await school.teams.as('judith').card(/OS-/);
    await pass(school, 60);
    assert.doesNotMatch(await everythingSeen(school.teams.as('daniel')), /OS-|handled by a colleague/);
    assert.deepEqual(await school.teams.as('anita').cards({ in: 'Alerts' }), []);
  });

  it('reporters who hide a report from themselves by a slip keep sight of it', async () => {
    const robyn = school.teams.as('robyn');
    await sendReport(robyn, 'bullying', { 'x.hide': await id('robyn'), 'q.what': 'Messages in a group' });
    await robyn.card(/Sent to Mrs Shah \(10:00\)/);
    await pass(school, 30);
    assert.match(await ownChat(robyn), /Your report OS-/);
  });

  it('a danger alert that turns out to be about an adult leaves the channel', async () => {
    const robyn = school.teams.as('robyn');
    await openForm(robyn);
    await robyn.press('In danger now');
    await robyn.press('Alert the DSL and headteacher', { 'x.room': 'Room 4' });
    await school.teams.as('anita').card(/URGENT/, { in: 'Alerts' });
    await robyn.press(tiles.adult);
    await sendOpen(robyn, { 'q.adult.people': await id('owen'), 'q.what': 'What I saw' });
    await quiet(school);
    const places = [
      ...(await school.teams.as('anita').cards({ in: 'Alerts' })),
      ...(await school.teams.as('judith').cards({ in: "Head's office" })),
    ];
    for (const { text } of places) assert.equal(text, 'Being handled by a colleague. Nothing for you to do.');
    assert.ok(places.length > 0);
    const alone = await school.teams.as('judith').card(/URGENT/);
    assert.doesNotMatch(alone.text, /Room 4|About|Policy/);
  });

  it('danger raised on a form that names somebody is not told to them (S-01)', async () => {
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'adult');
    await robyn.press('In danger now');
    await robyn.press('Alert the DSL and headteacher', { 'q.adult.people': await id('anita') });
    await school.teams.as('judith').card(/URGENT/);
    await school.teams.as('daniel').card(/URGENT/);
    await pass(school, 30);
    assert.doesNotMatch(await everythingSeen(school.teams.as('anita')), /OS-|handled by a colleague/);
  });

  it('danger raised about a message is not told to its author (S-14)', async () => {
    await school.teams.as('judith').say('Stay behind after school', { in: 'Staffroom' });
    const robyn = school.teams.as('robyn');
    await robyn.messageAction('Stay behind after school');
    await robyn.press('In danger now');
    await robyn.press('Alert the DSL and headteacher');
    await school.teams.as('anita').card(/URGENT/);
    await pass(school, 30);
    const { conversations } = await school.teams.as('judith').state();
    assert.doesNotMatch(JSON.stringify(conversations), /OS-/);
  });

  it('danger raised on the form about adults tells both where nobody is named yet', async () => {
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'adult');
    await robyn.press('In danger now');
    await robyn.press('Alert the DSL and headteacher');
    for (const name of ['anita', 'judith']) await school.teams.as(name).card(/URGENT/);
    await quiet(school);
    assert.deepEqual(await school.teams.as('anita').cards({ in: 'Alerts' }), []);
  });
});

describe('danger, with a chair without an account', () => {
  const school = useQuietSchool({
    settings: (settings) => ({
      ...settings,
      holders: { ...settings.holders, chair: [] },
      outsiders: { chair: { name: 'Mr Yusuf Ali', phone: '01632 960 117' } },
    }),
  });

  it('asks the reporter to ring at once', async () => {
    const robyn = school.teams.as('robyn');
    await openForm(robyn);
    await robyn.press('In danger now');
    await robyn.press('It is about one of them');
    await robyn.press('It is about the headteacher');
    assert.match(await onScreen(robyn), /Alert sent \(10:00\) to Mrs Shah.*Please ring Mr Yusuf Ali on 01632 960 117 now\./);
    await quiet(school);
  });
});

describe('an unsent report that may be about somebody of the school', () => {
  const school = useQuietSchool();
  const toldOfDraft = async () => {
    const seen = await Promise.all(['anita', 'daniel', 'judith'].map(async (name) => everythingSeen(school.teams.as(name))));
    return ['anita', 'daniel', 'judith'].filter((_, i) => seen[i]?.includes('has not sent it'));
  };

  it('is not told to the DSL when an adult is named under *More*', async () => {
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'bullying');
    await showMore(robyn);
    await robyn.press('Who will it go to?', { 'x.adult.name': 'the caretaker' });
    await robyn.closeDialog();
    await pass(school, 61);
    assert.deepEqual(await toldOfDraft(), []);
  });

  it('is not told to the DSL when it began with a colleague’s message', async () => {
    await school.teams.as('owen').say('You are useless', { in: 'Year 5 planning' });
    const robyn = school.teams.as('robyn');
    await robyn.messageAction('You are useless');
    await robyn.press(tiles.bullying);
    await robyn.closeDialog();
    await pass(school, 61);
    assert.deepEqual(await toldOfDraft(), []);
  });

  it('is told to the deputy when the DSL may not see it', async () => {
    const robyn = school.teams.as('robyn');
    await openTile(robyn, 'bullying');
    await showMore(robyn);
    await robyn.press('Who will it go to?', { 'x.hide': await school.teams.idOf('anita') });
    await robyn.closeDialog();
    await pass(school, 61);
    assert.deepEqual(await toldOfDraft(), ['daniel']);
  });
});
