import { settings } from 'virtual:dafu/settings';
import type { Cache } from '../cache/index.ts';
import { DAY, noteRead } from './page-reads.ts';

/** The settings of a build, which pages get from the module `virtual:dafu/settings`. Folders are absolute. */
export interface SiteSettings {
  /** The folder that holds `content/`, `data/` and `public/`. */
  readonly root: string;
  /** The cache of the root's builds. */
  readonly cache: string;
  /** Overrides the address in site.yaml. */
  readonly address?: string | undefined;
  /** The day that counts as today, `YYYY-MM-DD`, so that builds can be repeated. */
  readonly today: string;
  /** The moment up to which replies are public; none in a draft, which shows those held back too. */
  readonly moment?: string | undefined;
  /** The output being written, where pages that are rendered last find finished files. None in development. */
  readonly output?: string | undefined;
  /** The digest of the program: cached entries are valid for the same one only. None in development. */
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

/** The cache of the root's builds. Absolute. */
export const siteCache = (): string => settings.cache;

/** The cache of the build; undefined in development, where the program may change at any time. */
export function buildingCache(): Cache | undefined {
  const { cache, program } = settings;
  return program === undefined ? undefined : { folder: cache, program, lasting: true };
}

/** The day that counts as today in this build, `YYYY-MM-DD`. */
export function buildDay(): string {
  noteRead(DAY);
  return settings.today;
}
