import path from 'node:path';
import process from 'node:process';
import { DAY, noteRead } from './page-reads.ts';

/** The folder that holds `content/`, `data/` and `public/`: what `--root` named, else the working folder. Absolute. */
export function siteRoot(): string {
  return path.resolve(process.env['DAFU_ROOT'] ?? '.');
}

/** Where builds of the root keep what the next one can use. Absolute. */
export function siteCache(): string {
  return path.resolve(process.env['DAFU_CACHE'] ?? path.join(siteRoot(), '.dafu/cache'));
}

/** The address that `--address` gave for this build, over the one in site.yaml. */
export function addressOverride(): string | undefined {
  return process.env['DAFU_ADDRESS'] || undefined;
}

/** The moment up to which replies are public in this build; none in a draft, which shows those held back too. */
export function buildMoment(): string | undefined {
  return process.env['DAFU_MOMENT'];
}

/** The day that this build takes for today, `YYYY-MM-DD`: the one that the desk gave it, so that builds can be repeated. */
export function buildDay(): string {
  noteRead(DAY);
  const day = process.env['DAFU_TODAY'];
  if (day === undefined) throw new Error('DAFU_TODAY is not set: build with the dafu program');
  return day;
}
