#!/usr/bin/env node
import { existsSync, readdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SiteError } from '../../../src/errors.ts';
import { readSource } from '../../../src/import/read-source.ts';
import { importReply } from '../../../src/import/reply.ts';
import { OUTSIDE } from '../../../src/intake/outside.ts';
import { type LetterCase, outline, readCases, readFileCases } from '../../import/cases.ts';
import { type FieldScore, needless, scoreLetter } from './score.ts';
import { timeFolder } from './time-folder.ts';

const HELP = `Imports letters of which is written down what a careful clerk records, and says field by field how many are read right,
left to a person who is asked, or wrong; then imports made-up letters of four formats in one run and says how long each takes.

npm run bench:import -- [FOLDER…] [--letters 300] [--quiet]

FOLDER  holds letters and an expected.yaml, or .txt files of cases as tests/import/fixtures has them (those are the default)
`;

const FIXTURES = resolve(import.meta.dirname, '../../import/fixtures');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    letters: { type: 'string', default: '300' },
    quiet: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

/** A letter to be read and what is expected of it. */
type Case = Omit<LetterCase, 'text'> & { readonly bytes: Uint8Array; readonly file: string };

function casesOf(folder: string): Case[] {
  if (existsSync(join(folder, 'expected.yaml')))
    return readFileCases(folder).map((one) => ({ ...one, file: one.name }));
  return readCases(folder).map(({ text, ...one }) => ({
    ...one,
    file: 'letter.txt',
    bytes: new TextEncoder().encode(text),
  }));
}

const holdsCases = (folder: string): boolean =>
  existsSync(join(folder, 'expected.yaml')) || readdirSync(folder).some((name) => extname(name) === '.txt');

const folders =
  positionals.length > 0
    ? positionals.map((folder) => resolve(folder))
    : readdirSync(FIXTURES, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && holdsCases(join(FIXTURES, entry.name)))
        .map(({ name }) => join(FIXTURES, name));

const scores: FieldScore[] = [];
const refused: string[] = [];
const asked: string[] = [];
let letters = 0;
let whole = 0;
for (const folder of folders) {
  for (const { name, bytes, file, site, expected, enclosed } of casesOf(folder)) {
    letters += 1;
    try {
      const found = outline(importReply(await readSource(bytes, file, { outside: OUTSIDE }), { file, site }), enclosed);
      const own = scoreLetter(expected, found);
      const unneeded = needless(expected, found);
      scores.push(...own);
      asked.push(...unneeded);
      const off = own.filter(({ mark }) => mark !== 'right');
      if (off.length === 0 && unneeded.length === 0) whole += 1;
      else if (!values.quiet) {
        process.stdout.write(`${name}\n`);
        for (const { field, mark, expected: wanted, found: had } of off)
          process.stdout.write(`  ${mark.padEnd(6)} ${field}: ${JSON.stringify(had)} for ${JSON.stringify(wanted)}\n`);
        for (const question of unneeded) process.stdout.write(`  asks needlessly: ${question}\n`);
      }
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      refused.push(name);
      process.stdout.write(`${name}\n  refused: ${error.findings.map(({ message }) => message.en).join('; ')}\n`);
    }
  }
}

const count = (field: string, mark: FieldScore['mark']): number =>
  scores.filter((score) => score.field === field && score.mark === mark).length;
const line = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell, index) => (index === 0 ? String(cell).padEnd(24) : String(cell).padStart(7))).join('')}\n`;
process.stdout.write(`\n${line(['field', 'right', 'asked', 'wrong'])}`);
for (const field of [...new Set(scores.map((score) => score.field))].sort())
  process.stdout.write(line([field, count(field, 'right'), count(field, 'asked'), count(field, 'wrong')]));
const all = (mark: FieldScore['mark']): number => scores.filter((score) => score.mark === mark).length;
process.stdout.write(line(['all', all('right'), all('asked'), all('wrong')]));
process.stdout.write(
  `\n${letters} letters: ${whole} right in everything, ${refused.length} refused, ${asked.length} needless questions\n`,
);

const many = Number(values.letters);
if (many > 0) process.stdout.write(`${await timeFolder(many)}\n`);
