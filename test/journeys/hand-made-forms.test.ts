import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import type { Report } from '#domain/report.ts';
import { incidentId } from '#stores/incident-record.ts';
import { handMade, long } from '#test/support/hand-made.ts';
import { incidentsOf } from '#test/support/reporting.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';

describe('a report form filled in by hand', () => {
  let school: TestSchool;
  let key: string;
  let made = 0;
  before(async () => {
    school = await startSchool({ ruleSet: 'dsl-first' });
  });
  beforeEach(() => {
    made += 1;
    key = `FRM0000${made}`.slice(-8);
  });
  after(() => school.close());
  const form = (data: object) => ({ verb: 'report.send', draft: key, command: `command-${made}`, tile: 'bullying', ...data });
  const send = (data: object) => handMade(school, 'robyn').submit(form(data));
  const stored = async (): Promise<Report | undefined> => {
    const found = (await incidentsOf(school)).find(({ id }) => id === incidentId(key))?.body.events[0]?.event;
    return found?.type === 'reported' ? found.report : undefined;
  };

  it('with choices that are not offered counts as not answered', async () => {
    assert.match((await send({ 'q.worried': 'certainly', 'q.how': '__proto__', 'q.undressed': 'constructor' })).said, /Sent: OS-/);
    const report = await stored();
    assert.equal(
      report?.answers.some(({ answer }) => /certainly|proto|constructor/.test(answer)),
      false,
    );
  });

  it('with a hundred rows, rows below nothing, and rows that are no numbers keeps eight', async () => {
    const rows = Array.from({ length: 100 }, (_, row) => [`q.harmed.${row}.name`, `Child ${row}`]);
    const odd = [
      ['q.harmed.-1.name', 'Below'],
      ['q.harmed.1e3.name', 'Far'],
      ['q.harmed.__proto__.name', 'Proto'],
    ];
    assert.match((await send(Object.fromEntries([...rows, ...odd]))).said, /Sent: OS-/);
    assert.deepEqual(
      (await stored())?.children.map(({ name }) => name),
      ['Child 0', 'Child 1', 'Child 2', 'Child 3', 'Child 4', 'Child 5', 'Child 6', 'Child 7'],
    );
  });

  it('with lists, objects and numbers where text is expected leaves them out', async () => {
    const odd = {
      'q.what': ['a'],
      'q.app': { $gt: '' },
      'q.harmed.0.name': 7,
      'q.harmed.0.role': null,
      'x.hide': ['a'],
      'x.room': { a: 1 },
    };
    assert.match((await send(odd)).said, /Sent: OS-/);
    const report = await stored();
    assert.deepEqual([report?.children, report?.hideFrom], [[], []]);
    assert.equal(
      report?.answers.some(({ question }) => question.includes('What happened')),
      false,
    );
  });

  it('with keys that JavaScript gives a meaning changes nothing but itself', async () => {
    const data = JSON.parse(
      `{"__proto__": {"administrator": true}, "constructor": "x", "q.__proto__": "x", "q.constructor": "x", "q.toString.0.name": "x", "q.what": "Words"}`,
    );
    assert.match((await handMade(school, 'robyn').submit({ ...form({}), ...data })).said, /Sent: OS-/);
    assert.equal(({} as { administrator?: boolean }).administrator, undefined);
    assert.equal(
      (await stored())?.answers.some(({ answer }) => answer === 'x'),
      false,
    );
  });

  it('for another row in a question that there is not, or that takes no rows, shows the screen as it was', async () => {
    for (const question of ['constructor', 'nonsense', 'what', '', '__proto__', 7]) {
      const { said, inputs } = await send({ verb: 'report.add-row', question, 'q.what': 'Words' });
      assert.match(said, /Who has been upset/);
      assert.equal(inputs['q.what'], 'Words');
    }
    const draft = await school.store.records.read<{ draft: { rows: object } }>(school.file.school, `draft.${key}`);
    assert.deepEqual(draft?.body.draft.rows, {});
  });

  for (const tile of ['constructor', 'nonsense', '__proto__', '', 7, null, ['bullying']])
    it(`with the tile ${JSON.stringify(tile)} is told to start again, or taken for something else`, async () => {
      const { said } = await send({ tile, 'q.what': 'Words' });
      assert.match(said, /That card is no longer valid|Sent: OS-/);
      assert.equal((await stored())?.tile ?? 'other', 'other');
    });

  it('with people who are no ids, or not of the school, is shown again with the error beside the field', async () => {
    const nobody = 'a1000000-0000-4000-8000-0000000000ff';
    for (const people of ['everybody', "' OR 1=1", nobody, `${nobody},x`]) {
      const { said, inputs } = await send({ 'x.hide': people, 'q.what': 'Words' });
      assert.match(said, /Not sent yet[\s\S]*(choose people from the list|not on the school’s list)/);
      assert.deepEqual([inputs['x.hide'], inputs['q.what']], [people, 'Words']);
    }
    assert.equal(await stored(), undefined);
  });

  for (const verb of ['report.send', 'report.send-now'])
    it(`with text that is too long (${verb}) is shown again with the error beside the field and the text still there`, async () => {
      const { said, inputs } = await send({ verb, 'q.what': long(4_001), 'q.app': long(201), 'q.harmed.0.name': long(250) });
      assert.match(said, /This is 4,001 characters long\. Please shorten it to 4,000\./);
      assert.match(said, /This is 201 characters long\. Please shorten it to 200\./);
      assert.match(said, /This is 250 characters long\. Please shorten it to 200\./);
      assert.deepEqual([inputs['q.what'], inputs['q.app'], inputs['q.harmed.0.name']], [long(4_001), long(201), long(250)]);
      assert.equal(await stored(), undefined);
    });

  it('with a long text that no field on the screen can show it beside is not stopped by it', async () => {
    assert.match((await send({ tile: 'rules', 'q.what': 'Words', 'q.said': long(900), 'q.nonsense': long(900) })).said, /Sent: OS-/);
  });

  it('says what was written under another tile before going Back and pressing Send now', async () => {
    await send({ verb: 'report.tile', tile: 'extremism' });
    await send({ verb: 'report.tiles', tile: 'extremism', 'q.said': `He said ${long(300)}` });
    assert.match(
      (await handMade(school, 'robyn').submit({ verb: 'report.send-now', draft: key, command: `command-${made}` })).said,
      /Sent: OS-/,
    );
    assert.equal((await stored())?.answers.at(-1)?.answer, `He said ${long(300)}`);
  });
});
