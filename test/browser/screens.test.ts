import type { TestSchool } from '#test/support/school.ts';
import { as, lookAtScreens, type Screen } from '#test/support/screens.ts';

const nothing = async () => undefined;

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

const stories = { reporting, answering, danger, 'setting up': settingUp };
for (const [story, screens] of Object.entries(stories)) lookAtScreens(story, screens);
