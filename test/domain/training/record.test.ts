import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { foldTraining, type TrainingEvent } from '#domain/training/record.ts';
import { coordinator, done } from './training-world.ts';

const at = '2026-11-23T09:00:00.000Z';
const stamp = { at, by: coordinator };
const first = done('refresher', '2026-09-03', { entry: 'e1' });
const second = done('prevent', '2026-09-10', { entry: 'e2' });

describe('a correction', () => {
  const corrected: TrainingEvent = { ...stamp, type: 'corrected', entry: 'e1', reason: 'Wrong day', on: '2026-09-04', certificate: 'C 12' };

  it('changes what it names and leaves the rest', () => {
    const { entries } = foldTraining([first, second, corrected]);
    assert.deepEqual(
      entries.map(({ entry, topic, on, certificate, corrected: mark }) => [entry, topic, on, certificate, mark]),
      [
        ['e1', 'refresher', '2026-09-04', 'C 12', true],
        ['e2', 'prevent', '2026-09-10', undefined, undefined],
      ],
    );
  });

  it('keeps who recorded it and when', () => {
    const [entry] = foldTraining([first, { ...corrected, by: 'somebody else' }]).entries;
    assert.deepEqual([entry?.by, entry?.at], [coordinator, '2026-09-03T12:00:00.000Z']);
  });

  it('of something that is not there changes nothing', () => {
    assert.deepEqual(foldTraining([first, { ...corrected, entry: 'e9' }]), foldTraining([first]));
  });

  it('adds to the events and takes none away', () => {
    const events = [first, corrected];
    foldTraining(events);
    assert.deepEqual(events, [first, corrected]);
    assert.equal(foldTraining(events.slice(0, 1)).entries[0]?.on, '2026-09-03');
  });
});

describe('striking out', () => {
  it('takes an entry from the record, and the events keep it', () => {
    const events: TrainingEvent[] = [first, second, { ...stamp, type: 'struck-out', entry: 'e1', reason: 'Somebody else' }];
    assert.deepEqual(
      foldTraining(events).entries.map(({ entry }) => entry),
      ['e2'],
    );
    assert.ok(events.includes(first));
  });
});

describe('what somebody says of a topic', () => {
  const putOff: TrainingEvent = { ...stamp, type: 'put-off', topic: 'refresher', until: '2026-12-01' };
  const help: TrainingEvent = { ...stamp, type: 'asked-for-help', topic: 'refresher' };

  it('stands until the topic is done', () => {
    const asked = foldTraining([putOff, help, help]);
    assert.deepEqual([asked.putOff, asked.help], [{ refresher: '2026-12-01' }, ['refresher']]);
    const after = foldTraining([putOff, help, done('refresher', '2026-11-24')]);
    assert.deepEqual([after.putOff, after.help], [{}, []]);
  });

  it('stands when another topic is done or a quiz is tried', () => {
    const tried: TrainingEvent = { ...stamp, type: 'tried', topic: 'refresher', quiz: 'reporting', right: 2, of: 5 };
    const { help: asked, entries } = foldTraining([help, second, tried]);
    assert.deepEqual([asked, entries.length], [['refresher'], 1]);
  });

  it('not applicable can be taken back', () => {
    const mark: TrainingEvent = { ...stamp, type: 'not-applicable', topic: 'volunteers', reason: 'One visit' };
    assert.deepEqual(foldTraining([mark]).notApplicable, { volunteers: 'One visit' });
    assert.deepEqual(foldTraining([mark, { ...stamp, type: 'applicable', topic: 'volunteers' }]).notApplicable, {});
  });
});
