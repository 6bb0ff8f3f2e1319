import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { describe, it } from 'mocha';
import { dayOf, instantOn } from '#domain/days.ts';
import { Calendar } from '#domain/settings.ts';
import { steadyOffset } from '#domain/zone-offset.ts';

const hour = 60 * 60 * 1000;
const zones = ['Europe/London', 'Pacific/Kiritimati', 'America/St_Johns', 'Pacific/Pago_Pago', 'Africa/Casablanca'];

describe('the offset of a school’s clock', () => {
  it('is that of the season, and of the zone', () => {
    assert.equal(steadyOffset('Europe/London', '2026-11-23'), 0);
    assert.equal(steadyOffset('Europe/London', '2026-06-01'), hour);
    assert.equal(steadyOffset('America/St_Johns', '2026-01-15'), -3.5 * hour);
  });

  it('is not known on the days around a change of the clocks', () => {
    for (const day of ['2026-03-28', '2026-03-29', '2026-03-30']) assert.equal(steadyOffset('Europe/London', day), undefined);
  });

  it('is not known for a zone or a day that does not exist', () => {
    assert.equal(steadyOffset('Europe/Camelot', '2026-11-23'), undefined);
    assert.equal(steadyOffset('Europe/London', '2026-13-45'), undefined);
  });

  for (const zone of zones) {
    it(`gives the days and moments of the time-zone tables through a year in ${zone}`, () => {
      const calendar = Calendar.parse({ zone });
      for (let at = Date.parse('2026-01-01T00:30:00Z'); at < Date.parse('2027-01-01T00:00:00Z'); at += 7 * hour) {
        const moment = DateTime.fromMillis(at, { zone });
        const instant = new Date(at).toISOString();
        assert.equal(dayOf(calendar, instant), moment.toISODate());
        const [day, time] = [moment.toFormat('yyyy-MM-dd'), moment.toFormat('HH:mm')];
        assert.equal(instantOn(calendar, day, time), DateTime.fromISO(`${day}T${time}`, { zone }).toUTC().toISO());
      }
    });
  }
});
