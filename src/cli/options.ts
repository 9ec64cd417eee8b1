import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { outputPlace, placeToFill } from '../build/output/output-folder.ts';
import { defaultJobs } from '../build/parallel.ts';
import type { FindingLanguage } from '../errors.ts';
import type { CliWords } from '../language/messages/cli.ts';
import { dayOfMoment, fullMoment, isCalendarDay, isMoment, startOfDay } from '../model/dates.ts';
import { LOCALES, type Translated } from '../model/locale.ts';
import { plainOrigin } from '../model/web-address.ts';
import { PROJECT_FOLDER } from '../system/program.ts';
import { nowInBeijing } from '../system/today.ts';
import { usageError } from '../terminal/failures.ts';

/**
 * The folder that holds `content/`, `data/` and `public/`, absolute and free of links: what was named, else the working folder or the
 * nearest above it that holds a site, else the program's own repository. Throws where there is none.
 */
export function rootFolder(root: string | undefined): string {
  if (root === undefined) return siteAround(process.cwd()) ?? ownSite();
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    throw usageError((words) => words.noFolder('--root', root));
  }
  const folder = realpathSync(root);
  if (!existsSync(join(folder, 'content'))) throw usageError((words) => words.noContent(folder));
  return folder;
}

const holdsSite = (folder: string): boolean => existsSync(join(folder, 'content/site.yaml'));

function siteAround(folder: string): string | undefined {
  if (holdsSite(folder)) return realpathSync(folder);
  return dirname(folder) === folder ? undefined : siteAround(dirname(folder));
}

function ownSite(): string {
  if (holdsSite(PROJECT_FOLDER)) return PROJECT_FOLDER;
  throw usageError((words) => words.noContent(process.cwd()));
}

/** The folder that a command is to make, absolute: what was named, or `dist` in the root. It need not exist yet. Throws a CommandError. */
export function outputFolder(root: string, out: string | undefined): string {
  return outputPlace(out ?? join(root, 'dist'), [root, PROJECT_FOLDER]);
}

/** The folder that PDFs are added to, absolute: what was named, or `pdf` in the root. Throws a CommandError. */
export function pdfFolder(root: string, to: string | undefined): string {
  return placeToFill(to ?? join(root, 'pdf'), [root, PROJECT_FOLDER]);
}

/** The folder that a built site is read from, absolute: what was named, or `dist` in the root. Throws a CommandError. */
export function builtFolder(root: string, out: string | undefined): string {
  if (out === '') throw usageError((words) => words.outUnnamed);
  const folder = resolve(out ?? join(root, 'dist'));
  if (folder === root || root.startsWith(folder + sep)) throw usageError((words) => words.outHoldsRoot(folder));
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw usageError((words) => words.noFolder('--out', folder));
  return folder;
}

/** The day and the moment that a build treats as now. */
interface Now {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly moment: string;
}

/** What `--today` names: a moment, or the first moment of a day; now where it is not given. Throws a CommandError where it is neither. */
export function nowOption(given: string | undefined): Now {
  const moment =
    given === undefined
      ? nowInBeijing()
      : isMoment(given)
        ? fullMoment(given)
        : isCalendarDay(given)
          ? startOfDay(given)
          : undefined;
  if (moment === undefined) throw usageError((words) => words.badToday(given ?? ''));
  return { today: dayOfMoment(moment), moment };
}

/** The day that a command treats as today. Throws a CommandError where `--today` is not a day. */
export function todayOption(given: string | undefined): string {
  return nowOption(given).today;
}

/** The address given on the command line without its final slash; undefined where none was given. */
export function addressOption(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const origin = plainOrigin(address);
  if (origin === undefined) throw usageError((words) => words.badAddress(address));
  return origin;
}

/** How many processes may work at once, 1 to 64; by default what cores and memory allow. */
export function jobsOption(jobs: string | undefined): number {
  if (jobs === undefined) return defaultJobs();
  if (!/^[1-9]\d?$/.test(jobs) || Number(jobs) > 64) throw usageError((words) => words.badJobs(jobs));
  return Number(jobs);
}

/**
 * Checks that what was given is one of some values. Throws a CommandError with the words of `refusal` where it is not.
 */
export function choiceOption<const Value extends string>(
  values: readonly Value[],
  given: string,
  refusal: (given: string) => string,
): Value {
  const chosen = values.find((value) => value === given);
  if (chosen === undefined) throw usageError(() => refusal(given));
  return chosen;
}

/** How many releases to keep, a number of up to four digits. Throws a CommandError. */
export function keepOption(keep: string): number {
  if (!/^[1-9]\d{0,3}$/.test(keep)) throw usageError((words) => words.badKeep(keep));
  return Number(keep);
}

/** The port to listen on: `--port`, else PORT, else 4321; 0 lets the system choose. */
export function portOption(port: string | undefined, environment: NodeJS.ProcessEnv): number {
  const text = port ?? (environment.PORT || '4321');
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number <= 65_535)) throw usageError((words) => words.badPort(text));
  return number;
}

/** The values of the flags `--NAME-<code>` by language, as commander names them: `whyEn`. */
export function givenIn(flags: Readonly<Record<string, unknown>>, name: string): Translated {
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const value = flags[`${name}${locale.charAt(0).toUpperCase()}${locale.slice(1)}`];
      return typeof value === 'string' ? [[locale, value.trim()] as const] : [];
    }),
  );
}

/** What every command gets: the language of its messages, and its words. */
export interface CommandContext {
  readonly words: CliWords;
  readonly language: FindingLanguage;
}
