import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SiteError } from '../errors.ts';
import { readJson } from '../model/json-source.ts';
import type { ReplyRecord } from '../model/reply.ts';
import { type CalendarYear, calendarYearSchema, missingCalendar, workingDaysBetween } from '../model/working-days.ts';
import { replyFile } from './files.ts';
import { CALENDARS, noteRead } from './page-reads.ts';

const FOLDER = 'data/calendar';

/** The calendars of a site by year. Throws a SiteError. */
export function readCalendars(root: string): Map<string, CalendarYear> {
  const folder = path.join(root, FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name)) : [];
  return new Map(
    names.sort().map((name) => {
      const file = `${FOLDER}/${name}`;
      return [name.slice(0, 4), readJson(readFileSync(path.join(folder, name), 'utf8'), calendarYearSchema, file)];
    }),
  );
}

/**
 * How many working days after its date a reply was published; undefined where the day of publication is not known.
 * Throws a SiteError where a year between them has no calendar.
 */
export function daysToPublication(root: string, id: string, { date, published }: ReplyRecord): number | undefined {
  if (published === undefined) return undefined;
  noteRead(CALENDARS);
  const counted = workingDaysBetween(date, published, readCalendars(root));
  if ('days' in counted) return counted.days;
  throw new SiteError(missingCalendar(counted.missingYear, { file: replyFile(id, 'zh') }));
}
