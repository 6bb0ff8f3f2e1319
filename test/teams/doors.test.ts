import assert from 'node:assert/strict';
import type { Card } from '#cards/parts.ts';
import { card, line } from '#cards/parts.ts';
import type { Answer } from '#features/handler.ts';
import { activity, invoke, message, serviceUrl, teacher, tenant, useBot } from './bot-under-test.ts';

const shown: Card = card([line('Here.')]);
const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: shown };
const answers = {
  dialog: { kind: 'dialog', title: 'Report', card: shown },
  card: { kind: 'card', card: shown },
  message: { kind: 'message', text: 'Saved.' },
  close: { kind: 'close' },
} satisfies Record<string, Answer>;

describe('the shape of an answer', () => {
  const bot = useBot();
  beforeEach(() => {
    bot.state.answer = () => answers.message;
  });
  const answering = (answer: Answer, body: unknown) => {
    bot.state.answer = () => answer;
    return bot.post(body);
  };

  const dialogs: [name: string, body: unknown][] = [
    ['a button that opens a dialog', invoke('task/fetch', { data: { verb: 'report.open' }, context: { theme: 'dark' } })],
    ['a button inside a dialog', invoke('task/submit', { data: { verb: 'report.send' } })],
    ['the command of the compose box', invoke('composeExtension/fetchTask', { commandId: 'report', commandContext: 'compose' })],
    ['a step after a command', invoke('composeExtension/submitAction', { commandId: 'report', data: { verb: 'report.send' } })],
  ];
  for (const [name, body] of dialogs) {
    it(`to ${name} is a dialog's`, async () => {
      const value = { title: 'Report', width: 'medium', height: 'large', card: attachment };
      assert.deepEqual((await answering(answers.dialog, body)).body, { task: { type: 'continue', value } });
      assert.deepEqual((await answering(answers.card, body)).body, {
        task: { type: 'continue', value: { ...value, title: 'Online Safety' } },
      });
      assert.deepEqual((await answering(answers.message, body)).body, { task: { type: 'message', value: 'Saved.' } });
      assert.deepEqual(await answering(answers.close, body), { status: 200, text: '', body: undefined });
    });
  }

  it("to a card's button in a chat replaces the card or leaves it alone", async () => {
    const click = invoke('adaptiveCard/action', {
      action: { type: 'Action.Execute', verb: 'home.show', data: { verb: 'home.show' } },
      trigger: 'manual',
    });
    const drawn = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: shown };
    assert.deepEqual((await answering(answers.card, click)).body, drawn);
    const said = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Saved.' };
    assert.deepEqual((await answering(answers.message, click)).body, said);
    assert.deepEqual((await answering(answers.close, click)).body, { ...said, value: 'Done.' });
  });

  it('is never a dialog’s card in a chat, where others may read it', async () => {
    const click = invoke('adaptiveCard/action', { action: { type: 'Action.Execute', verb: 'incident.open', data: {} } });
    assert.match((await answering(answers.dialog, click)).body.value, /only in a window of its own/);
    await answering(answers.dialog, { ...message(''), value: { verb: 'incident.open' } });
    assert.match(String(bot.posted[0]?.activity.text), /only in a window of its own/);
    assert.equal(bot.posted[0]?.activity.attachments, undefined);
  });

  it('to typed text is a post of its own, never text and card together', async () => {
    await answering(answers.card, message('home'));
    await answering(answers.message, message('home'));
    await answering(answers.close, message('home'));
    assert.deepEqual(bot.posted, [
      { conversation: 'a:chat', activity: { type: 'message', summary: 'Online Safety', attachments: [attachment] } },
      { conversation: 'a:chat', activity: { type: 'message', textFormat: 'markdown', text: 'Saved.' } },
    ]);
  });

  it('is a plain 200 when the post does not arrive, and the log knows', async () => {
    bot.state.replyArrives = false;
    assert.equal((await bot.post(message('home'))).status, 200);
    assert.deepEqual(bot.logged.at(-1), ['turn.broke', { reason: 'reply-not-sent' }]);
  });

  it('is an apology in the shape of the door when the front breaks, with nothing of the error in it', async () => {
    bot.state.answer = () => {
      throw new Error('Tom Lee');
    };
    const dialog = await bot.post(invoke('task/submit', { data: { verb: 'report.send' } }));
    const click = await bot.post(invoke('adaptiveCard/action', { action: { verb: 'home.show' } }));
    await bot.post(message('home'));
    for (const text of [dialog.body.task.value, click.body.value, bot.posted[0]?.activity.text])
      assert.match(String(text), /^Something went wrong here/);
    assert.deepEqual([dialog.status, click.status], [200, 200]);
    assert.doesNotMatch(JSON.stringify([dialog, click, bot.posted, bot.logged]), /Tom Lee/);
  });

  describe('to a button that this version does not have', () => {
    const older = /^That button is from an older card/;
    for (const verb of ['report.sent', 'toString', '__proto__', 'constructor', '', 7, null, undefined, ['home.show']]) {
      it(`(${JSON.stringify(verb)}) says so in the shape of the door`, async () => {
        assert.match((await bot.post(invoke('task/fetch', { data: { verb } }))).body.task.value, older);
        assert.match(
          (await bot.post(invoke('composeExtension/submitAction', { commandId: 'report', data: { verb } }))).body.task.value,
          older,
        );
        assert.match((await bot.post(invoke('adaptiveCard/action', { action: { verb } }))).body.value, older);
        await bot.post(activity({ type: 'message', value: { verb } }));
        assert.match(String(bot.posted[0]?.activity.text), older);
        assert.deepEqual(bot.asked(), []);
        assert.deepEqual(bot.logged[0], ['turn.refused', { reason: 'unknown-verb' }]);
      });
    }

    it('says so when the data is no data, and for a command that is not ours', async () => {
      for (const data of [null, 'home.show', [], 5]) assert.match((await bot.post(invoke('task/submit', { data }))).body.task.value, older);
      assert.match((await bot.post(invoke('composeExtension/fetchTask', { commandId: 'other' }))).body.task.value, older);
    });
  });
});

describe('what a press brings to the front', () => {
  const bot = useBot();
  const requested = async (body: unknown) => {
    await bot.post(body);
    const call = bot.asked()[0];
    assert.ok(call && 'act' in call);
    return call.act;
  };
  const conversation = { id: 'a:chat', kind: 'personal', serviceUrl };
  const actor = {
    school: 'larkfield',
    person: { id: `${tenant}:${teacher}`, name: 'Ms Robyn Patel', kind: 'staff' },
    administrator: false,
  };

  it('is the verb, everything typed, and where it came from', async () => {
    const data = { verb: 'report.send', draft: '7K3M9QTX', told: 'In the corridor.' };
    assert.deepEqual(await requested(invoke('task/submit', { data })), {
      actor,
      verb: 'report.send',
      data,
      conversation,
      activityId: 'f:1',
      inDialog: true,
    });
  });

  it('is the same from a plain press in a chat', async () => {
    const { verb, data } = await requested(activity({ type: 'message', value: { verb: 'home.show', a: '1' } }));
    assert.deepEqual([verb, data], ['home.show', { verb: 'home.show', a: '1' }]);
  });

  it('is what was typed, when the value of a message holds nothing of ours', async () => {
    await bot.post(activity({ type: 'message', text: ' home ', value: { from: 'another client' } }));
    assert.deepEqual(bot.asked(), [{ say: { actor, text: 'home', conversation } }]);
  });

  it('is the verb of Action.Execute itself', async () => {
    const { verb, data } = await requested(
      invoke('adaptiveCard/action', { action: { verb: 'mine.open', data: { incident: '7K3M9QTX', verb: 'mine.list' } } }),
    );
    assert.deepEqual([verb, data.incident], ['mine.open', '7K3M9QTX']);
  });

  it('is report.open from both commands, and the verb of the data from then on', async () => {
    assert.equal((await requested(invoke('composeExtension/fetchTask', { commandId: 'report' }))).verb, 'report.open');
    bot.calls.length = 0;
    assert.equal(
      (await requested(invoke('composeExtension/fetchTask', { commandId: 'report-message', messagePayload: {} }))).verb,
      'report.open',
    );
    bot.calls.length = 0;
    assert.equal(
      (await requested(invoke('composeExtension/submitAction', { commandId: 'report', data: { verb: 'report.tile' } }))).verb,
      'report.tile',
    );
  });
});
