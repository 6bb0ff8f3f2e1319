import { setupHoursCard } from '#cards/setup-hours.card.ts';
import { checkHours, type HoursForm, readTime } from '#domain/set-up-checks.ts';
import type { Context } from './context.ts';
import { readText } from './read-form.ts';
import { type Section, saveSection, showSection } from './section.ts';

const section: Section<HoursForm> = {
  title: 'School hours',
  stored: async ({ loaded }) => {
    const { opens, closes, alertsFrom, homeTime } = loaded.settings.calendar;
    return { opens, closes, alertsFrom, homeTime };
  },
  read: async (context) => ({
    opens: timeOf(context, 'opens'),
    closes: timeOf(context, 'closes'),
    alertsFrom: timeOf(context, 'alertsFrom'),
    homeTime: timeOf(context, 'homeTime'),
  }),
  check: checkHours,
  change: (form, { loaded }) => ({ type: 'set-calendar', calendar: { ...loaded.settings.calendar, ...form } }),
  draw: setupHoursCard,
};

function timeOf({ request }: Context, id: keyof HoursForm): string {
  const typed = readText(request.data, id);
  return readTime(typed) ?? typed;
}

export const showHours = showSection(section);
export const saveHours = saveSection(section);
