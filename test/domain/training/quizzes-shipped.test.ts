import assert from 'node:assert/strict';
import type { Question } from '#domain/training/quiz.ts';
import { quizNamed, quizzes } from '#test/domain/quizzes.ts';
import { ruleSets } from '#test/domain/rule-sets.ts';

const keys = ['reporting', 'nudes', 'cyber-bullying', 'prevent', 'staff-conduct', 'devices-images'];
/** Words of one sentence that can be read at one go. */
const mostWords = 20;

const textsOf = ({ scene, ask, choices, why }: Question) => [scene, ask, ...choices.map(({ text }) => text), why];
const sentencesOf = (text: string) => text.split(/(?<=[.?])\s+/);
const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /[a-z0-9]/i.test(word));

for (const ruleSet of ruleSets) {
  const all = [...quizzes[ruleSet.key].values()];
  const questions = all.flatMap((quiz) => quiz.questions.map((question) => ({ quiz, question, at: `${quiz.key}, ${question.key}` })));

  describe(`the quizzes, ${ruleSet.key}`, () => {
    it('are the six that there are to be, and every topic that names one has it', () => {
      assert.deepEqual(all.map(({ key }) => key).sort(), [...keys].sort());
      const named = new Set(ruleSet.training.topics.flatMap(({ quiz }) => (quiz === undefined ? [] : [quiz])));
      assert.deepEqual([...named].sort(), [...keys].sort());
    });

    it('have three to five questions, and let one answer be otherwise', () => {
      for (const { key, questions, passPercent } of all) {
        assert.ok(questions.length >= 3 && questions.length <= 5, key);
        const needed = Math.ceil((passPercent * questions.length) / 100);
        assert.equal(needed, questions.length - 1, `${key} needs ${needed} of ${questions.length}`);
      }
    });

    it('have one right answer each, which is not given away by its length alone', () => {
      const longest = questions.filter(({ question }) => {
        const lengths = question.choices.map(({ text }) => text.length);
        return question.choices.find(({ key }) => key === question.right)?.text.length === Math.max(...lengths);
      });
      assert.ok(longest.length < questions.length * 0.5, `${longest.length} of ${questions.length}`);
    });

    it('cite a section of this school’s own sources', () => {
      const titles = ruleSet.sources.map(({ title }) => title);
      for (const { question, at } of questions) {
        const title = titles.find((one) => question.cite.startsWith(`${one}, `));
        assert.ok(title !== undefined && question.cite.length > title.length + 4, at);
      }
      const own = new RegExp(`^${ruleSet.key === 'dsl-first' ? 'Online Safety' : 'E-safety'} Policy, `);
      for (const quiz of all) assert.ok(quiz.key === 'nudes' || quiz.questions.filter(({ cite }) => own.test(cite)).length >= 1, quiz.key);
    });

    it('are written in short sentences and everyday words', () => {
      for (const { question, at } of questions)
        for (const sentence of textsOf(question).flatMap(sentencesOf)) {
          const words = wordsIn(sentence);
          assert.ok(words.length <= mostWords, `${at}: ${words.length} words in "${sentence}"`);
        }
    });

    it('read as easily as a newspaper for everybody', () => {
      for (const { key, questions } of all) {
        const text = questions.flatMap(textsOf);
        const words = text.flatMap(wordsIn);
        const letters = words.join('').length / words.length;
        assert.ok(letters < 5, `${key}: ${letters.toFixed(2)} letters a word`);
      }
    });

    it('guess nobody to be a man or a woman, blame nobody, and use no words of offices', () => {
      const never =
        /\b(s?he|him|hers?|his|himself|herself|submit(ted)?|click|invalid|errors?|users?|escalat\w+|asap|program|behavior|color)\b|!|\byou (failed|forgot|should have)\b/i;
      for (const { question, at } of questions) for (const text of textsOf(question)) assert.doesNotMatch(text, never, at);
    });
  });
}

describe('where the schools differ in who is told first', () => {
  const right = (ruleSet: 'dsl-first' | 'headteacher-first', quiz: string, key: string) => {
    const question = quizNamed(ruleSet, quiz).questions.find((one) => one.key === key);
    return question?.choices.find((choice) => choice.key === question.right)?.text ?? '';
  };

  it('the right answer to a report of bullying is each school’s own', () => {
    assert.match(right('headteacher-first', 'reporting', 'whom'), /headteacher/);
    assert.match(right('dsl-first', 'reporting', 'whom'), /designated safeguarding lead/);
    assert.match(right('headteacher-first', 'cyber-bullying', 'which-policy'), /Anti-bullying Policy/);
    assert.match(right('dsl-first', 'cyber-bullying', 'which-policy'), /behaviour \(relationship\) policy.*CPOMS/);
  });

  it('a pupil’s phone is looked into by nobody, or by two for a good reason', () => {
    assert.match(right('headteacher-first', 'devices-images', 'search'), /^No\./);
    assert.match(right('dsl-first', 'devices-images', 'search'), /^Not alone\./);
  });

  it('radicalisation goes to the one whom the policy names', () => {
    assert.match(right('headteacher-first', 'prevent', 'whom'), /Safeguarding Designated Professional/);
    assert.match(right('dsl-first', 'prevent', 'whom'), /designated safeguarding lead/);
  });

  it('a picture of a child undressed is deleted by nobody at either', () => {
    for (const key of ['dsl-first', 'headteacher-first'] as const)
      assert.match(right(key, 'nudes', 'delete'), /turned off, straight to the DSL/);
  });
});
