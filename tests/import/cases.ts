import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ImportedReply, ImportSite } from '../../src/import/reply.ts';
import { blocksOf, siteOf } from './letters.ts';

/** What a careful clerk records of a letter: its record, and the shape of its text. */
const expectedSchema = z.looseObject({
  /** The site's bureau. */
  site: z.string(),
  /** Kinds of documents that the site has besides suggestions and proposals: their names by their ids. */
  kinds: z.record(z.string(), z.string()).default({}),
  /** What is taken off around the letter, in its order. */
  off: z.array(z.string()).default([]),
  /** The fields that a person is asked about; `addressee` and the like for what is no field. */
  asks: z.array(z.string()).default([]),
  headings: z.array(z.string()),
  /** Paragraphs and tables of the letter's text, the addressee among them. */
  paragraphs: z.number(),
  tables: z.array(z.string()).default([]),
  first: z.string(),
  last: z.string(),
  enclosures: z.array(z.string()).default([]),
  annex: z.array(z.string()).default([]),
  /** Lines of 抄送 and 印发. */
  copies: z.number().default(0),
});

export interface LetterCase {
  readonly name: string;
  readonly text: string;
  readonly site: ImportSite;
  readonly expected: Omit<z.infer<typeof expectedSchema>, 'site' | 'kinds'>;
  /** Paragraphs at the end of the letter that list what is enclosed. */
  readonly enclosed: number;
}

/** A site of one bureau that answers further kinds of documents. */
function siteWith(bureau: string, kinds: Readonly<Record<string, string>>): ImportSite {
  const own = siteOf(bureau);
  const more = Object.entries(kinds).map(([id, zh]) => ({ id, label: { zh, en: id } }));
  return { ...own, kinds: [...own.kinds, ...more] };
}

/** The cases of files of their own in a folder, with what is expected of each in its `expected.yaml`. */
export function readFileCases(folder: string): (Omit<LetterCase, 'text'> & { readonly bytes: Uint8Array })[] {
  const all = z.record(z.string(), expectedSchema).parse(parse(readFileSync(join(folder, 'expected.yaml'), 'utf8')));
  return Object.entries(all).map(([name, { site, kinds, ...expected }]) => ({
    name,
    bytes: readFileSync(join(folder, name)),
    site: siteWith(site, kinds),
    expected,
    enclosed: expected.enclosures.length,
  }));
}

/** The cases of a folder of files: `#### name`, the letter, `----`, and what is expected of it as YAML. */
export function readCases(folder: string): LetterCase[] {
  const cases: LetterCase[] = [];
  for (const file of readdirSync(folder).sort()) {
    for (const part of readFileSync(join(folder, file), 'utf8')
      .split(/^#### /mu)
      .slice(1)) {
      const name = part.slice(0, part.indexOf('\n'));
      const [text = '', yaml = ''] = part.slice(part.indexOf('\n') + 1).split(/^----\n/mu);
      const { site, kinds, ...rest } = expectedSchema.parse(parse(yaml));
      cases.push({
        name: `${file.replace(/\.\w+$/u, '')}: ${name}`,
        text,
        site: siteWith(site, kinds),
        expected: rest,
        enclosed: rest.enclosures.length,
      });
    }
  }
  return cases;
}

const OFF: ReadonlySet<string> = new Set(['chrome', 'repeated', 'unknown', 'stamp']);
const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** An imported reply in the form in which cases say what they expect. */
export function outline(reply: ImportedReply, enclosed: number): Readonly<Record<string, unknown>> {
  const { transcription: _, ...record } = reply.record;
  const all = blocksOf(reply);
  const letter = all.filter(({ id }) => /^[ps]/u.test(id));
  const text = letter.slice(0, letter.length - enclosed);
  const headings = text.filter(({ kind }) => kind === 'heading');
  const paragraphs = text.filter(({ kind }) => kind !== 'heading');
  const defined: object = JSON.parse(JSON.stringify(record));
  const tables = paragraphs.filter(({ kind }) => kind === 'table');
  return {
    ...defined,
    off: reply.changes.filter(({ kind }) => OFF.has(kind)).map((change) => tidy(change.text)),
    asks: reply.questions.map(
      ({ field, words }) => field ?? (words.en.includes('calls on the reader') ? 'addressee' : words.zh),
    ),
    headings: headings.map((block) => block.text),
    paragraphs: paragraphs.length,
    tables: tables.map((block) => tableShape(reply.text, block.text)),
    first: paragraphs[0]?.text ?? '',
    last: paragraphs.at(-1)?.text ?? '',
    enclosures: letter.slice(letter.length - enclosed).map((block) => block.text),
    annex: all.filter(({ id }) => id.startsWith('a')).map(({ id, text: words }) => `${id} ${words}`),
    copies: all.filter(({ id }) => id.startsWith('i')).length,
  };
}

/** Rows and columns of a table whose text is known, from the Markdown that holds it. */
function tableShape(markdown: string, text: string): string {
  const [first = ''] = text.split(' ');
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => line.startsWith('|') && line.includes(first));
  const rows = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  const columns = (lines[start] ?? '').split('|').length - 2;
  return `${rows - 1}x${columns}`;
}
