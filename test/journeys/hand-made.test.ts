import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { incidentId } from '#stores/incident-record.ts';
import { handMade, long } from '#test/support/hand-made.ts';
import { allDelivered, begin, bullying, incidentsOf, reportBullying, toldLast } from '#test/support/reporting.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';

const nothingHere = 'There is nothing here for you to open. If you are worried about a child, press *Report*.';
const notValid = 'That card is no longer valid. Write *home* to start again.';
const outdated = /That button is from an older card, so nothing was done/;

describe('buttons and forms that no card of ours would send', () => {
  let school: TestSchool;
  let key: string;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first' });
    key = await reportBullying(school.teams.as('robyn'), { 'q.harmed.0.name': 'Sam Example' });
    await allDelivered(school);
  });
  after(() => school.close());
  const by = (who: string) => handMade(school, who);
  const events = async (of = key) =>
    (await incidentsOf(school)).find(({ id }) => id === incidentId(of))?.body.events.map(({ event }) => event);

  for (const verb of ['incident.erase', 'toString', '__proto__', 'constructor', '', 7, null, ['report.send'], { verb: 'report.send' }]) {
    it(`with the verb ${JSON.stringify(verb)} do nothing, and say so`, async () => {
      assert.match((await by('anita').execute(verb, { incident: key })).said, outdated);
      assert.match((await by('anita').submit({ verb, incident: key })).said, outdated);
    });
  }

  it('with the key of another school are answered as one that is missing, whatever they ask', async () => {
    const stored = await school.store.records.read(school.file.school, incidentId(key));
    assert.ok(stored !== undefined);
    const { etag: _etag, ...doc } = stored;
    await school.store.records.create({ ...doc, school: 'oakfield', id: 'incident.00AKF1ED' });
    for (const verb of [
      'incident.open',
      'incident.acknowledge',
      'incident.pass-on',
      'incident.pass-on-send',
      'incident.note',
      'mine.open',
      'mine.changed-send',
    ])
      for (const incident of ['00AKF1ED', 'ZZZZZZZZ', '../settings', 'incident.00AKF1ED', '', 7, ['00AKF1ED'], { $ne: null }, null])
        assert.equal(
          (await by('anita').submit({ verb, incident, command: 'some-command', reason: 'x', text: 'x' })).said,
          nothingHere,
          verb,
        );
    const other = await school.store.records.read('oakfield', 'incident.00AKF1ED');
    assert.deepEqual(other?.body, doc.body);
  });

  it('that claim a role are believed in nothing', async () => {
    const claims = {
      role: 'dsl',
      roles: ['dsl'],
      administrator: true,
      actor: { administrator: true },
      school: 'oakfield',
      person: 'anita',
    };
    const data = { ...claims, incident: key, command: 'some-command' };
    for (const verb of ['incident.open', 'incident.acknowledge', 'incident.act-as-dsl'])
      assert.equal((await by('owen').submit({ ...data, verb })).said, nothingHere);
    assert.doesNotMatch((await by('owen').open({ verb: 'setup.open', ...claims })).said, /Roles|Terms/);
    assert.doesNotMatch(
      (await by('owen').submit({ verb: 'setup.role-save', ...claims, command: 'some-command', 'role.people': 'x' })).said,
      /Saved/,
    );
  });

  it('give set-up names that are too long, or people with half a character: shown again whole, and nothing is saved', async () => {
    const save = (typed: object) =>
      by('idris').submit({ verb: 'setup.role-save', role: 'chair', command: 'names-typed', 'outsider-phone': '01632 960 104', ...typed });
    for (const [name, shown = name] of [[`${long(79)}😀`], [`${long(499)}😀`, long(499)]] as const) {
      const { said, inputs } = await save({ 'outsider-name': name });
      assert.match(said, /That is too long\. Please shorten it\./);
      assert.equal(inputs['outsider-name'], shown);
    }
    const { said } = await save({ 'outsider-name': 'Mr Example', holders: 'a1000000\ud83d' });
    assert.match(said, /not (on|in) the school’s list/);
  });

  for (const command of [
    undefined,
    '',
    'x',
    long(200),
    '../../etc',
    'a b c d e f',
    {},
    null,
    7,
    ['some-command'],
    '\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000',
  ])
    it(`with the command ${JSON.stringify(command)?.slice(0, 20)} change nothing`, async () => {
      const before = await events();
      assert.equal((await by('anita').execute('incident.acknowledge', { incident: key, command })).said, nothingHere);
      assert.equal((await by('robyn').submit({ verb: 'report.send', draft: 'AAAAAAAA', command, 'q.what': 'x' })).said, notValid);
      assert.deepEqual(await events(), before);
      assert.equal((await incidentsOf(school)).length, 1);
    });

  it('that ask in a chat for what only a dialog shows are refused there, and names stay out of it', async () => {
    const chat = by('anita');
    for (const verb of ['incident.open', 'incident.note', 'mine.open']) {
      const { said } = await chat.execute(verb, { incident: key, command: 'some-command', dialog: true, note: 'x' });
      assert.doesNotMatch(said, /Sam Example/);
    }
    await chat.post({ verb: 'incident.open', incident: key });
    const { said } = await chat.execute('incident.acknowledge', { incident: key, command: 'from-the-chat', dialog: true });
    assert.doesNotMatch(said, /Sam Example/);
    const all = (await school.teams.as('anita').messages()).map(({ text, card }) => `${text} ${card?.text}`).join('\n');
    assert.doesNotMatch(all, /Sam Example/);
  });

  it('with more than 256 KB are refused, and the next is answered', async () => {
    const before = (await incidentsOf(school)).length;
    const { status, said } = await by('robyn').submit({
      verb: 'report.send',
      draft: 'AAAAAAAA',
      command: 'some-command',
      'q.what': long(1_048_576),
    });
    assert.deepEqual([status, said], [413, 'The body is too big.']);
    assert.equal((await incidentsOf(school)).length, before);
    assert.match((await by('robyn').open({ verb: 'report.new' })).said, /What is it about/);
  });

  it('press a card whose case is closed: told so, nothing changes', async () => {
    const dsl = school.teams.as('anita');
    const closing = await reportBullying(school.teams.as('owen'));
    await dsl.card(/Safeguarding report/);
    await by('anita').execute('incident.acknowledge', { incident: closing, command: 'taken-here' });
    await by('anita').submit({ verb: 'incident.withdraw', incident: closing, command: 'closed-here', note: 'Sent twice' });
    const before = await events(closing);
    assert.equal(before?.at(-1)?.type, 'withdrawn');
    const stale = { incident: closing, command: 'a-stale-card', reason: 'x', text: 'x', note: 'x' };
    for (const verb of ['incident.acknowledge', 'incident.pass-on-send', 'incident.note', 'incident.withdraw'])
      assert.match((await by('anita').submit({ ...stale, verb })).said, /This is closed already\. Nothing has changed\./, verb);
    assert.match(
      (await by('owen').submit({ ...stale, verb: 'mine.changed-send' })).said,
      /This is closed\. If you are still worried, copy your words and press \*?Report a concern/,
    );
    assert.match(
      (await by('owen').open({ verb: 'mine.changed', incident: closing })).said,
      /This is closed.*If you are still worried, press/s,
    );
    await allDelivered(school);
    assert.deepEqual(
      (await events(closing))?.filter(({ type }) => type !== 'sent'),
      before?.filter(({ type }) => type !== 'sent'),
    );
  });

  it('ask for a page of reports that there is not: told to start again', async () => {
    assert.equal((await by('robyn').execute('mine.list', { after: 'nonsense' })).said, notValid);
    assert.match((await by('robyn').execute('mine.list', { after: { a: 1 } })).said, /My reports/);
    assert.doesNotMatch(await toldLast(school.teams.as('robyn')), /Error/);
  });

  it('name the draft of somebody else: told nothing of it, and it stays as it was', async () => {
    const robyn = school.teams.as('robyn');
    await begin(robyn, bullying);
    await robyn.press('Who will it go to?', { 'q.what': 'Mine alone' });
    const draft = (await robyn.dialog())?.card?.buttons.find(({ title }) => title === 'Send')?.data['draft'];
    const id = `draft.${draft}`;
    const before = await school.store.records.read(school.file.school, id);
    const count = (await incidentsOf(school)).length;
    for (const verb of [
      'report.send',
      'report.send-now',
      'report.tile',
      'report.refresh',
      'report.tiles',
      'report.add-row',
      'report.raise',
      'report.continue',
      'report.discard',
    ]) {
      const { said } = await by('owen').submit({
        verb,
        draft,
        command: 'some-command',
        tile: 'bullying',
        about: 'nobody',
        'q.what': 'Theirs',
      });
      assert.doesNotMatch(said, /Mine alone|Sent|Alert sent/, verb);
    }
    assert.deepEqual(await school.store.records.read(school.file.school, id), before);
    assert.equal((await incidentsOf(school)).length, count);
    await robyn.press('Send');
    assert.equal((await incidentsOf(school)).length, count + 1);
  });
});
