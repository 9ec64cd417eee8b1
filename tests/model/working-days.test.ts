import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nextDay } from '../../src/model/dates.ts';
import { readJson } from '../../src/model/json-source.ts';
import { type CalendarYear, calendarYearSchema, workedDays, workingDaysBetween } from '../../src/model/working-days.ts';

const noticed = workedDays(new Map());
const isWeekend = (day: string) => ['Sat', 'Sun'].includes(new Date(day).toUTCString().slice(0, 3));

function daysOf(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = nextDay(day)) days.push(day);
  return days;
}

/** A year with the last days before it, which its notice also speaks of. */
const noticedYear = (year: number) => daysOf(`${year - 1}-12-25`, `${year}-12-24`);

describe('the kept calendar', () => {
  it.each(['2025', '2026'])('says of every day of %s what the notice says', (year) => {
    const file = join(import.meta.dirname, 'notices', `${year}.json`);
    const notice = readJson(readFileSync(file, 'utf8'), calendarYearSchema, file);
    const own = workedDays(new Map([[year, notice]]));
    const days = daysOf(`${year}-01-01`, `${year}-12-31`);
    expect(days.filter((day) => own(day) !== noticed(day))).toEqual([]);
    expect(days.filter((day) => own(day) === undefined)).toEqual([]);
  });

  // 全国年节及纪念日放假办法: 10 days, 11 from 2008, 13 from 2025. Besides: 2015-09-03, and two days of 2020's longer Spring Festival.
  const STATUTORY = (year: number) => (year < 2008 ? 10 : year < 2025 ? 11 : 13);
  const BESIDES: Readonly<Record<number, number>> = { 2015: 1, 2020: 2 };

  it.each(Array.from({ length: 23 }, (_, index) => 2004 + index))('gives as many days off in %i as the law', (year) => {
    const days = noticedYear(year);
    const off = days.filter((day) => !isWeekend(day) && noticed(day) === false);
    const made = days.filter((day) => isWeekend(day) && noticed(day) === true);
    // 2004 begins with a year that is not kept: its 1 January was a Thursday, and nothing before it was moved.
    expect(off.length - made.length).toBe(STATUTORY(year) + (BESIDES[year] ?? 0));
  });

  it('has the Saturday that was worked before the New Year of 2006 (国办发明电〔2005〕35号)', () => {
    expect(noticed('2005-12-31')).toBe(true);
    expect(noticed('2006-01-03')).toBe(false);
  });

  it.each(['1998-05-01', '2003-12-31', '2099-10-01'])('knows nothing of %s', (day) => {
    expect(noticed(day)).toBeUndefined();
  });
});

describe('a site’s own calendar', () => {
  const of = (year: string): CalendarYear => ({
    year,
    source: '（示例）',
    holidays: [[`${year}-03-03`, `${year}-03-05`]],
    makeUpDays: [`${year}-03-08`],
  });

  it('gives a year that is not kept', () => {
    const worked = workedDays(new Map([['2003', of('2003')]]));
    expect(worked('2003-03-04')).toBe(false);
    expect(worked('2003-03-08')).toBe(true);
    expect(worked('2003-03-06')).toBe(true);
    expect(worked('2003-03-09')).toBe(false);
  });

  it('comes before the kept one', () => {
    const worked = workedDays(new Map([['2025', of('2025')]]));
    expect(worked('2025-03-04')).toBe(false);
    expect(worked('2025-10-01')).toBe(true);
    expect(worked('2024-10-01')).toBe(false);
  });
});

describe('a day', () => {
  it.each([
    ['2025-05-06', '2025-05-07'],
    ['2024-02-28', '2024-02-29'],
    ['2025-02-28', '2025-03-01'],
    ['2025-12-31', '2026-01-01'],
  ])('%s is followed by %s', (day, next) => {
    expect(nextDay(day)).toBe(next);
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
    ['of the first year', '2004-09-30', '2004-10-11', 4],
    ['over a worked Saturday at the end of a year', '2005-12-30', '2006-01-04', 2],
    ['in 2008, when the holidays were moved', '2008-04-30', '2008-05-05', 2],
    ['in 2020, when the Spring Festival was made longer', '2020-01-23', '2020-02-03', 1],
  ])('%s: %s to %s are %i', (_what, start, end, days) => {
    expect(workingDaysBetween(start, end, noticed)).toEqual({ days });
  });

  it.each([
    ['2026-12-30', '2027-01-05', '2027'],
    ['2003-11-05', '2004-01-05', '2003'],
    ['2001-06-01', '2026-01-05', '2001'],
  ])('from %s to %s cannot be counted: the days off of %s are not known', (start, end, unknownYear) => {
    expect(workingDaysBetween(start, end, noticed)).toEqual({ unknownYear });
  });
});
