#!/usr/bin/env node
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { placeToFill } from '../../src/build/output/output-folder.ts';
import { cliWords } from '../../src/language/messages/cli.ts';
import { LOCALES } from '../../src/model/locale.ts';
import { PROJECT_FOLDER } from '../../src/system/program.ts';
import { CommandError } from '../../src/terminal/failures.ts';
import { type CorpusSettings, corpusFiles } from './corpus.ts';

const HELP = `Writes a corpus of made-up replies: a root that dafu build --root takes.

npm run corpus -- --replies N --out DIR [--seed S] [--languages zh,en]

  --replies N       how many replies
  --out DIR         where: an empty or new folder, or an earlier corpus, which is replaced
  --seed S          the same seed gives the same bytes (default: 1)
  --languages L     zh, or zh,en (default)
`;

/** Says which settings a folder was written from, and that it may be replaced. */
const MARKER = 'corpus.json';

function fail(message: string): never {
  process.stderr.write(`corpus: ${message}\n`);
  process.exit(2);
}

function readSettings(): CorpusSettings & { readonly out: string } {
  const { values } = parseArgs({
    options: {
      replies: { type: 'string' },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      languages: { type: 'string', default: 'zh,en' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    process.exit(0);
  }
  const replies = Number(values.replies);
  if (!Number.isInteger(replies) || replies < 1) fail('--replies must be a whole number of 1 or more');
  if (values.out === undefined) fail('--out must name a folder');
  const out = placeOf(values.out);
  const asked = values.languages.split(',');
  const languages = LOCALES.filter((locale) => asked.includes(locale));
  if (languages.length !== asked.length || languages[0] !== 'zh') fail('--languages must be zh or zh,en');
  return { replies, seed: values.seed, languages, out };
}

/** The place that was named, unless a site or the program stands there. */
function placeOf(out: string): string {
  try {
    return placeToFill(out, [PROJECT_FOLDER]);
  } catch (error) {
    return fail(error instanceof CommandError ? error.say(cliWords.en) : String(error));
  }
}

/** Whether a marker is one that this program wrote, and not another's file of that name. */
function isCorpus(marker: string): boolean {
  try {
    const { replies, seed, languages } = JSON.parse(readFileSync(marker, 'utf8'));
    return Number.isInteger(replies) && typeof seed === 'string' && Array.isArray(languages);
  } catch {
    return false;
  }
}

/** Writes a corpus into a folder, replacing an earlier one; any other folder that holds files is left alone. */
function writeCorpus({ out, ...settings }: CorpusSettings & { readonly out: string }): number {
  const marker = path.join(out, MARKER);
  if (existsSync(out) && readdirSync(out).length > 0 && !isCorpus(marker)) fail(`${out} holds something else`);
  const described = `${JSON.stringify(settings)}\n`;
  for (const folder of ['content', 'data']) rmSync(path.join(out, folder), { recursive: true, force: true });
  let written = 0;
  let made = '';
  for (const file of corpusFiles(settings)) {
    const target = path.join(out, file.path);
    const folder = path.dirname(target);
    if (folder !== made) mkdirSync(folder, { recursive: true });
    made = folder;
    writeFileSync(target, file.text);
    written += 1;
  }
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== described) writeFileSync(marker, described);
  return written;
}

const settings = readSettings();
process.stdout.write(`${writeCorpus(settings)} files in ${settings.out}\n`);
