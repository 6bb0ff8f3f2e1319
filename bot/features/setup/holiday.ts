import { type HolidayForm, setupHolidayCard } from '#cards/setup-holiday.card.ts';
import { assignmentOf, type HolidayAnswer } from '#domain/set-up.ts';
import { checkAssignment, type Problems } from '#domain/set-up-checks.ts';
import type { Context } from './context.ts';
import { readPeople, readText } from './read-form.ts';
import { savedInWords, waitingFor } from './role.ts';
import { type Section, saveSection, showSection } from './section.ts';

/** Who is told in the holidays must be answered: by somebody's name, or by "nobody: show the numbers" (safeguarding rules, section 3). */
const section: Section<HolidayForm> = {
  title: 'Holidays',
  stored: async ({ loaded }) => ({
    answer: loaded.settings.holidayContact ?? '',
    holders: assignmentOf(loaded.settings, 'holiday-contact').holders,
  }),
  read: async (context) => ({ answer: readText(context.request.data, 'answer'), holders: readPeople(context, 'holders') }),
  check: (form, context): Problems => ({
    ...(form.answer === 'set' || form.answer === 'none' ? {} : { answer: 'unknown-choice' }),
    ...checkAssignment({ holders: form.holders, outsiderName: '', outsiderPhone: '' }, context.known),
    ...(form.answer === 'set' && form.holders.length === 0 && outsiderOf(context).outsider === undefined
      ? { holders: 'nobody-picked' }
      : {}),
  }),
  change: (form, context) => ({
    type: 'answer-holiday',
    answer: form.answer as HolidayAnswer,
    ...(form.answer === 'set' ? { to: { holders: form.holders, ...outsiderOf(context) } } : {}),
  }),
  draw: (view, context) => setupHolidayCard({ ...view, waiting: waitingFor(context, 'holiday-contact') }),
  saved: (events, context) => events.map((event) => savedInWords(event, context)).at(-1) ?? 'Saved.',
};

/** Somebody without an account who holds this role is named on the role's own screen, and stays. */
function outsiderOf({ loaded }: Context) {
  const { outsider } = assignmentOf(loaded.settings, 'holiday-contact');
  return outsider === undefined ? {} : { outsider };
}

export const showHoliday = showSection(section);
export const saveHoliday = saveSection(section);
