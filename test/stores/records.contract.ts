import assert from 'node:assert/strict';
import type { Queue } from '#queue/queue.ts';
import type { Doc, Records } from '#stores/records.ts';
import { bronwen, elm, imran, incident, minute, type OpenStore, oak } from './documents.ts';

const refusedIds = ['', 'incident', 'incident.', 'incident.a/b', 'incident.a#b', 'incident.ä', 'nonsense.a', `incident.${'a'.repeat(201)}`];

/** What every store does with single documents. */
export function recordsContract(open: OpenStore): void {
  let records: Records;
  let queue: Queue;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ records, queue, close } = await open());
  });
  afterEach(() => close());

  async function created(doc: Doc): Promise<string> {
    const written = await records.create(doc);
    assert.ok(written);
    return written.etag;
  }

  describe('creating and reading', () => {
    it('gives back the document as it was, with the etag of its write', async () => {
      const index = { status: 'open', person: imran, at: minute(1), dueAt: minute(9), walled: [bronwen], about: 'incident.z' };
      const doc = incident('a', index, { events: [{ type: 'raised', minutes: 3, sure: false, by: null }] });
      const etag = await created(doc);
      assert.deepEqual(await records.read(oak, doc.id), { ...doc, etag });
    });

    it('gives back an index with nothing in it, and one that walls nobody', async () => {
      await created(incident('a'));
      await created(incident('b', { walled: [] }));
      assert.deepEqual((await records.read(oak, 'incident.a'))?.index, {});
      assert.deepEqual((await records.read(oak, 'incident.b'))?.index, { walled: [] });
    });

    it('keeps quotes, emoji, Welsh, line ends, control characters and half a surrogate pair', async () => {
      const status = `"Dw i'n poeni" — Llŷr 🙈👩‍👧 '; DROP TABLE record; -- \\`;
      const words = `${status}\n\r\t\u0000\u2028\ud83d`;
      const doc = incident('a', { status }, { words, [words]: true });
      const etag = await created(doc);
      assert.deepEqual(await records.read(oak, 'incident.a'), { ...doc, etag });
    });

    it('keeps half a megabyte', async () => {
      const words = 'é🙂x"'.repeat(62_500);
      await created(incident('a', {}, { words }));
      assert.equal((await records.read<{ words: string }>(oak, 'incident.a'))?.body.words, words);
    });

    it('a second time writes nothing', async () => {
      const etag = await created(incident('a', { status: 'first' }));
      assert.equal(await records.create(incident('a', { status: 'second' })), undefined);
      assert.deepEqual(await records.read(oak, 'incident.a'), { ...incident('a', { status: 'first' }), etag });
    });

    it('by two at once succeeds for exactly one of them', async () => {
      const answers = await Promise.all(['first', 'second'].map((status) => records.create(incident('a', { status }))));
      assert.equal(answers.filter((answer) => answer !== undefined).length, 1);
    });

    it('what does not exist is undefined', async () => {
      assert.equal(await records.read(oak, 'incident.none'), undefined);
    });
  });

  describe('replacing', () => {
    it('with the etag that was read changes everything, the index too', async () => {
      const first = await created(incident('a', { status: 'open', person: imran, dueAt: minute(1), walled: [imran] }));
      const doc = incident('a', { at: minute(2) }, { said: 'corrected' });
      const written = await records.replace(doc, first);
      assert.ok(written);
      assert.notEqual(written.etag, first);
      assert.deepEqual(await records.read(oak, doc.id), { ...doc, etag: written.etag });
    });

    it('with an older etag changes nothing', async () => {
      const first = await created(incident('a', { status: 'one' }));
      await records.replace(incident('a', { status: 'two' }), first);
      assert.equal(await records.replace(incident('a', { status: 'three' }), first), undefined);
      assert.equal((await records.read(oak, 'incident.a'))?.index.status, 'two');
    });

    it('by two at once succeeds for exactly one of them', async () => {
      const etag = await created(incident('a'));
      const answers = await Promise.all(['one', 'two'].map((status) => records.replace(incident('a', { status }), etag)));
      assert.equal(answers.filter((answer) => answer !== undefined).length, 1);
      const winner = answers[0] === undefined ? 'two' : 'one';
      assert.equal((await records.read(oak, 'incident.a'))?.index.status, winner);
    });

    it('what is gone is undefined, also when it was made again', async () => {
      const etag = await created(incident('a'));
      await records.remove(oak, 'incident.a');
      assert.equal(await records.replace(incident('a'), etag), undefined);
      await created(incident('a'));
      assert.equal(await records.replace(incident('a', { status: 'late' }), etag), undefined);
    });
  });

  describe('removing', () => {
    it('takes the document away, and doing it twice is no error', async () => {
      await created(incident('a'));
      await records.remove(oak, 'incident.a');
      await records.remove(oak, 'incident.a');
      assert.equal(await records.read(oak, 'incident.a'), undefined);
    });
  });

  describe('two schools with a document of the same id', () => {
    const ours = incident('a', { status: 'ours' });
    const theirs = incident('a', { status: 'theirs' }, { said: 'elsewhere' }, elm);

    it('each read their own', async () => {
      await created(ours);
      await created(theirs);
      assert.equal((await records.read(oak, ours.id))?.index.status, 'ours');
      assert.equal((await records.read(elm, ours.id))?.index.status, 'theirs');
    });

    it('cannot read, replace or remove what only the other has', async () => {
      const etag = await created(theirs);
      assert.equal(await records.read(oak, theirs.id), undefined);
      assert.equal(await records.replace(ours, etag), undefined);
      await records.remove(oak, theirs.id);
      assert.equal((await records.read(elm, theirs.id))?.etag, etag);
    });

    it('change and remove only their own', async () => {
      const etag = await created(ours);
      const kept = await created(theirs);
      await records.replace(incident('a', { status: 'changed' }), etag);
      await records.remove(oak, ours.id);
      assert.deepEqual(await records.read(elm, theirs.id), { ...theirs, etag: kept });
    });
  });

  it('many writes at once answer each for itself, also when one of them comes too late', async () => {
    const etag = await created(incident('old'));
    const fresh = Array.from({ length: 20 }, (_, n) => records.create(incident(`new-${n}`)));
    const changes = ['one', 'two'].map((status) => records.replace(incident('old', { status }), etag));
    const again = records.create(incident('new-3', { status: 'again' }));
    assert.ok((await Promise.all(fresh.toSpliced(3, 1))).every((written) => written !== undefined));
    assert.equal((await Promise.all([fresh[3], again])).filter((written) => written !== undefined).length, 1);
    assert.equal((await Promise.all(changes)).filter((written) => written !== undefined).length, 1);
  });

  it('written lightly is written, and refused after somebody else’s write, all the same', async () => {
    const etag = await created(incident('a'));
    assert.ok(await records.replace(incident('a', { status: 'changed' }), etag, { lightly: true }));
    assert.equal((await records.read(oak, 'incident.a'))?.index.status, 'changed');
    assert.equal(await records.replace(incident('a'), etag, { lightly: true }), undefined);
  });

  describe('a write with a wake', () => {
    const wake = { school: oak, id: 'incident.a' };
    const queued = async () => (await queue.receive(32, 60)).map(({ message }) => message);

    it('queues one message, and says so', async () => {
      const written = await records.create(incident('a'), { wake });
      assert.equal(written?.woken, true);
      assert.deepEqual(await queued(), [wake]);
      assert.equal((await records.replace(incident('a'), written.etag, { wake }))?.woken, true);
      assert.deepEqual(await queued(), [wake]);
    });

    it('queues nothing when nothing is written', async () => {
      const etag = await created(incident('a'));
      await records.replace(incident('a'), etag);
      await records.create(incident('a'), { wake });
      await records.replace(incident('a'), etag, { wake });
      assert.deepEqual(await queued(), []);
    });
  });

  describe('ids that no document can have', () => {
    it('are refused by every method, without being quoted', async () => {
      for (const id of refusedIds) {
        const refused = { name: 'StoreMisuse', code: 'bad-id', message: /^A document id is its kind, a dot/ };
        await assert.rejects(records.read(oak, id), refused, id);
        await assert.rejects(records.remove(oak, id), refused, id);
        await assert.rejects(records.create({ ...incident('a'), id }), refused, id);
        await assert.rejects(records.replace({ ...incident('a'), id }, 'etag'), refused, id);
      }
    });

    it('include those of another kind', async () => {
      await assert.rejects(records.create({ ...incident('a'), id: 'draft.a' }), { code: 'bad-id' });
    });

    it('include those of a school with a strange key', async () => {
      for (const school of ['', 'oak/elm', "oak' OR 1=1"]) {
        await assert.rejects(records.read(school, 'incident.a'), { code: 'bad-school' });
        await assert.rejects(records.list(school, { kind: 'incident', order: 'newest', limit: 1 }), { code: 'bad-school' });
      }
    });
  });
}
