import { settings } from 'virtual:dafu/settings';
import { DAY, noteRead } from './page-reads.ts';

/** The folder that holds `content/`, `data/` and `public/`. Absolute. */
export const siteRoot = (): string => settings.root;

/** Where builds of the root keep what the next one can use. Absolute. */
export const siteCache = (): string => settings.cache;

/** The address that was given for this build, over the one in site.yaml. */
export const addressOverride = (): string | undefined => settings.address;

/** The moment up to which replies are public in this build; none in a draft, which shows those held back too. */
export const buildMoment = (): string | undefined => settings.moment;

/** The output that is being made; undefined in development. Absolute. */
export const buildOutput = (): string | undefined => settings.output;

/** The digest of the program that builds; undefined in development. */
export const buildingProgram = (): string | undefined => settings.program;

/** The day that this build takes for today, `YYYY-MM-DD`. */
export function buildDay(): string {
  noteRead(DAY);
  return settings.today;
}
