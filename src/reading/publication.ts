import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { SiteError } from '../errors.ts';
import { dayOfMoment, momentSchema, startOfDay } from '../model/dates.ts';
import { readJson } from '../model/json-source.ts';
import type { ReplyRecord } from '../model/reply.ts';
import { splitFrontMatter } from '../model/source-file.ts';
import {
  type CalendarYear,
  calendarYearSchema,
  type WorkingDays,
  workedDays,
  workingDaysBetween,
} from '../model/working-days.ts';
import { readYaml } from '../model/yaml-source.ts';
import { replyFile, replyIds, replyLanguage } from './files.ts';
import { CALENDARS, noteRead } from './page-reads.ts';

const heldSchema = z.looseObject({ publishAt: momentSchema.optional() });

/** Later than any moment: the time of a reply whose `publishAt` cannot be read. The check says what is wrong with it. */
const NEVER = '9999-12-31T23:59:59+08:00';

/** The moment before which a reply's file holds it back; `undefined` where it does not. */
function publishTime(root: string, id: string): string | undefined {
  const file = replyFile(root, id, replyLanguage(root, id));
  const text = readFileSync(path.join(root, file), 'utf8');
  // The key cannot be hidden by escapes: the check refuses them in front matter.
  if (!text.includes('publishAt')) return undefined;
  try {
    return readYaml(splitFrontMatter(text, file).frontMatter, heldSchema, { file, linesBefore: 1 }).publishAt;
  } catch (error) {
    if (error instanceof SiteError) return NEVER;
    throw error;
  }
}

/** The ids of the replies whose `publishAt` has not come at a moment; none where no moment is given, as in a draft. */
export function heldReplies(root: string, moment: string | undefined): ReadonlySet<string> {
  if (moment === undefined) return new Set();
  return new Set(replyIds(root).filter((id) => (publishTime(root, id) ?? moment) > moment));
}

/**
 * The last time up to `moment`, and on its day, at which a reply became public. A build as of then has the same replies
 * at any later hour of the day. `undefined` where no reply did: then the day alone determines which are public.
 */
export function lastPublishing(root: string, moment: string): string | undefined {
  return replyIds(root)
    .flatMap((id) => publishTime(root, id) ?? [])
    .filter((time) => time <= moment && time > startOfDay(dayOfMoment(moment)))
    .sort()
    .at(-1);
}

/** The ids of the replies that are public at a moment, in code-point order; all where no moment is given. */
export function publicReplyIds(root: string, moment: string | undefined): string[] {
  const held = heldReplies(root, moment);
  return replyIds(root).filter((id) => !held.has(id));
}

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
