import { z } from 'zod';
import { perFacet } from '../../src/model/search-facets.ts';
import { manifestSchema } from '../../src/release/manifest.ts';
import { ALL_RULES } from '../../src/scaffold/rules.ts';
import { MARK_PARAMETER } from '../../src/search/results.ts';
import { writeState } from '../../src/site/scripts/search-address.ts';
import { dafu } from '../dafu.ts';
import { keyLines } from './of-json.ts';
import type { Pins } from './of-site.ts';

/** What others hold on to of the program, whatever it publishes. */
export async function pinsOfProgram(): Promise<Pins> {
  return {
    findings: ALL_RULES.map(({ id }) => id).sort(),
    waivable: ALL_RULES.filter(({ waivable }) => waivable)
      .map(({ id }) => id)
      .sort(),
    manifest: keyLines(z.toJSONSchema(manifestSchema, { io: 'input' }) as Parameters<typeof keyLines>[0], ''),
    queries: queries(),
    commands: await commands(),
  };
}

/** The parameters in addresses of the search page and of what it opens. */
function queries(): string[] {
  const everything = writeState({
    text: 'x',
    filters: perFacet(() => ['x']),
    order: 'date',
  });
  return [
    ...[...new URLSearchParams(everything).keys()].map((name) => `search ${name}`),
    `result ${MARK_PARAMETER}`,
  ].sort();
}

/** Every command with its arguments and options, as its help lists them. */
async function commands(): Promise<string[]> {
  const help = async (...command: readonly string[]) =>
    (await dafu([...command, '--help'], { environment: { COLUMNS: '200', LC_ALL: 'en_US.UTF-8' } })).output;
  const names = [...(await help()).matchAll(/^ {2}([a-z-]+)(?: |$)/gm)].map(([, name = '']) => name);
  const all = await Promise.all(
    names
      .filter((name) => name !== 'help')
      .map(async (name) => {
        const text = await help(name);
        const usage = /^Usage: dafu (.*)$/m.exec(text)?.[1] ?? '';
        const options = [...text.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+(?: [<[][^ ]+[>\]])?)/gm)].map(
          ([, option]) => option,
        );
        return [usage, ...options.map((option) => `${name} ${option}`)];
      }),
  );
  return all.flat().sort();
}
