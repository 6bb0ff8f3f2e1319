import assert from 'node:assert/strict';
import { findTile } from '#domain/policy.ts';
import { categoryOf, chosen, flagsOf } from '#domain/tiles.ts';
import { dslFirst, headteacherFirst, ruleSets } from './rule-sets.ts';

const tileNamed = (key: string) => findTile(headteacherFirst, key) ?? assert.fail(`no tile ${key}`);

describe('what the answers make of a report', () => {
  it('with nothing answered, is the category of its tile and no flag', () => {
    for (const ruleSet of ruleSets) {
      for (const tile of ruleSet.tiles) {
        assert.equal(categoryOf(tile, {}), tile.category);
        assert.deepEqual(flagsOf(ruleSet, tile, {}), {});
      }
    }
  });

  it('with a better word chosen, is that category', () => {
    assert.equal(categoryOf(tileNamed('rules'), { which: 'copying' }), 'plagiarism-copyright');
    assert.equal(categoryOf(tileNamed('rules'), { which: 'dont-know' }), 'aup-breach');
    assert.equal(categoryOf(tileNamed('imagery'), { outsider: 'yes' }), 'illegal-images');
  });

  it('with answers that nobody offered, is as if they were not given', () => {
    assert.equal(categoryOf(tileNamed('rules'), { which: 'toString' }), 'aup-breach');
    assert.deepEqual(flagsOf(headteacherFirst, tileNamed('bullying'), { undressed: 7, worried: { cp: 'yes' } }), {});
  });

  it('takes a picture of a child undressed, perhaps, as imagery', () => {
    assert.deepEqual(flagsOf(headteacherFirst, tileNamed('bullying'), { undressed: 'dont-know', worried: 'no' }), {
      childImagery: 'unsure',
      cp: 'no',
    });
  });

  it('knows that somebody holds the device', () => {
    for (const answer of ['i-have-it', 'child-has-it']) {
      assert.deepEqual(flagsOf(dslFirst, tileNamed('imagery'), { device: answer }), { device: 'yes' });
    }
    assert.deepEqual(flagsOf(dslFirst, tileNamed('imagery'), { device: 'none' }), {});
  });

  it('keeps the more worrying of two answers', () => {
    const answers = { meeting: 'yes', worried: 'no' };
    assert.deepEqual(flagsOf(headteacherFirst, tileNamed('contact'), answers), { cp: 'yes' });
    assert.deepEqual(flagsOf(headteacherFirst, tileNamed('technical'), { saw: 'dont-know', worried: 'no' }), { reach: 'unsure', cp: 'no' });
  });

  it('hears a toggle that is on, as Teams sends it', () => {
    assert.deepEqual(flagsOf(headteacherFirst, tileNamed('rules'), { worried: 'true' }), { cp: 'yes' });
    assert.deepEqual(flagsOf(headteacherFirst, tileNamed('rules'), { worried: 'false' }), {});
  });

  it('counts a choice that was already made when the form opened', () => {
    const dealt = tileNamed('rules').questions.find(({ key }) => key === 'dealt') ?? assert.fail('no such question');
    assert.equal(chosen(dealt, {})?.key, 'help');
    assert.equal(chosen(dealt, { dealt: 'yes' })?.key, 'yes');
  });
});
