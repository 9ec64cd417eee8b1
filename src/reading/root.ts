import { settings } from 'virtual:dafu/settings';
import type { Cache } from '../cache/index.ts';
import { DAY, noteRead } from './page-reads.ts';

/** What the program tells the pages of a build: the module `virtual:dafu/settings` gives it to them. Folders are absolute. */
export interface SiteSettings {
  /** The folder that holds `content/`, `data/` and `public/`. */
  readonly root: string;
  /** Where builds of the root keep what the next one can use. */
  readonly cache: string;
  /** In place of the address in site.yaml. */
  readonly address?: string | undefined;
  /** The day that is taken for today, `YYYY-MM-DD`, so that builds can be repeated. */
  readonly today: string;
  /** The moment up to which replies are public; none in a draft, which shows those held back too. */
  readonly moment?: string | undefined;
  /** The output that is being made: pages that are rendered last find finished files there. None in development. */
  readonly output?: string | undefined;
  /** The digest of the program: what was read by the same one is kept. None in development. */
  readonly program?: string | undefined;
}

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
