import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../../src/errors.ts';
import { TERM } from '../../../src/rules/pairs/translation.ts';
import { FIGURE_KINDS, type Mutation, pick, type Random, randomOf } from './kinds.ts';
import { bureauFiles, type Field, fieldsOf, siteChecker } from './site.ts';
import { startTallies, type Tally } from './tally.ts';

/** What trying mutations gave. */
export interface Tried {
  readonly kinds: Readonly<Record<string, Tally>>;
  /** Right pairs written into the site, and what was wrongly said of them. */
  readonly planted: { readonly tried: number; readonly alarms: readonly string[] };
  /** The mutations that nothing found, each as text. */
  readonly missed: readonly string[];
}

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../language/quantities/fixtures', name), 'utf8')
    .split('\n\n')
    .slice(1)
    .map((pair) => pair.trim().split('\n'));

/** Right pairs, and those of each kind of figure with which wrong ones are told. */
const RIGHT = [
  ...fixture('right-pairs.txt'),
  ...fixture('kinds.txt').filter(([first = '']) => !first.startsWith('==')),
];

/** Texts in two languages that a sentence can be added to without telling of data. */
const PLANTED = /^(?:reply (?:body|attachments title|transcription)|glossary terms meaning)/;

const sign = ({ rule, place, message }: Finding) => `${rule} ${place.file} ${message.en}`;

/**
 * Tries seeded mutations of the made-up bureau: in half of them a figure that is there is made wrong, in half a right pair of sentences is
 * written into a text and its sense, unit or value is made wrong in one language. Each has to give a finding that was not there before.
 */
export function tryMutations(number: number, seed: number): Tried {
  const files = bureauFiles();
  const { check, reports } = siteChecker(files);
  const before = new Set(check(new Map()).map(sign));
  const fields = fieldsOf(files, reports);
  const random = randomOf(seed);
  const { kinds, missed, count } = startTallies();
  const alarms: string[] = [];
  let planted = 0;
  const news = (changes: ReadonlyMap<string, string>) =>
    // The sentences planted do not use the bureau's own glossary.
    check(changes).filter((finding) => finding.rule !== TERM.id && !before.has(sign(finding)));
  for (let done = 0; done < number; ) {
    const [kind, mutate] = pick(Object.entries(FIGURE_KINDS), random) ?? ['', () => undefined];
    const made = done % 2 === 0 ? inField(fields, kind, mutate, random) : inPlanted(fields, mutate, random);
    if (made === undefined) {
      // A kind that no field of the bureau holds is tried in a planted sentence.
      const other = inPlanted(fields, mutate, random);
      if (other === undefined) continue;
    }
    const own = made ?? inPlanted(fields, mutate, random);
    if (own === undefined) continue;
    if (own.right !== undefined) {
      planted += 1;
      // What is planted may repeat words that a dataset quotes.
      const said = news(own.right).filter(({ rule }) => rule !== 'quote-ambiguous');
      if (said.length > 0) {
        alarms.push(`${own.told} ${said.map(({ rule }) => rule).join(' ')}`);
        continue;
      }
    }
    done += 1;
    count(kind, news(own.wrong).length > 0, own.told);
  }
  return { kinds, planted: { tried: planted, alarms }, missed };
}

interface Made {
  /** Files changed: by a right pair, and with one language made wrong. */
  readonly right?: ReadonlyMap<string, string>;
  readonly wrong: ReadonlyMap<string, string>;
  readonly told: string;
}

function inField(fields: readonly Field[], kind: string, mutate: Mutation, random: Random): Made | undefined {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const field = pick(fields, random);
    const text = field && mutate(field.text, field.locale, random);
    // A summary may leave a value out.
    if (kind === 'a value left out' && field?.about.includes('summary')) continue;
    if (field === undefined || text === undefined || text.trim() === '' || text === field.text) continue;
    return {
      wrong: new Map([[field.file, field.changed(text)]]),
      told: `${field.about} (${field.locale}) ${difference(field.text, text)}`,
    };
  }
  return undefined;
}

function inPlanted(fields: readonly Field[], mutate: Mutation, random: Random): Made | undefined {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const [zh = '', en = ''] = pick(RIGHT, random) ?? [];
    const isChinese = random() < 0.5;
    const wrong = isChinese ? mutate(zh, 'zh', random) : mutate(en, 'en', random);
    if (wrong === undefined || wrong === (isChinese ? zh : en)) continue;
    const places = fields.filter(({ about, locale }) => PLANTED.test(about) && locale === 'zh');
    const one = pick(places, random);
    const other = fields.find(({ key, locale }) => key === one?.key && locale === 'en');
    if (one === undefined || other === undefined) continue;
    const both = (chinese: string, english: string) => written(one, other, chinese, english);
    return {
      right: both(zh, en),
      wrong: isChinese ? both(wrong, en) : both(zh, wrong),
      told: `${one.about}: ${zh} / ${en} → ${difference(isChinese ? zh : en, wrong)}`,
    };
  }
  return undefined;
}

/** What changed in a text, with the words around it. */
function difference(before: string, after: string): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const around = (text: string) => text.slice(Math.max(0, start - 20), text.length - Math.max(0, end - 20));
  return `…${around(before)}… → …${around(after)}…`;
}

/** The files with a sentence added to a text in both languages, which may stand in one file. */
function written(one: Field, other: Field, zh: string, en: string): ReadonlyMap<string, string> {
  // A cell may end in a number.
  const [chinese, english] = [`${one.text.replace(/\d$/, '$&；')}${zh}`, `${other.text.replace(/\d$/, '$&;')} ${en}`];
  if (one.file === other.file) return new Map([[one.file, one.changed(chinese, [[other, english]])]]);
  return new Map([
    [one.file, one.changed(chinese)],
    [other.file, other.changed(english)],
  ]);
}
