import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Finding, Place } from '../../errors.ts';
import type { Locale } from '../../model/locale.ts';
import { publishedReplyFile } from '../../model/published.ts';
import type { Site } from '../../model/site.ts';
import { placer } from '../../model/source-file.ts';
import { readReply, replyFile, replyIds } from '../../reading/files.ts';
import { MOST_TEXT_BYTES } from '../../rules/bytes.ts';
import { foldText } from '../../rules/personal/fold.ts';
import {
  COUNTED_KINDS,
  type PersonalMatch,
  PRIVATE_MAIL,
  personalFinding,
  personalMatches,
  readPersonal,
  writtenText,
} from '../../rules/personal/index.ts';
import { filesBelow } from '../../system/files.ts';

/** Digits that private data has at least, spaces and hyphens between them aside. */
const DIGITS = 11;

const NEITHER = 0;
const SEPARATOR = 1;
const DIGIT = 2;

/** What a code unit can be in a number: a digit, or a separator between two digits, in half or full width. */
function kindOf(unit: number): typeof NEITHER | typeof SEPARATOR | typeof DIGIT {
  if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)) return DIGIT;
  return unit === 0x20 || unit === 0x2d || unit === 0xff0d ? SEPARATOR : NEITHER;
}

/** A stretch of a text that may be private data, in UTF-16 units. */
interface Suspect {
  readonly at: number;
  readonly length: number;
}

/**
 * What every kind of private data has: eleven digits in a row, spaces and hyphens between them aside, or a mail address. The
 * keywords of linked data (`"@type"`), which every page has, are none. In the order of the text.
 */
export function suspects(text: string): readonly Suspect[] {
  return [...longNumbers(text), ...signs(text, '@'), ...signs(text, '＠')].sort((one, other) => one.at - other.at);
}

/**
 * Runs of eleven digits or more, with one separator at most between two. Such a run covers eleven units or more, and what comes before a
 * separator in it is a digit: so only every eleventh unit is looked at, and its neighbours where it may be in a run.
 */
function longNumbers(text: string): Suspect[] {
  const found: Suspect[] = [];
  const isDigit = (at: number) => kindOf(text.charCodeAt(at)) === DIGIT;
  const isWithin = (at: number) => {
    const kind = kindOf(text.charCodeAt(at));
    return kind === DIGIT || (kind === SEPARATOR && isDigit(at - 1));
  };
  for (let probe = DIGITS - 1; probe < text.length; probe += DIGITS) {
    if (!isWithin(probe)) continue;
    let at = probe;
    while (isWithin(at - 1)) at -= 1;
    let digits = 0;
    for (probe = at; isWithin(probe); probe += 1) if (isDigit(probe)) digits += 1;
    if (digits >= DIGITS) found.push({ at, length: probe - at });
    // The unit here is in no run: the next run begins after it.
  }
  return found;
}

/** The places of a character, except where it begins a keyword in quotation marks. */
function signs(text: string, sign: string): Suspect[] {
  const found: Suspect[] = [];
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1))
    if (text[at - 1] !== '"') found.push({ at, length: 1 });
  return found;
}

/** Private data that a file of the site shows, before what the bureau shows on purpose is left out. */
export interface PersonalFact {
  /** The id of the rule that it breaks. */
  readonly rule: string;
  /** As `PersonalMatch` has it. */
  readonly value: string;
  /** The finding, where it is not shown on purpose. */
  readonly finding: Finding;
}

const factOf = (match: PersonalMatch, place: Place): PersonalFact => ({
  rule: match.rule.id,
  value: match.value,
  finding: personalFinding(match, place),
});

/** How far private data, and the words before it that tell it from other data, extend around a suspect. */
const REACH = 100;

/** The parts of a text that can hold private data: hardly any text has to be searched whole. */
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
  const place = placer(source, file);
  const inSource = suspectParts(source).flatMap(({ from, part }) =>
    joinedMatches(part).map((match) => factOf(match, place(from + match.index))),
  );
  const known = new Set(inSource.map(({ value }) => value));
  const inWords = suspectParts(words)
    .flatMap(({ part }) => joinedMatches(part))
    .filter(({ value }) => !known.has(value));
  return [...inSource, ...inWords.map((match) => factOf(match, { file }))];
}

/** The private data of a part that mark-up or a program may have joined. */
const joinedMatches = (part: string) => personalMatches(part).filter(({ rule }) => COUNTED_KINDS.has(rule.id));

/** What Pagefind keeps of a document (a fragment): its texts are the titles of anchors; its content is tokens. */
const fragmentSchema = z.object({ anchors: z.array(z.object({ title: z.string().optional() })) });
const PAGEFIND_MARK = 'pagefind_dcd';

/** The text of a file of the search index. */
export function searchText(bytes: Buffer): string {
  const text = gunzipSync(bytes).toString('utf8');
  if (!text.startsWith(PAGEFIND_MARK)) return text;
  const { anchors } = fragmentSchema.parse(JSON.parse(text.slice(PAGEFIND_MARK.length)));
  return anchors.map(({ title = '' }) => title).join('\n');
}

/**
 * The findings, without numbers that nobody wrote (a hash, a size or a converted value can look like a card number) and without what
 * content shows on purpose, by a waiver with its reason.
 */
export function personalAudit(root: string, site: Site, facts: readonly PersonalFact[]): readonly Finding[] {
  if (facts.length === 0) return [];
  const written = writtenOf(root, new Set(facts.map(({ value }) => value)));
  const found = facts.filter(({ value }) => written.has(value));
  if (found.length === 0) return [];
  // Not earlier, since this reads every record.
  const meant = meantValues(root, site);
  return found.filter(({ rule, value }) => !meant.has(`${rule} ${value}`)).map(({ finding }) => finding);
}

/** What people write: a site is made of these folders and of nothing else. */
const SOURCES = ['content', 'data', 'public'];

/**
 * Those values that a source contains, whatever is between their digits there: mark-up, a line break, an escape. A mail address always
 * counts, since no program makes one up.
 */
function writtenOf(root: string, values: ReadonlySet<string>): ReadonlySet<string> {
  const written = new Set([...values].filter((value) => value.includes('@')));
  for (const top of SOURCES) {
    if (!existsSync(join(root, top))) continue;
    for (const name of filesBelow(join(root, top)).files) {
      if (written.size === values.size) return written;
      const file = `${top}/${name}`;
      // A larger file is not a text (`text-too-large`).
      if (statSync(join(root, file)).size > MOST_TEXT_BYTES) continue;
      const text = writtenText(readFileSync(join(root, file), 'utf8'), file);
      const open = [...values].filter((value) => !written.has(value));
      if (!holdsSome(text, open)) continue;
      const rest = withoutDismissed(text);
      for (const value of open) if (holdsSome(rest, [value])) written.add(value);
    }
  }
  return written;
}

function holdsSome(text: string, values: readonly string[]): boolean {
  const digits = digitsOf(text);
  return values.some((value) => digits.includes(value.toUpperCase()));
}

/** A text without what the check recognised as harmless, such as an amount: a page may show it apart from its unit. */
function withoutDismissed(text: string): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of readPersonal(text).dismissed.toSorted((one, other) => one.start - other.start)) {
    kept += `${text.slice(at, start)} `;
    at = end;
  }
  return kept + text.slice(at);
}

/** The digits of a text, and the X that ends some identity numbers, one after another; characters may be written by their numbers. */
const digitsOf = (text: string): string =>
  foldText(text)
    .replace(/&#(\d{1,7});|&#x([\da-f]{1,6});|\\u([\da-f]{4})|\\x([\da-f]{2})/gi, (_, decimal?: string, ...hex) => {
      const code = decimal === undefined ? Number.parseInt(hex.slice(0, 3).join(''), 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/[^\dXx]+/g, '')
    .toUpperCase();

/** What may be shown: `<rule> <value>`. Sources are read only when something was found. */
function meantValues(root: string, site: Site): ReadonlySet<string> {
  const meant = new Set((site.officeMail ?? []).map((address) => `${PRIVATE_MAIL.id} ${address.toLowerCase()}`));
  const add = (file: string, rules: ReadonlySet<string>) => {
    for (const { rule, value } of personalMatches(readFileSync(join(root, file), 'utf8')))
      if (rules.has(rule.id)) meant.add(`${rule.id} ${value}`);
  };
  for (const { file, rule } of site.waivers) add(file, new Set([rule]));
  for (const id of replyIds(root)) {
    const { original, language, translations } = readReply(root, id);
    const rules = new Set(original.frontMatter.waivers.map(({ rule }) => rule));
    if (rules.size === 0) continue;
    for (const locale of [language, ...Object.keys(translations)]) add(replyFile(root, id, locale as Locale), rules);
    if (existsSync(join(root, publishedReplyFile(id)))) add(publishedReplyFile(id), rules);
  }
  return meant;
}
