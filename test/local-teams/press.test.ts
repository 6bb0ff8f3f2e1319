import assert from 'node:assert/strict';
import { aCard, type BotReply, cardMessage, type Stand, stand, words } from './fake-bot.ts';
import { type Json, personalIdOf } from './world.ts';

const take = { type: 'Action.Execute', title: 'Take', verb: 'take', data: { verb: 'take' } };

describe('pressing a button', () => {
  let s: Stand;
  let reply: () => BotReply;
  const robyn = () => s.teams.as('robyn');
  const last = () => s.bot.heard.at(-1) as Json & { value: Json };
  const post = async (card: Json) => {
    const chat = personalIdOf(s.teams.world, await s.teams.idOf('robyn'));
    return (await s.call('POST', `v3/conversations/${chat}/activities`, cardMessage(card))).body.id;
  };
  beforeEach(async () => {
    reply = () => ({ status: 200 });
    s = await stand(() => reply());
  });
  afterEach(() => s.close());

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
      { type: 'Input.Text', id: 'empty', label: 'Empty' },
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
        data: { verb: 'take', what: 'typed', empty: '', kept: 'as it was', on: 'false', unseen: 'x' },
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
