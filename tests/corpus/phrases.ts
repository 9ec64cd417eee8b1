import type { Bilingual } from '../../src/errors.ts';
import { firmName, personName, placeName } from './names.ts';
import { dayOf, dayPhrase, quantity, share } from './quantities.ts';
import type { Random } from './random.ts';
import { adverbs, agencies, effects, modifiers, nouns, type Verb, verbs } from './vocabulary.ts';

/** What a reply is about and from when: what its words are drawn from. */
export interface Subject {
  readonly topic: string;
  readonly year: number;
  /** Places that the reply comes back to. */
  readonly places: readonly Bilingual[];
}

/** A pattern split at its slots: literal text at even places, slot names at odd ones. */
interface Pattern {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const same = (value: number): Bilingual => ({ zh: String(value), en: String(value) });

/** Splits `中文{slot}|English {slot}` lists once, so that thousands of replies need not. */
export function compilePatterns(list: readonly string[]): readonly Pattern[] {
  return list.map((entry) => {
    const [zh, en] = entry.split('|');
    if (zh === undefined || en === undefined) throw new Error(`sentence without a translation: ${entry}`);
    return { zh: zh.split(/[{}]/), en: en.split(/[{}]/) };
  });
}

function noun(random: Random, { topic }: Subject): Bilingual {
  const own = nouns[topic] ?? [];
  // One noun in six comes from another topic, as real replies stray.
  const list = own.length > 0 && random.chance(84) ? own : (nouns[random.pick(Object.keys(nouns))] ?? own);
  const head = random.pick(list);
  if (!random.chance(45)) return head;
  const modifier = random.pick(modifiers);
  return { zh: modifier.zh + head.zh, en: `${modifier.en} ${head.en}` };
}

const verbForms = ({ zh, base, past, gerund }: Verb): Readonly<Record<string, Bilingual>> => ({
  base: { zh, en: base },
  past: { zh, en: past },
  gerund: { zh, en: gerund },
});

function draw(kind: string, random: Random, subject: Subject): Bilingual {
  switch (kind) {
    case 'noun':
      return noun(random, subject);
    case 'adverb':
      return random.pick(adverbs);
    case 'agency':
      return random.pickSkewed(agencies);
    case 'effect':
      return random.pick(effects);
    case 'place':
      return random.chance(40) ? random.pick(subject.places) : placeName(random);
    case 'firm':
      return firmName(random);
    case 'person':
      return personName(random);
    case 'quantity':
      return quantity(random);
    case 'share':
      return share(random);
    case 'serial':
      return same(random.integer(1, 260));
    case 'year':
      return same(subject.year - random.integer(0, 4));
    case 'day':
      return dayPhrase(dayOf(random, subject.year - random.integer(0, 1)));
    default:
      throw new Error(`unknown slot {${kind}}`);
  }
}

/** Fills one pattern of a list: each slot drawn once and set into both languages. `given` fills slots by name. */
export function fill(
  patterns: readonly Pattern[],
  random: Random,
  subject: Subject,
  given: Readonly<Record<string, Bilingual>> = {},
): Bilingual {
  const { zh, en } = random.pick(patterns);
  const drawn = new Map<string, Readonly<Record<string, Bilingual>>>();
  const slot = (reference: string): Bilingual => {
    const [name = '', form = 'base'] = reference.split('.');
    let forms = drawn.get(name);
    if (forms === undefined) {
      const value = given[name];
      const kind = name.replace(/\d$/, '');
      if (value !== undefined) forms = { base: value };
      else forms = kind === 'verb' ? verbForms(random.pick(verbs)) : { base: draw(kind, random, subject) };
      drawn.set(name, forms);
    }
    const value = forms[form];
    if (value === undefined) throw new Error(`unknown form {${reference}}`);
    return value;
  };
  const chinese = zh.map((part, index) => (index % 2 === 0 ? part : slot(part).zh)).join('');
  const english = en.map((part, index) => (index % 2 === 0 ? part : slot(part).en)).join('');
  return { zh: chinese, en: english.charAt(0).toUpperCase() + english.slice(1) };
}
