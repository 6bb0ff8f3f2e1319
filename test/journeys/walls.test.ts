import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { pressForged } from '#test/support/forged-press.ts';
import { useQuietSchool } from '#test/support/quiet-school.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';
import { everythingSeen, onScreen, ownChat, pass, quiet, sendOpen, sendReport } from '#test/support/telling.ts';

const nothing = /There is nothing here for you to open/;

describe('the wall around a report', () => {
  const school = useQuietSchool();
  const id = (name: string) => school.teams.idOf(name);

  it('about the DSL sends it to others, and the deputy stands in', async () => {
    const key = await sendReport(school.teams.as('robyn'), 'adult', {
      'q.adult.people': await id('anita'),
      'q.what': 'What I saw',
      'q.safe': 'no',
      'q.child.0.name': 'Sam Example',
    });
    await school.teams.as('judith').card(/OS-/);
    await school.teams.as('daniel').card(/OS-/);
    await pass(school, 60);
    assert.doesNotMatch(await everythingSeen(school.teams.as('anita')), /OS-|handled by a colleague/);
    assert.match(await pressForged(school, 'anita', 'incident.open', { incident: key }, true), nothing);
    assert.match(await pressForged(school, 'anita', 'incident.acknowledge', { incident: key, command: '00000000' }), nothing);
  });

  it('hides it from somebody who may not see it, such as a spouse (S-15)', async () => {
    const key = await sendReport(school.teams.as('robyn'), 'imagery', { 'x.hide': [await id('daniel'), await id('carys')] });
    await pass(school, 30);
    for (const name of ['daniel', 'carys']) {
      assert.doesNotMatch(await everythingSeen(school.teams.as(name)), /OS-|handled by a colleague/);
      assert.match(await pressForged(school, name, 'incident.open', { incident: key }, true), nothing);
    }
    await school.teams.as('judith').card(/URGENT/);
    const dsl = school.teams.as('anita');
    await dsl.press({ title: 'Open' });
    assert.match(await onScreen(dsl), /Must not see this: Mr Cole/);
  });

  it('leaves whoever may have been harmed in sight of it (S-11)', async () => {
    await sendReport(school.teams.as('robyn'), 'bullying', { 'x.harmed': await id('anita'), 'q.what': 'Posts about a colleague' });
    await school.teams.as('anita').card(/OS-/);
  });

  it('lets a self-reporter see what they wrote and "seen by", and nothing added later (S-11)', async () => {
    const owen = school.teams.as('owen');
    const key = await sendReport(owen, 'adult', { 'q.adult.me': true, 'q.what': 'I gave a pupil my number', 'q.safe': 'yes' });
    await quiet(school);
    const receipt = await owen.card(/Your report OS-/);
    assert.match(receipt.text, /Being handled by a colleague\. Nothing for you to do\./);
    assert.doesNotMatch(receipt.text, /Lowe|Shah/);
    await school.teams.as('judith').press('I’m dealing with it');
    await quiet(school);
    const seen = await owen.card(/Seen by Mrs Lowe \(10:00\)\./);
    assert.deepEqual(
      seen.buttons.map(({ title }) => title),
      ['Show my report'],
    );
    await owen.press('Show my report');
    assert.match(await onScreen(owen), /I gave a pupil my number/);
    await owen.closeDialog();
    assert.match(await pressForged(school, 'owen', 'incident.open', { incident: key }, true), nothing);
    assert.match(await pressForged(school, 'owen', 'mine.changed', { incident: key }, true), nothing);
  });

  it('takes the author of a message reported by right-click for somebody possibly involved (S-14)', async () => {
    await school.teams.as('anita').say('Meet me after school', { in: 'Staffroom' });
    const robyn = school.teams.as('robyn');
    await robyn.messageAction('Meet me after school');
    await robyn.press('Something else, or not sure');
    await sendOpen(robyn);
    await school.teams.as('judith').card(/OS-/);
    await pass(school, 60);
    assert.doesNotMatch(await ownChat(school.teams.as('anita')), /OS-|handled by a colleague/);
  });

  it('stands when a name is typed instead of picked', async () => {
    await sendReport(school.teams.as('robyn'), 'bullying', { 'x.adult.name': 'Mr D. Cole', 'q.what': 'What I saw', 'q.worried': 'yes' });
    await school.teams.as('judith').card(/OS-/);
    await pass(school, 60);
    assert.doesNotMatch(await everythingSeen(school.teams.as('daniel')), /OS-|handled by a colleague/);
  });
});

describe('every surface, for everybody', () => {
  let school: TestSchool;
  let key: string;
  beforeEach(async () => {
    school = await startSchool();
    key = await sendReport(school.teams.as('robyn'), 'bullying', {
      'q.harmed.0.name': 'Sam Example',
      'q.what': 'Messages in a group',
      'x.hide': await school.teams.idOf('judith'),
    });
    await quiet(school);
  });
  afterEach(() => school.close());

  const surfaces = {
    open: ['incident.open', true],
    acknowledge: ['incident.acknowledge', false],
    'act as DSL': ['incident.act-as-dsl', false],
    'pass on': ['incident.pass-on', true],
    'my report': ['mine.open', true],
    'something has changed': ['mine.changed', true],
    rang: ['mine.rang', false],
  } as const;
  /** What they are let into; everything else is refused alike. */
  const letIn: Record<string, (keyof typeof surfaces)[]> = {
    robyn: ['my report', 'something has changed'],
    anita: ['open', 'acknowledge', 'act as DSL', 'pass on'],
    daniel: [],
    judith: [],
    carys: [],
    idris: [],
    owen: [],
    keisha: [],
    grace: [],
    yusuf: [],
  };

  for (const [name, allowed] of Object.entries(letIn)) {
    it(`${name} is let into ${allowed.join(', ') || 'nothing'}`, async () => {
      for (const [surface, how] of Object.entries(surfaces)) {
        const [verb, dialog] = how;
        const said = await pressForged(school, name, verb, { incident: key, command: `surface-${surface.replaceAll(' ', '-')}` }, dialog);
        const refused = nothing.test(said);
        if (surface === 'rang') assert.ok(refused || name === 'robyn', said);
        else assert.equal(refused, !allowed.some((one) => one === surface), `${name}, ${surface}: ${said}`);
      }
      const list = await school.teams.as(name).say('my reports');
      assert.equal(
        JSON.stringify(list.conversations.flatMap(({ messages }) => messages.slice(-1))).includes('OS-0000-0001'),
        name === 'robyn',
      );
    });
  }

  it('a pupil with an account is turned away kindly, whatever they press', async () => {
    const said = await pressForged(school, 'Nia Calloway', 'incident.open', { incident: key }, true);
    assert.doesNotMatch(said, /OS-|Sam/);
    assert.notEqual(said, '');
  });
});
