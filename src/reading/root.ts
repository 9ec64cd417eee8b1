import { settings } from 'virtual:dafu/settings';
import type { Cache } from '../cache/index.ts';
import { DAY, noteRead } from './page-reads.ts';

/** The folder that holds `content/`, `data/` and `public/`. Absolute. */
export const siteRoot = (): string => settings.root;

/** The address that was given for this build, over the one in site.yaml. */
export const addressOverride = (): string | undefined => settings.address;

/** The moment up to which replies are public in this build; none in a draft, which shows those held back too. */
export const buildMoment = (): string | undefined => settings.moment;

/** The output that is being made; undefined in development. Absolute. */
export const buildOutput = (): string | undefined => settings.output;

/** Where builds of the root keep what the next one can use. Absolute. */
export const siteCache = (): string => settings.cache;

/** The cache of the build; undefined in development, where the program may change at any time. */
export function buildingCache(): Cache | undefined {
  const { cache, program } = settings;
  return program === undefined ? undefined : { folder: cache, program, lasting: true };
}

/** The day that this build takes for today, `YYYY-MM-DD`. */
export function buildDay(): string {
  noteRead(DAY);
  return settings.today;
}
