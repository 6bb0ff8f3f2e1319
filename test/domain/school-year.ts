import { Calendar } from '#domain/settings.ts';

/** An invented school year with the usual days and hours. Clocks go back on 25 October 2026 and forward on 28 March 2027. */
export const schoolYear: Calendar = Calendar.parse({
  terms: [
    { name: 'Autumn', from: '2026-09-02', to: '2026-12-18' },
    { name: 'Spring', from: '2027-01-05', to: '2027-03-25' },
    { name: 'Summer', from: '2027-04-12', to: '2027-07-21' },
  ],
  closures: [
    { name: 'Autumn half term', from: '2026-10-26', to: '2026-10-30' },
    { name: 'Spring half term', from: '2027-02-15', to: '2027-02-19' },
    { name: 'May Day', from: '2027-05-03', to: '2027-05-03' },
  ],
  inset: ['2026-09-01', '2026-11-27', '2027-01-04', '2027-07-30'],
});

/** What a school has before anybody has set it up. */
export const noTerms: Calendar = Calendar.parse({});

/** A clock time on a day when Britain keeps Greenwich time. */
export const gmt = (dayAndTime: string) => `${dayAndTime.replace(' ', 'T')}:00.000Z`;
