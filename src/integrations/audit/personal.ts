import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { datasetFiles, readReply, replyFile, replyIds } from '../../catalogue/files.ts';
import type { Finding, Place } from '../../errors.ts';
import { LOCALES } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { type PersonalMatch, personalFinding, personalMatches } from '../../rules/personal.ts';
import { placeAt } from './finding.ts';
import { suspects } from './suspects.ts';

/** Private data that a file of the site shows, before what the bureau means to show is taken off. */
export interface PersonalFact {
  readonly place: Place;
  readonly match: PersonalMatch;
}

/** How far private data, and the words before it by which it is told from other data, reach around what makes it suspect. */
const REACH = 100;
/** One block hash in two thousand is all digits, and one in ten of those passes for a card number. */
const HASH_VALUE = /("hash":")[\da-f]{16}(?=")/g;

/** The parts of a text in which private data can stand: all of it is nearly never to be looked through. */
function suspectParts(text: string): readonly { readonly from: number; readonly part: string }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { at, length } of suspects(text)) {
    const [from, to] = [Math.max(0, at - REACH), at + length + REACH];
    const last = stretches.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else stretches.push({ from, to });
  }
  return stretches.map(({ from, to }) => ({ from, part: text.slice(from, to) }));
}

/**
 * Private data in one file of the site. `words` is what a reader sees of a page: a number that mark-up cuts in two is
 * whole there, and has no place but the page.
 */
export function personalFacts(file: string, source: string, words = ''): readonly PersonalFact[] {
  const inSource = suspectParts(source).flatMap(({ from, part }) =>
    personalMatches(part.replace(HASH_VALUE, (_, key: string) => key + '_'.repeat(16))).map((match) => ({
      place: placeAt(file, source, from + match.index),
      match,
    })),
  );
  const known = new Set(inSource.map(({ match }) => bare(match.value)));
  const inWords = suspectParts(words)
    .flatMap(({ part }) => personalMatches(part))
    .filter(({ value }) => !known.has(bare(value)));
  return [...inSource, ...inWords.map((match) => ({ place: { file }, match }))];
}

/** What zlib gives with `info`, which its types do not know: the bytes, and how many it read for them. */
const inflatedSchema = z.object({
  buffer: z.instanceof(Buffer),
  engine: z.object({ bytesWritten: z.int().positive() }),
});

/** The text of a file of the search index: pieces that are compressed each by itself, one after another. */
export function searchText(bytes: Buffer): string {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const piece = inflatedSchema.parse(inflateRawSync(bytes.subarray(at), { info: true }));
    texts.push(piece.buffer.toString('utf8'));
    at += piece.engine.bytesWritten;
  }
  return texts.join('\n');
}

/** The findings of all facts but of what content shows on purpose, by a waiver with its reason or as a figure of a dataset. */
export function personalAudit(root: string, site: Site, facts: readonly PersonalFact[]): readonly Finding[] {
  if (facts.length === 0) return [];
  const meant = meantValues(root, site);
  return facts
    .filter(({ match: { rule, value } }) => !meant.has(`${rule.id} ${bare(value)}`))
    .map(({ place, match }) => personalFinding(match, place));
}

const bare = (value: string) => value.replace(/[ -]/g, '').replace(/^\+?86(?=1\d{10}$)/, '');

/** What may be shown: `<rule> <value>`. Sources are read only when something was found. */
function meantValues(root: string, site: Site): ReadonlySet<string> {
  const meant = new Set<string>();
  const add = (file: string, rules: ReadonlySet<string>) => {
    for (const { rule, value } of personalMatches(readFileSync(join(root, file), 'utf8')))
      if (rules.has(rule.id)) meant.add(`${rule.id} ${bare(value)}`);
  };
  for (const { file, rule } of site.waivers) add(file, new Set([rule]));
  for (const id of replyIds(root)) {
    const { zh, en } = readReply(root, id);
    const rules = new Set(zh.frontMatter.waivers.map(({ rule }) => rule));
    const written = LOCALES.filter((locale) => locale === 'zh' || en !== undefined);
    if (rules.size > 0) for (const locale of written) add(replyFile(root, id, locale), rules);
  }
  // Thirteen thousand million yuan is written with the digits of a mobile number.
  for (const file of datasetFiles(root)) {
    for (const [, number = ''] of readFileSync(join(root, file), 'utf8').matchAll(/"(?:value|number)":\s*"(\d{11,})"/g))
      for (const { rule, value } of personalMatches(` ${number} `)) meant.add(`${rule.id} ${bare(value)}`);
  }
  return meant;
}
