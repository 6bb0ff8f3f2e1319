import assert from 'node:assert/strict';
import { findCategory, findTile, type Question, type Tile } from '#domain/policy.ts';
import { route } from '#domain/routing.ts';
import { categoryOf, flagsOf } from '#domain/tiles.ts';
import { dslFirst, headteacherFirst } from './rule-sets.ts';

/** The five tables of the safeguarding rules, section 4: label, taps from *Report* to the receipt, questions, warning. */
const tables: [key: string, label: string, taps: number, questions: string[], warning?: string][] = [
  [
    'imagery',
    'Nude or sexual picture or video of a child',
    8,
    [
      'Which children do you know are involved? Do not ask them',
      'Have you seen it?',
      'Where is the device?',
      "What were you told? The child's words; do not describe the picture",
      'Is an adult or anyone outside school involved?',
      'Where is the child now?',
    ],
  ],
  [
    'bullying',
    'Bullying, hate or cruel messages',
    8,
    [
      'Who has been upset?',
      'Who may have done it, if you know?',
      'What happened?',
      'Which app or game?',
      'How do you know?',
      'Might it include a picture of a child undressed?',
      "Are you worried about the child's safety today?",
    ],
    'Do not scroll the phone or join the group.',
  ],
  [
    'extremism',
    'Extremist content or views',
    7,
    [
      'Which pupil?',
      'What was searched, seen or said? Exact words; do not search it yourself',
      'Where?',
      'Could it be for a lesson or the news?',
      'Any talk of hurting someone, weapons, meeting or joining people?',
      'Did our filter block it?',
    ],
    'Do not question their beliefs. Do not ring home.',
  ],
  [
    'adult',
    'Worry about an adult who works or volunteers here',
    6,
    [
      'Which adult? Or: me',
      'Which child, if you know?',
      'What did you see, hear or get told, and when?',
      'Is the child safe now?',
      'Who else knows?',
      'Keep my name private as far as possible',
    ],
  ],
  [
    'rules',
    'Rule-breaking: phones, games, copying, accounts',
    5,
    ['Which?', 'Which pupil?', 'What happened? One line will do', 'Have you dealt with it?', 'Worried about the child too? Tell the DSL.'],
  ],
];
const worry = "Are you worried about a child's safety or wellbeing, at school, at home or online?";

/** The tile, one for each question that has to be answered, and Send. */
const taps = (tile: Tile) => 2 + tile.questions.filter(({ optional, whenUnanswered }) => !optional && whenUnanswered === undefined).length;
const tileNamed = (key: string) => findTile(headteacherFirst, key) ?? assert.fail(`no tile ${key}`);
const choices = (tile: Tile) => tile.questions.flatMap((question: Question) => question.choices ?? []);

describe('the tiles of the report form', () => {
  for (const [key, label, count, questions, warning] of tables) {
    it(`ask what the safeguarding rules ask, word for word, in ${count} taps: ${label}`, () => {
      const tile = tileNamed(key);
      assert.equal(tile.label, label);
      assert.deepEqual(
        tile.questions.map(({ label, hint }) => (hint === undefined ? label : `${label} ${hint}`)),
        questions,
      );
      assert.equal(tile.warning, warning);
      assert.equal(taps(tile), count);
    });
  }

  it('are about eleven, the same in both rule sets', () => {
    assert.equal(headteacherFirst.tiles.length, 12);
    assert.deepEqual(headteacherFirst.tiles, dslFirst.tiles);
  });

  it('lead between them to every category', () => {
    const reached = new Set(
      headteacherFirst.tiles.flatMap((tile) => [tile.category, ...choices(tile).flatMap(({ category }) => category ?? [])]),
    );
    assert.deepEqual(
      headteacherFirst.categories.map(({ key }) => key).filter((key) => !reached.has(key)),
      [],
    );
  });

  it('leave a way out of every choice (S-06)', () => {
    for (const { questions } of headteacherFirst.tiles) {
      for (const { kind, choices: offered = [], label } of questions) {
        if (kind === 'choice')
          assert.ok(
            offered.some((choice) => ["Don't know", 'Not sure'].includes(choice.label)),
            label,
          );
      }
    }
  });

  it('ask about worry for the child, unless their own questions do or a child is taken to be at risk anyway (S-05)', () => {
    const ownWords = ['bullying', 'rules', 'adult'];
    for (const tile of headteacherFirst.tiles) {
      const asks = tile.questions.some(({ label }) => label === worry);
      const always = findCategory(headteacherFirst, tile.category).flags.cp === 'yes';
      assert.ok(asks || always || ownWords.includes(tile.key), tile.key);
      assert.ok(choices(tile).some(({ flags }) => flags?.cp === 'yes') || always, tile.key);
    }
  });

  it('take not sure as a worry (S-05)', () => {
    const tile = tileNamed('content');
    assert.deepEqual(flagsOf(headteacherFirst, tile, { worried: 'not-sure' }), { cp: 'unsure' });
    assert.equal(
      route(headteacherFirst, { category: categoryOf(tile, {}), flags: { cp: 'unsure' }, subjects: [], affected: [] }).priority,
      'urgent',
    );
  });

  it('ask nobody about offences, blame or thresholds (S-05)', () => {
    const asked = headteacherFirst.tiles.flatMap((tile) => [
      tile.label,
      ...tile.questions.map(({ label }) => label),
      ...choices(tile).map(({ label }) => label),
    ]);
    assert.deepEqual(
      asked.filter((words) => /offence|crime|illegal|threshold|fault|guilty|bully(?!ing, hate)|to blame/i.test(words)),
      [],
    );
  });

  it('warn beforehand where looking, asking or acting would do harm', () => {
    assert.deepEqual(tileNamed('imagery').guidance, ['imagery', 'recording-words']);
    assert.ok(tileNamed('adult').guidance?.includes('adult-concern'));
    assert.equal(tileNamed('adult').private, true);
  });
});
