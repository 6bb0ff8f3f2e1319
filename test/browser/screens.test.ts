import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { otherThanRight, quizNamed } from '#test/domain/quizzes.ts';
import { dslFirst } from '#test/domain/rule-sets.ts';
import type { Typing } from '#test/local-teams/client.ts';
import { answerAudit, openResults } from '#test/support/auditing.ts';
import { useBrowser } from '#test/support/browser.ts';
import { clipped, cutOff, faultsOf, shoot } from '#test/support/local-teams-page.ts';
import { answerRest } from '#test/support/quizzing.ts';
import type { TestSchool } from '#test/support/school.ts';
import { quiet } from '#test/support/telling.ts';
import { openOverview, openRecordOf } from '#test/support/training.ts';

/** One screen: how it comes about, who looks at it, and words that stand on it. */
type Screen = { name: string; who: string; in?: string; make: (school: TestSchool) => Promise<unknown>; shows: RegExp };

const nothing = async () => undefined;
const as = (school: TestSchool, who: string) => school.teams.as(who);

async function openTile(school: TestSchool, tile: string): Promise<void> {
  const robyn = as(school, 'robyn');
  const buttons = (await robyn.dialog())?.card?.buttons ?? [];
  if (buttons.some(({ title }) => title === 'Back')) await robyn.press('Back');
  await robyn.press(tile);
}

const reporting: Screen[] = [
  { name: 'tiles', who: 'robyn', make: (school) => as(school, 'robyn').press('Report a concern'), shows: /What is it about\?/ },
  ...[
    'Nude or sexual picture or video of a child',
    'Bullying, hate or cruel messages',
    'Worry about an adult who works or volunteers here',
    'Something else, or not sure',
  ].map((tile, i) => ({
    name: `tile-${i + 1}`,
    who: 'robyn',
    make: (school: TestSchool) => openTile(school, tile),
    shows: new RegExp(tile),
  })),
  {
    name: 'sent',
    who: 'robyn',
    make: (school) => as(school, 'robyn').press('Send', { 'q.what': 'What I was told' }),
    shows: /Sent: OS-/,
  },
  { name: 'receipt', who: 'robyn', make: (school) => as(school, 'robyn').closeDialog(), shows: /Nobody has answered yet/ },
];

const answering: Screen[] = [
  {
    name: 'alert',
    who: 'anita',
    make: async (school) => {
      await as(school, 'robyn').press('Report a concern');
      await as(school, 'robyn').press('Bullying, hate or cruel messages');
      await as(school, 'robyn').press('Send', { 'q.harmed.0.name': 'Sam Example', 'q.what': 'Cruel messages in a group chat' });
      return as(school, 'robyn').closeDialog();
    },
    shows: /report.*OS-/,
  },
  { name: 'alert-channel', who: 'anita', in: 'Alerts', make: nothing, shows: /report.*OS-/ },
  { name: 'case', who: 'anita', make: (school) => as(school, 'anita').press('Open'), shows: /What was said/ },
  {
    name: 'pass-on',
    who: 'anita',
    make: async (school) => {
      await as(school, 'anita').closeDialog();
      return as(school, 'anita').press('I can’t: pass it on');
    },
    shows: /The next people are asked at once/,
  },
  {
    name: 'case-taken',
    who: 'anita',
    make: async (school) => {
      await as(school, 'anita').closeDialog();
      await as(school, 'anita').press('I’m dealing with it');
      return as(school, 'anita').press('Open');
    },
    shows: /Write what you have done or decided/,
  },
  {
    name: 'my-reports',
    who: 'robyn',
    make: async (school) => {
      await as(school, 'robyn').say('what happens to a report?');
      return as(school, 'robyn').say('my reports');
    },
    shows: /My reports/,
  },
  {
    name: 'message',
    who: 'robyn',
    make: async (school) => {
      await as(school, 'keisha').say('Somebody filmed this at lunch', { in: 'Year 5 planning' });
      return as(school, 'robyn').messageAction('Somebody filmed this at lunch');
    },
    shows: /About a message from/,
  },
];

const danger: Screen[] = [
  {
    name: 'danger',
    who: 'owen',
    make: async (school) => {
      await as(school, 'owen').press('Report a concern');
      await as(school, 'owen').press('In danger now');
      return as(school, 'owen').press('Alert the DSL and headteacher', { 'x.room': 'Room 4' });
    },
    shows: /Alert sent \(/,
  },
  { name: 'danger-alert', who: 'lowe', make: nothing, shows: /Go to Room 4/ },
  {
    name: 'nobody-yet',
    who: 'owen',
    make: async (school) => {
      await as(school, 'owen').closeDialog();
      await school.later(11);
    },
    shows: /You do not need permission/,
  },
];

const settingUp: Screen[] = [
  {
    name: 'set-up',
    who: 'idris',
    make: async (school) => {
      await as(school, 'idris').say('set up');
      return as(school, 'idris').press('Set up');
    },
    shows: /Set-up is complete/,
  },
  { name: 'set-up-roles', who: 'idris', make: (school) => as(school, 'idris').press('Roles'), shows: /Who holds which role/ },
  {
    name: 'set-up-test',
    who: 'idris',
    make: async (school) => {
      await as(school, 'idris').press('Back');
      return as(school, 'idris').press('Test alert');
    },
    shows: /Do alerts arrive/,
  },
];

const pressed = (name: string, who: string, button: string, shows: RegExp, typing?: Typing): Screen => ({
  name,
  who,
  make: (school) => as(school, who).press(button, typing),
  shows,
});

/** The overview anew, and one press from there. */
const fromOverview = (name: string, button: string, shows: RegExp): Screen => ({
  name,
  who: 'idris',
  make: async (school) => {
    await openOverview(as(school, 'idris'));
    return as(school, 'idris').press(button);
  },
  shows,
});

const training: Screen[] = [
  { name: 'training', who: 'idris', make: (school) => openOverview(as(school, 'idris')), shows: /Where the school stands/ },
  pressed('training-due', 'idris', 'Who is due', /Ms Robyn Patel/),
  { name: 'training-person', who: 'idris', make: (school) => openRecordOf(school, as(school, 'idris'), 'robyn'), shows: /Class teacher/ },
  fromOverview('training-record', 'Record training', /Trainer or course/),
  fromOverview('remind', 'Send a reminder', /What, to whom and when/),
  pressed('remind-more', 'idris', 'Next', /Which role/, { topic: 'reporting', words: 'By Friday, please.', who: 'role', when: 'later' }),
  {
    name: 'remind-look',
    who: 'idris',
    make: async (school) => {
      await as(school, 'idris').press('Back');
      return as(school, 'idris').press('Next', { who: 'staff', when: 'now' });
    },
    shows: /This goes to 9 people/,
  },
  {
    name: 'progress',
    who: 'idris',
    make: async (school) => {
      await as(school, 'idris').press('Send');
      await as(school, 'idris').closeDialog();
      return quiet(school);
    },
    shows: /Sent at 10:00/,
  },
  { name: 'reminder', who: 'robyn', make: nothing, shows: /By Friday, please/ },
  pressed('quiz', 'robyn', 'Start', /Question 1 of 5/),
  {
    name: 'quiz-result',
    who: 'robyn',
    make: (school) => answerRest(as(school, 'robyn'), quizNamed('dsl-first', 'reporting'), otherThanRight),
    shows: /0 of 5 this time/,
  },
  {
    name: 'my-training',
    who: 'robyn',
    make: async (school) => {
      await as(school, 'robyn').closeDialog();
      return as(school, 'robyn').say('my training');
    },
    shows: /^My training/,
  },
  pressed('self-audit', 'robyn', 'Answer the self-audit', /How sure do you feel/),
  {
    name: 'audit-results',
    who: 'idris',
    make: async (school) => {
      const [first, second] = dslFirst.training.audit?.statements.map(({ key }) => key) ?? [];
      for (const who of ['robyn', 'owen', 'anita']) await answerAudit(as(school, who), { [first ?? '']: 1, [second ?? '']: 4 });
      return openResults(as(school, 'idris'));
    },
    shows: /3 of 9 have answered/,
  },
];

/** Puts this person's conversation, and their dialog if there is one, on the page. */
async function look(page: Page, school: TestSchool, { who, in: place, shows }: Screen): Promise<void> {
  await school.teams.settled();
  const { me, conversations } = await as(school, who).state();
  const found = conversations.find(({ kind, name }) => (place === undefined ? kind === 'personal' : name === place));
  await page.evaluate(`location.hash = ${JSON.stringify([me.id, found?.id ?? ''].map(encodeURIComponent).join('/'))}`);
  await page.waitForFunction(`document.title.startsWith(${JSON.stringify(me.name)})`);
  await page.locator('dialog[open], article').filter({ hasText: shows }).last().waitFor();
}

async function examine(page: Page, school: TestSchool, screen: Screen, size: string): Promise<void> {
  await look(page, school, screen);
  const found = { faults: await faultsOf(page), cutOff: await cutOff(page), clipped: await clipped(page) };
  assert.deepEqual(found, { faults: [], cutOff: [], clipped: [] }, `${screen.name}, ${size}`);
  await shoot(page, `${screen.name}-${size}`);
}

const stories = { reporting, answering, danger, 'setting up': settingUp, training };

for (const [story, screens] of Object.entries(stories)) {
  describe(`every screen of ${story}`, () => {
    const stage = useBrowser({ ruleSet: 'dsl-first', training: screens === training });

    it('has no fault that axe-core finds, and nothing is cut off: at a desk in light, on a phone in dark', async function () {
      this.timeout(60_000);
      const { school, open } = stage();
      const pages = { desk: await open('robyn'), phone: await open('robyn', { phone: true, dark: true }) };
      for (const screen of screens) {
        await screen.make(school);
        await Promise.all(Object.entries(pages).map(([size, page]) => examine(page, school, screen, size)));
      }
    });
  });
}
