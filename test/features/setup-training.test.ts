import assert from 'node:assert/strict';
import { partsOf, textOf } from '#test/support/check-card.ts';
import { aSchool, cardOf, pressOn, type School } from './setup-harness.ts';

const text = (answer: Parameters<typeof cardOf>[0]) => (answer.kind === 'message' ? answer.text : textOf(cardOf(answer)));

describe('how often staff are trained, where the policy leaves it open', () => {
  let school: School;
  afterEach(() => school.store.close());
  beforeEach(async () => {
    school = await aSchool({ ruleSet: 'headteacher-first' });
  });

  it('is every six months until somebody answers, and set-up does not wait for it', async () => {
    const overview = text(await school.press('admin', 'setup.open'));
    assert.match(overview, /Staff training: every 6 months, until somebody says/);
    assert.doesNotMatch(overview, /^- .*train/im);
  });

  it('shows both readings and offers none longer than a year', async () => {
    const screen = await school.press('admin', 'setup.training');
    assert.match(text(screen), /every 6 months or every 24 months/);
    const offered = partsOf(cardOf(screen)).find((part) => part.id === 'staffMonths')?.choices as { value: string }[];
    assert.deepEqual(
      offered.map(({ value }) => value),
      ['6', '12'],
    );
  });

  it('is kept, shown and written down', async () => {
    const typed = { staffMonths: '12', auditEvery: 'year' };
    const saved = await pressOn(school, 'admin', await school.press('admin', 'setup.training'), 'Save', typed);
    assert.match(text(saved), /Staff training: every 12 months\./);
    assert.deepEqual((await school.settings()).settings.training, { staffMonths: 12, auditEvery: 'year' });
    assert.match(
      text(await school.press('admin', 'setup.log')),
      /chose that staff are trained every 12 months, and that the self-audit is once each school year\./,
    );
  });

  it('takes nothing else, and says so beside the choice', async () => {
    const screen = await school.press('admin', 'setup.training');
    for (const staffMonths of ['', '24', '0', 'twice'])
      assert.match(
        text(await pressOn(school, 'admin', screen, 'Save', { staffMonths, auditEvery: 'year' })),
        /Please choose one of the answers/,
      );
    assert.deepEqual((await school.settings()).settings.training, {});
  });

  it('is not for somebody who does not run set-up', async () => {
    assert.match(text(await school.press('cole', 'setup.training')), /nothing here for you/);
    assert.match(
      text(await school.press('cole', 'setup.training-save', { command: 'k', staffMonths: '12', auditEvery: 'term' })),
      /nothing here for you/,
    );
  });
});

describe('how often staff are trained, where the policy settles it', () => {
  let school: School;
  afterEach(() => school.store.close());
  beforeEach(async () => {
    school = await aSchool({ ruleSet: 'dsl-first' });
  });

  it('is not asked, and what is sent for it is left out', async () => {
    assert.doesNotMatch(text(await school.press('admin', 'setup.open')), /Staff training/);
    const screen = await school.press('admin', 'setup.training');
    assert.doesNotMatch(text(screen), /refresher/);
    await pressOn(school, 'admin', screen, 'Save', { staffMonths: '6', auditEvery: 'term' });
    assert.deepEqual((await school.settings()).settings.training, { auditEvery: 'term' });
  });
});

describe('how often the self-audit begins anew', () => {
  let school: School;
  afterEach(() => school.store.close());

  for (const ruleSet of ['dsl-first', 'headteacher-first'] as const)
    it(`is once each school year until somebody chooses (${ruleSet})`, async () => {
      school = await aSchool({ ruleSet });
      assert.match(text(await school.press('admin', 'setup.open')), /^Self-audit: once each school year\.$/m);
      const offered = partsOf(cardOf(await school.press('admin', 'setup.training'))).find((part) => part.id === 'auditEvery');
      assert.equal(offered?.value, 'year');
    });

  it('is kept, shown and written down, and leaves what was chosen for staff training', async () => {
    school = await aSchool({ ruleSet: 'dsl-first', training: { staffMonths: 6 } });
    const saved = await pressOn(school, 'admin', await school.press('admin', 'setup.training'), 'Save', { auditEvery: 'term' });
    assert.match(text(saved), /^Self-audit: in each term\.$/m);
    assert.deepEqual((await school.settings()).settings.training, { staffMonths: 6, auditEvery: 'term' });
    assert.match(text(await school.press('admin', 'setup.log')), /chose that the self-audit is in each term\./);
    const again = await pressOn(school, 'admin', await school.press('admin', 'setup.training'), 'Save', { auditEvery: 'term' });
    assert.match(text(again), /Nothing was different/);
  });

  it('takes nothing else, and says so beside the choice', async () => {
    school = await aSchool({ ruleSet: 'dsl-first' });
    const screen = await school.press('admin', 'setup.training');
    for (const auditEvery of ['', 'week', 'toString'])
      assert.match(text(await pressOn(school, 'admin', screen, 'Save', { auditEvery })), /Please choose one of the answers/);
    assert.deepEqual((await school.settings()).settings.training, {});
  });

  it('is not asked before the rules are chosen', async () => {
    school = await aSchool();
    assert.doesNotMatch(text(await school.press('admin', 'setup.open')), /Self-audit/);
    assert.match(text(await school.press('admin', 'setup.training')), /nothing here for you/);
  });
});
