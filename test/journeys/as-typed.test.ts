import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { plain } from '#cards/parts.ts';
import { handMade } from '#test/support/hand-made.ts';
import { allDelivered, begin, reportBullying, wordsOf } from '#test/support/reporting.ts';
import { startSchool, type TestSchool } from '#test/support/school.ts';

/** Each with what must be on the screen: the words as typed, nothing of it working. */
const typed: [what: string, name: string, shown: string][] = [
  ['bold and italics', '**Bob** _Lee_ *x*', '**Bob** _Lee_ *x*'],
  ['a link', '[Bob](https://example.org)', '[Bob](https://example.org)'],
  ['a picture', '![Bob](https://example.org/x.png)', '![Bob](https://example.org/x.png)'],
  ['HTML', '<b>Bob</b><script>x</script>', '‹b›Bob‹/b›‹script›x‹/script›'],
  ['a mention', '<at>Mrs Shah</at>', '‹at›Mrs Shah‹/at›'],
  ['a heading', '# Bob', '# Bob'],
  ['code', '`Bob` ~~Lee~~', '`Bob` ~~Lee~~'],
  ['a date that cards work out', '{{DATE(2026-11-23T10:00:00Z)}}', '{{DATE(2026-11-23T10:00:00Z)}}'],
  ['control characters', 'Bo\u0000b\u0007 \u001b[31mLee', 'Bob [31mLee'],
  ['letters from right to left', 'Bob \u202eeeL\u202c \u2066x\u2069', 'Bob eeL x'],
  ['invisible letters', 'B\u200bo\ufeffb', 'Bob'],
  ['half a character', 'Bob \ud83c', 'Bob'],
  ['a character that is cut in two', `${'x'.repeat(79)}🏴`, `${'x'.repeat(79)}`],
  ['Arabic, as it is', 'سامي علي', 'سامي علي'],
  ['an accent and a flag', 'Zoë 🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'Zoë 🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
];

/** A card's text as a person reads it: an escaped sign is that sign. */
const unescaped = (text: string) => text.replace(/\\([\\`*_{}[\]()#~|.+-])/g, '$1');

describe('names and words with markup in them', () => {
  let school: TestSchool;
  // A school of its own for each: Teams' limits would hold back the alerts of so many reports at once.
  beforeEach(async () => {
    school = await startSchool({ ruleSet: 'dsl-first' });
  });
  afterEach(() => school.close());

  for (const [what, name, shown] of typed)
    it(`${what}: shown as typed in the form, the record, one's own report and the alert, never as markup`, async () => {
      const [robyn, anita] = [school.teams.as('robyn'), school.teams.as('anita')];
      const fields = { 'q.harmed.0.name': name, 'q.what': name, 'x.room': name };
      await begin(robyn, 'Bullying, hate or cruel messages');
      const data = (await robyn.dialog())?.card?.buttons.find(({ title }) => title === 'Send')?.data ?? {};
      const hand = handMade(school, 'robyn');
      await hand.submit({ ...data, ...fields, verb: 'report.raise', about: 'nobody' });
      assert.match((await hand.submit({ ...data, ...fields, verb: 'report.send' })).said, /Sent: OS-/);
      await robyn.closeDialog();
      const incident = String(data['draft']);
      const seen = {
        case: await handMade(school, 'anita').open({ verb: 'incident.open', incident }),
        own: await hand.open({ verb: 'mine.open', incident }),
      };
      await hand.submit({ verb: 'mine.changed-send', incident, command: `add-${incident}`, text: name });
      const added = await handMade(school, 'anita').open({ verb: 'incident.open', incident });
      const alert = await anita.card(new RegExp(`OS-${incident.slice(0, 4)}-${incident.slice(4)}`));
      for (const [where, { said }] of Object.entries({ ...seen, added })) {
        assert.ok(unescaped(said).includes(shown), `${where}: ${said}`);
        assert.doesNotMatch(said, /<|(?<!\\)\[Bob|(?<!\\)\*\*Bob|[\u0000-\u0009\u202a-\u202e\u2066-\u2069]/);
      }
      assert.ok(added.said.includes(plain(name.replace(/ \p{Surrogate}/gu, ''))));
      const danger = JSON.stringify(alert.card);
      assert.doesNotMatch(danger, /<|(?<!\\)\[Bob|[\u0000-\u0008\u202a-\u202e]/);
    });

  it('a reason for passing on and a note are shown as typed as well', async () => {
    const key = await reportBullying(school.teams.as('owen'));
    await allDelivered(school);
    const anita = handMade(school, 'anita');
    await anita.submit({
      verb: 'incident.pass-on-send',
      incident: key,
      command: 'passing-on',
      reason: '[Away](https://example.org) <b>now</b>',
    });
    await allDelivered(school);
    const daniel = handMade(school, 'daniel');
    await daniel.execute('incident.acknowledge', { incident: key, command: 'taking-it' });
    await daniel.submit({ verb: 'incident.note', incident: key, command: 'a-note-here', note: '**Rang** <at>home</at>' });
    const { said } = await daniel.open({ verb: 'incident.open', incident: key });
    assert.ok(unescaped(said).includes('**Rang** ‹at›home‹/at›'), said);
    assert.doesNotMatch(said, /<|(?<!\\)\[Away|(?<!\\)\*\*Rang/);
    assert.ok(unescaped(said).includes('[Away](https://example.org) ‹b›now‹/b›'), said);
  });

  it('the words of a message reported by right-click, and the name of its author, are shown as typed', async () => {
    const robyn = school.teams.as('robyn');
    const hand = handMade(school, 'robyn');
    const form = {
      draft: 'MARKXP01',
      command: 'message-markup',
      tile: 'bullying',
      'm.text': '[x](https://example.org)',
      'm.keep': 'true',
      'm.author-name': '<at>**Bob**</at>',
      'm.at': '2026-11-23T09:00:00Z',
      'm.link': 'javascript:alert(1)',
    };
    const drawn = await hand.submit({ ...form, verb: 'report.refresh' });
    assert.ok(unescaped(drawn.said).includes('‹at›**Bob**‹/at›'), drawn.said);
    await hand.submit({ ...form, verb: 'report.send' });
    const { said } = await handMade(school, 'anita').open({ verb: 'incident.open', incident: form.draft });
    assert.ok(unescaped(said).includes('[x](https://example.org)'), said);
    assert.doesNotMatch(said, /<|(?<!\\)\[x|javascript|Go to the message/);
    assert.doesNotMatch(wordsOf(await robyn.dialog()), /<at>/);
  });
});
