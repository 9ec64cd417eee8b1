import noticed from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { z } from 'zod';
import { calendarDaySchema, nextDay } from './dates.ts';

/**
 * `data/calendar/<year>.json`: the days off and the working week-ends of a year, as the State Council's notice has them. A site needs
 * one only for a year that chinese-days does not have yet, or where it is wrong.
 */
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

/** Whether a day is worked; undefined in a year whose days off are not known. */
type WorkedDays = (day: string) => boolean | undefined;

const DAYS_OFF: Readonly<Record<string, string>> = noticed.holidays;
const WORKED_WEEKENDS: Readonly<Record<string, string>> = noticed.workdays;

/** A worked Saturday that chinese-days lacks: 国办发明电〔2005〕35号, 元旦. */
const ALSO_WORKED: ReadonlySet<string> = new Set(['2005-12-31']);

/**
 * Whether chinese-days has a whole year: a year of which it has only the last days, from the next year's notice, counts
 * as unknown.
 */
const isNoticed = (year: string): boolean => `${year}-01-01` in DAYS_OFF && `${year}-10-01` in DAYS_OFF;

/** Which days are worked: by a site's own calendar of the year, else by what chinese-days has of the State Council's notices. */
export function workedDays(own: ReadonlyMap<string, CalendarYear>): WorkedDays {
  return (day) => {
    const year = day.slice(0, 4);
    const calendar = own.get(year);
    if (calendar !== undefined) return isWorkedIn(day, calendar);
    if (!isNoticed(year)) return undefined;
    if (day in WORKED_WEEKENDS || ALSO_WORKED.has(day)) return true;
    return !(day in DAYS_OFF) && isWeekday(day);
  };
}

/** Whether a calendar day is a Monday to Friday, in any time zone of the machine. */
const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

function isWorkedIn(day: string, { holidays, makeUpDays }: CalendarYear): boolean {
  if (makeUpDays.includes(day)) return true;
  return !holidays.some(([first, last]) => first <= day && day <= last) && isWeekday(day);
}

/** The number of working days, or the first year in between whose days off are not known. */
export type WorkingDays = { readonly days: number } | { readonly unknownYear: string };

/**
 * The working days from a day, which does not count, through another, which does (民法典第二百零一条); 0 where the end is not
 * after the start.
 */
export function workingDaysBetween(start: string, end: string, worked: WorkedDays): WorkingDays {
  let days = 0;
  for (let day = nextDay(start); day <= end; day = nextDay(day)) {
    const own = worked(day);
    if (own === undefined) return { unknownYear: day.slice(0, 4) };
    if (own) days += 1;
  }
  return { days };
}
