import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/model/json-source.ts';
import {
  calendarYearSchema,
  isWorkingDay,
  nextDay,
  weekday,
  workingDaysBetween,
} from '../../src/model/working-days.ts';

const years = ['2025', '2026'];
const calendars = new Map(
  years.map((year) => {
    const file = `data/calendar/${year}.json`;
    return [year, readJson(readFileSync(file, 'utf8'), calendarYearSchema, file)];
  }),
);

describe.each(years)('the calendar of %s', (year) => {
  const calendar = calendars.get(year);

  it('agrees with an independent one on every day', () => {
    const wrong: string[] = [];
    for (let day = `${year}-01-01`; day.startsWith(year); day = nextDay(day)) {
      if (calendar && isWorkingDay(day, calendar) !== chineseDays.isWorkday(day)) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it('works on week-ends only, to make up', () => {
    expect(calendar?.makeUpDays.filter((day) => ![0, 6].includes(weekday(day)))).toEqual([]);
  });
});

describe('a day', () => {
  it.each([
    ['2025-05-06', '2025-05-07', 2],
    ['2024-02-28', '2024-02-29', 3],
    ['2025-02-28', '2025-03-01', 5],
    ['2025-12-31', '2026-01-01', 3],
  ])('%s is followed by %s and is weekday %i', (day, next, of) => {
    expect(nextDay(day)).toBe(next);
    expect(weekday(day)).toBe(of);
  });
});

describe('working days', () => {
  it.each([
    ['the same day', '2025-05-06', '2025-05-06', 0],
    ['the next day', '2025-05-06', '2025-05-07', 1],
    ['over a week-end', '2025-05-09', '2025-05-12', 1],
    ['over a holiday', '2025-04-30', '2025-05-06', 1],
    ['on a worked Sunday', '2025-04-25', '2025-04-27', 1],
    ['over the new year', '2025-12-31', '2026-01-05', 2],
    ['backwards', '2025-05-07', '2025-05-06', 0],
  ])('%s: %s to %s are %i', (_what, start, end, days) => {
    expect(workingDaysBetween(start, end, calendars)).toEqual({ days });
  });

  it('cannot be counted through a year without a calendar', () => {
    expect(workingDaysBetween('2026-12-30', '2027-01-05', calendars)).toEqual({ missingYear: '2027' });
  });
});
