import assert from 'node:assert/strict';
import { aCard, type BotReply, cardMessage, dialogWith, type Stand, stand, words } from './fake-bot.ts';
import { type Json, personalIdOf } from './world.ts';

const open = { type: 'Action.Submit', title: 'Report', data: { verb: 'report.open', msteams: { type: 'task/fetch' } } };
const take = { type: 'Action.Execute', title: 'Take', verb: 'take', data: { verb: 'take' } };
const closed: BotReply = { status: 200 };

describe('a person at Local Teams', () => {
  let s: Stand;
  let reply: (activity: Json) => BotReply;
  const robyn = () => s.teams.as('robyn');
  const post = async (card: Json, who = 'robyn') => {
    const chat = personalIdOf(s.teams.world, await s.teams.idOf(who));
    return (await s.call('POST', `v3/conversations/${chat}/activities`, cardMessage(card))).body.id as string;
  };
  const last = () => s.bot.heard.at(-1) as Json & { value: Json; conversation: Json; channelData: Json; from: Json };

  beforeEach(async () => {
    reply = () => closed;
    s = await stand((activity) => reply(activity));
  });
  afterEach(() => s.close());

  it('writes to the bot as Teams brings it', async () => {
    await robyn().say('report <b>');
    const { type, text, from, conversation, channelData, attachments, serviceUrl } = last();
    assert.deepEqual([type, text, serviceUrl], ['message', 'report <b>', s.teams.url]);
    assert.deepEqual(attachments, [{ contentType: 'text/html', content: '<div>report &lt;b&gt;</div>' }]);
    assert.match(String(from.id), /^29:/);
    assert.equal(conversation.conversationType, 'personal');
    assert.deepEqual(channelData, { tenant: { id: s.teams.world.file.tenantId } });
  });

  it('is not heard by the bot in a channel without a mention', async () => {
    await robyn().say('Good morning', { in: 'Staffroom' });
    assert.equal(s.bot.heard.length, 0);
    await robyn().say('help', { in: 'Staffroom', mention: true });
    assert.equal(last().text, '<at>Online Safety</at> help');
    assert.match(String(last().conversation.id), /^19:larkfield-staffroom@thread\.tacv2;messageid=\d+$/);
    assert.deepEqual(last().channelData.channel, { id: '19:larkfield-staffroom@thread.tacv2' });
  });

  it('cannot write where they are not, or to an app that they do not have', async () => {
    await assert.rejects(robyn().say('Hello', { in: 'Alerts' }), /not in that conversation/);
    await robyn().setApp('absent');
    await assert.rejects(robyn().say('Hello'), /not installed/);
  });

  describe('pressing a button', () => {
    it('that is not on the card fails, and says what is', async () => {
      await post(aCard([words('Hello')], [take]));
      await assert.rejects(robyn().press('Leave'), /There is no button "Leave".*"Take"/);
    });

    it('that is hidden fails until it is shown', async () => {
      const hidden = { type: 'Container', id: 'more', isVisible: false, items: [words('Secret'), { type: 'ActionSet', actions: [take] }] };
      await post(aCard([hidden], [{ type: 'Action.ToggleVisibility', title: 'More', targetElements: ['more'] }]));
      await assert.rejects(robyn().press('Take'), /no button "Take"/);
      await robyn().press('More');
      assert.match((await robyn().cards())[0]?.text ?? '', /Secret/);
      await robyn().press('Take');
      assert.equal(s.bot.heard.length, 1);
    });

    it('of one title among several asks which is meant', async () => {
      await post(
        aCard(
          [],
          [
            { ...take, data: { id: '1' } },
            { ...take, data: { id: '2' } },
          ],
        ),
      );
      await assert.rejects(robyn().press('Take'), /say which/);
      await robyn().press({ title: 'Take', data: { id: '2' } });
      assert.deepEqual((last().value.action as Json).data, { id: '2' });
    });

    it('sends all the inputs of the card, defaults and hidden ones included', async () => {
      const inputs = [
        { type: 'Input.Text', id: 'what', label: 'What' },
        { type: 'Input.Text', id: 'kept', label: 'Kept', value: 'as it was' },
        { type: 'Input.Toggle', id: 'on', title: 'On', valueOn: 'true', valueOff: 'false' },
        { type: 'Input.ChoiceSet', id: 'none', label: 'None', choices: [{ title: 'A', value: 'a' }] },
        { type: 'Input.Text', id: 'unseen', label: 'Unseen', value: 'x', isVisible: false },
      ];
      await post(aCard(inputs, [take]));
      await robyn().press('Take', { what: 'typed' });
      assert.deepEqual(last().value, {
        action: {
          type: 'Action.Execute',
          verb: 'take',
          data: { verb: 'take', what: 'typed', kept: 'as it was', on: 'false', unseen: 'x' },
        },
        trigger: 'manual',
      });
    });

    it('refuses typing that the card would not take', async () => {
      const inputs = [
        { type: 'Input.Text', id: 'short', label: 'Short', maxLength: 3 },
        { type: 'Input.ChoiceSet', id: 'one', label: 'One', choices: [{ title: 'A', value: 'a' }] },
        { type: 'Input.Text', id: 'unseen', label: 'Unseen', isVisible: false },
      ];
      await post(aCard(inputs, [take]));
      await assert.rejects(robyn().press('Take', { short: 'four' }), /at most 3/);
      await assert.rejects(robyn().press('Take', { one: 'b' }), /not among the choices/);
      await assert.rejects(robyn().press('Take', { unseen: 'x' }), /hidden/);
      await assert.rejects(robyn().press('Take', { other: 'x' }), /no input "other"/);
      assert.equal(s.bot.heard.length, 0);
    });

    it('sends picked people as object ids', async () => {
      const picker = {
        type: 'Input.ChoiceSet',
        id: 'who',
        label: 'Who',
        isMultiSelect: true,
        choices: [],
        'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
      };
      await post(aCard([picker], [take]));
      const [lowe, pupil] = [await s.teams.idOf('lowe'), await s.teams.idOf('alfie')];
      await robyn().press('Take', { who: [lowe, pupil] });
      assert.equal(((last().value.action as Json).data as Json).who, `${lowe},${pupil}`);
      await assert.rejects(robyn().press('Take', { who: ['somebody'] }), /not among the choices/);
    });

    it('shows the returned card to the clicker only, until the next update', async () => {
      const id = await s.call(
        'POST',
        `v3/conversations/${encodeURIComponent('19:larkfield-heads-office@thread.v2')}/activities`,
        cardMessage(aCard([words('Open')], [take])),
      );
      reply = () => ({
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: aCard([words('Yours')]) },
      });
      const office = { in: "Head's office" };
      await s.teams.as('lowe').press('Take', {}, office);
      const texts = async () => [(await s.teams.as('lowe').cards(office))[0]?.text, (await s.teams.as('vaughan').cards(office))[0]?.text];
      assert.deepEqual(await texts(), ['Yours', 'Open']);
      await s.call(
        'PUT',
        `v3/conversations/${encodeURIComponent('19:larkfield-heads-office@thread.v2')}/activities/${id.body.id}`,
        cardMessage(aCard([words('Closed')])),
      );
      assert.deepEqual(await texts(), ['Closed', 'Closed']);
    });

    it('shows a returned message as a short notice and leaves the card', async () => {
      await post(aCard([words('Open')], [take]));
      reply = () => ({ status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done.' } });
      await robyn().press('Take');
      assert.deepEqual((await robyn().notices()).at(-1)?.text, 'Done.');
      assert.equal((await robyn().cards())[0]?.text, 'Open');
    });

    it('answered with an error says that something went wrong', async () => {
      await post(aCard([words('Open')], [take]));
      for (const body of [
        undefined,
        { statusCode: 500, type: 'application/vnd.microsoft.error', value: { code: 'x', message: 'y' } },
        { statusCode: 200, type: 'application/vnd.microsoft.adaptive.card', value: aCard([]) },
      ]) {
        reply = () => ({ status: 200, body });
        await robyn().press('Take');
        assert.deepEqual((await robyn().notices()).at(-1)?.text, 'Something went wrong. Please try again.');
      }
    });

    it('of kind Submit outside a dialog is a message without text', async () => {
      const id = await post(
        aCard([{ type: 'Input.Text', id: 'a', label: 'A' }], [{ type: 'Action.Submit', title: 'Send', data: { verb: 'x' } }]),
      );
      await robyn().press('Send', { a: 'b' });
      const { type, text, value, replyToId } = last();
      assert.deepEqual([type, text, value, replyToId], ['message', undefined, { verb: 'x', a: 'b' }, id]);
    });
  });

  describe('a dialog', () => {
    const form = (title: string) =>
      dialogWith(
        aCard([{ type: 'Input.Text', id: 'a', label: 'A' }], [{ type: 'Action.Submit', title: 'Next', data: { verb: 'next' } }]),
        title,
      );

    it('opens from a card, goes on, and closes on an empty answer', async () => {
      const id = await post(aCard([], [open]));
      reply = () => form('One');
      assert.equal((await robyn().press('Report')).dialog?.title, 'One');
      assert.deepEqual([last().name, last().replyToId, last().value.data], ['task/fetch', id, open.data]);
      reply = () => form('Two');
      assert.equal((await robyn().press('Next', { a: 'x' })).dialog?.title, 'Two');
      assert.deepEqual([last().name, last().value.data], ['task/submit', { verb: 'next', a: 'x' }]);
      reply = () => closed;
      assert.equal((await robyn().press('Next')).dialog, undefined);
    });

    it('shows a message without buttons', async () => {
      await post(aCard([], [open]));
      reply = () => ({ status: 200, body: { task: { type: 'message', value: 'Nothing here.' } } });
      assert.equal((await robyn().press('Report')).dialog?.text, 'Nothing here.');
      await assert.rejects(robyn().press('Next'), /no buttons/);
      assert.equal((await robyn().closeDialog()).dialog, undefined);
    });

    it('stays as it is when the bot answers with an error', async () => {
      await post(aCard([], [open]));
      reply = () => form('One');
      await robyn().press('Report');
      reply = () => ({ status: 400 });
      assert.equal((await robyn().press('Next')).dialog?.title, 'One');
      assert.equal((await robyn().notices()).at(-1)?.kind, 'error');
    });

    it('opened beside the compose box goes on through the same command', async () => {
      reply = () => form('One');
      await robyn().composeAction('report', { in: 'Year 5 planning' });
      assert.deepEqual(
        [last().name, last().value.commandId, last().value.commandContext],
        ['composeExtension/fetchTask', 'report', 'compose'],
      );
      await robyn().press('Next', { a: 'x' });
      assert.deepEqual(
        [last().name, last().value.commandId, last().value.data],
        ['composeExtension/submitAction', 'report', { verb: 'next', a: 'x' }],
      );
    });

    it('opened from a message brings the message along', async () => {
      await s.teams.as('brandt').say('Look at <this>', { in: 'Staffroom' });
      reply = () => form('One');
      await robyn().messageAction('Look at');
      const payload = last().value.messagePayload as Json;
      assert.deepEqual([last().value.commandId, last().value.commandContext], ['report-message', 'message']);
      assert.deepEqual(payload.body, { contentType: 'html', content: '<p>Look at &lt;this&gt;</p>' });
      assert.deepEqual(payload.from, {
        user: { userIdentityType: 'aadUser', id: await s.teams.idOf('brandt'), displayName: 'Mr Owen Brandt' },
      });
    });
  });

  it('installing the app brings both events, removing it one, blocking it none', async () => {
    await robyn().setApp('absent');
    await robyn().setApp('installed');
    await robyn().setApp('blocked');
    const told = s.bot.heard.map((activity) => [activity.type, activity.action]);
    assert.deepEqual(told, [
      ['installationUpdate', 'remove'],
      ['installationUpdate', 'add'],
      ['conversationUpdate', undefined],
    ]);
    assert.deepEqual(s.bot.heard.at(-1)?.membersAdded, [{ id: s.teams.world.botId }]);
  });

  it('has unread messages until they are read', async () => {
    await post(aCard([words('One')]));
    const unread = async () => (await robyn().state()).conversations.find(({ kind }) => kind === 'personal')?.unread;
    assert.equal(await unread(), 1);
    await robyn().read();
    assert.equal(await unread(), 0);
  });

  it('waits for what comes, and says what is there when it does not', async () => {
    const coming = robyn().card('Later');
    await post(aCard([words('Later')]));
    assert.equal((await coming).text, 'Later');
    await assert.rejects(robyn().card('Never', { within: 50 }), /Waited 50 ms in vain[\s\S]*Later/);
  });
});
