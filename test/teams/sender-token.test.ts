import assert from 'node:assert/strict';
import { chat, outgoing, useSender } from './sender-under-test.ts';

describe('the sender', () => {
  const { connector, sender } = useSender();

  describe('with a token', () => {
    it('fetches it once for many, and sends it with each', async () => {
      let fetched = 0;
      const token = async () => {
        fetched += 1;
        await new Promise((resolve) => setImmediate(resolve));
        return 'secret';
      };
      const teams = sender({ token });
      await Promise.all(['a', 'b', 'c'].map((id) => teams.show({ ...chat, conversationId: id }, outgoing)));
      assert.equal(fetched, 1);
      assert.deepEqual(
        connector.heard.map(({ authorization }) => authorization),
        Array(3).fill('Bearer secret'),
      );
    });

    it('tries once more with a fresh one after a 401, because nothing was done', async () => {
      connector.state.react = ({ authorization }, count) =>
        authorization === 'Bearer new' ? { status: 201, body: { id: `card-${count}` } } : { status: 401 };
      const result = await sender({ token: async (fresh) => (fresh ? 'new' : 'old') }).show(chat, outgoing);
      assert.equal(result.kind, 'sent');
      assert.deepEqual(
        connector.heard.map(({ authorization }) => authorization),
        ['Bearer old', 'Bearer new'],
      );
    });

    it('stops at the second 401', async () => {
      connector.state.react = () => ({ status: 401 });
      assert.deepEqual(await sender({ token: async () => 'bad' }).show(chat, outgoing), { kind: 'never', reason: 'refused' });
      assert.equal(connector.heard.length, 2);
    });

    it('that is not given is logged by its kind of error, and the card is tried again', async () => {
      const said: object[] = [];
      const say = (event: string, fields?: object) => void said.push({ event, ...fields });
      const refused = Object.assign(new Error('AADSTS7000222 for Tom Lee'), { code: 'invalid_client' });
      const teams = sender({ token: () => Promise.reject(refused), log: { info: say, warn: say, error: say } });
      assert.equal((await teams.show(chat, outgoing)).kind, 'later');
      assert.deepEqual(said, [{ event: 'teams.broke', reason: 'call', error: 'Error invalid_client' }]);
      assert.equal(connector.heard.length, 0);
    });

    it('can be warmed, and warming never fails', async () => {
      let fetched = 0;
      const counting = async () => {
        fetched += 1;
        return 'secret';
      };
      await sender({ token: counting }).warm();
      await sender({ token: async () => Promise.reject(new Error('no')) }).warm();
      assert.equal(fetched, 1);
    });
  });
});
