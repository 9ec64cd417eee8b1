import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readJson } from '../model/json-source.ts';
import type { ReplyRecord } from '../model/reply.ts';
import {
  type CalendarYear,
  calendarYearSchema,
  type WorkingDays,
  workedDays,
  workingDaysBetween,
} from '../model/working-days.ts';
import { CALENDARS, noteRead } from './page-reads.ts';

const FOLDER = 'data/calendar';

/** A site's own calendars by year. Throws a SiteError. */
function readCalendars(root: string): Map<string, CalendarYear> {
  const folder = path.join(root, FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name)) : [];
  return new Map(
    names.sort().map((name) => {
      const file = `${FOLDER}/${name}`;
      return [name.slice(0, 4), readJson(readFileSync(path.join(folder, name), 'utf8'), calendarYearSchema, file)];
    }),
  );
}

/** How many working days after its date a reply was first published, here or elsewhere; undefined where that day is not known. */
export function daysToPublication(root: string, { date, published, sourceDate }: ReplyRecord): WorkingDays | undefined {
  const first = sourceDate ?? published;
  if (first === undefined) return undefined;
  noteRead(CALENDARS);
  return workingDaysBetween(date, first, workedDays(readCalendars(root)));
}
