import { dslFirst } from '#test/domain/rule-sets.ts';
import { answerAudit, openResults } from '#test/support/auditing.ts';
import { as, lookAtScreens, type Screen } from '#test/support/screens.ts';
import { quiet } from '#test/support/telling.ts';
import { openOverview, openRecordOf } from '#test/support/training.ts';

const pressed = (name: string, who: string, button: string, shows: RegExp): Screen => ({
  name,
  who,
  make: (school) => as(school, who).press(button),
  shows,
});

const training: Screen[] = [
  { name: 'training', who: 'idris', make: (school) => openOverview(as(school, 'idris')), shows: /Where the school stands/ },
  pressed('training-due', 'idris', 'Who is due', /Ms Robyn Patel/),
  { name: 'training-person', who: 'idris', make: (school) => openRecordOf(school, as(school, 'idris'), 'robyn'), shows: /Class teacher/ },
  {
    name: 'remind-more',
    who: 'idris',
    make: async (school) => {
      await openOverview(as(school, 'idris'));
      await as(school, 'idris').press('Send a reminder');
      return as(school, 'idris').press('Next', { topic: 'reporting', words: 'By Friday, please.', who: 'role', when: 'later' });
    },
    shows: /Which role/,
  },
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
  { name: 'reminder', who: 'robyn', make: async () => undefined, shows: /By Friday, please/ },
  pressed('quiz', 'robyn', 'Start', /Question 1 of 5/),
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

lookAtScreens('training', training, { training: true });
