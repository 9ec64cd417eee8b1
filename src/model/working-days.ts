import { z } from 'zod';
import type { Finding, Place } from '../errors.ts';
import { calendarDaySchema, daysInMonth } from './dates.ts';

/** `data/calendar/<year>.json`: the days off and the working week-ends of a year, as the State Council's notice has them. */
export const calendarYearSchema = z.strictObject({
  $schema: z.string().optional(),
  year: z.string().regex(/^\d{4}$/),
  /** The notice. */
  source: z.string().min(1),
  /** First and last day of each holiday, week-ends in it included. */
  holidays: z.array(z.tuple([calendarDaySchema, calendarDaySchema])),
  /** Days of week-ends that are worked. */
  makeUpDays: z.array(calendarDaySchema),
});

export type CalendarYear = z.infer<typeof calendarYearSchema>;

/** The day after a calendar day. */
export function nextDay(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const text = (value: number, digits: number) => String(value).padStart(digits, '0');
  if (date < daysInMonth(year, month)) return `${day.slice(0, 8)}${text(date + 1, 2)}`;
  return month < 12 ? `${text(year, 4)}-${text(month + 1, 2)}-01` : `${text(year + 1, 4)}-01-01`;
}

/** The day of the week of a calendar day, 0 for Sunday (Zeller's congruence), without any time zone. */
export function weekday(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [shiftedYear, shiftedMonth] = month < 3 ? [year - 1, month + 12] : [year, month];
  const century = Math.floor(shiftedYear / 100);
  const inCentury = shiftedYear % 100;
  const sum =
    date +
    Math.floor((13 * (shiftedMonth + 1)) / 5) +
    inCentury +
    Math.floor(inCentury / 4) +
    Math.floor(century / 4) +
    5 * century;
  return (sum + 6) % 7;
}

/** Whether a day is worked in its year's calendar. */
export function isWorkingDay(day: string, calendar: CalendarYear): boolean {
  if (calendar.makeUpDays.includes(day)) return true;
  if (calendar.holidays.some(([first, last]) => first <= day && day <= last)) return false;
  return ![0, 6].includes(weekday(day));
}

/**
 * The working days from a day, which does not count, through another, which does (民法典第二百零一条). Gives the year
 * whose calendar is missing where one is; 0 where the end is not after the start.
 */
export function workingDaysBetween(
  start: string,
  end: string,
  calendars: ReadonlyMap<string, CalendarYear>,
): { readonly days: number } | { readonly missingYear: string } {
  let days = 0;
  for (let day = nextDay(start); day <= end; day = nextDay(day)) {
    const calendar = calendars.get(day.slice(0, 4));
    if (!calendar) return { missingYear: day.slice(0, 4) };
    if (isWorkingDay(day, calendar)) days += 1;
  }
  return { days };
}

/** A year that working days are counted in and that has no calendar. */
export function missingCalendar(year: string, place: Place): Finding {
  return {
    rule: 'calendar-missing',
    severity: 'error',
    place,
    message: {
      zh: `没有${year}年的节假日安排，算不出成文到公布的工作日`,
      en: `there is no calendar of ${year}, so the working days between date and publication cannot be counted`,
    },
    hint: {
      zh: `请按国务院办公厅的节假日通知写 data/calendar/${year}.json（照其他年份的样子）`,
      en: `write data/calendar/${year}.json from the State Council's notice, as in the other years`,
    },
  };
}
