import type { Bilingual } from '../../src/errors.ts';
import { FAMILY_NAMES, FIRM_KINDS, NAME_CHARACTERS, PLACE_KINDS } from './words/names.ts';
import { NOUNS } from './words/nouns.ts';
import { ADVERBS, AGENCIES, EFFECTS, MODIFIERS, VERBS } from './words/verbs.ts';

/** A verb with the English forms that sentences need. */
export interface Verb {
  readonly zh: string;
  readonly base: string;
  readonly past: string;
  readonly gerund: string;
}

const entries = (list: string) =>
  list
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

function pair(entry: string): Bilingual {
  const [zh, en] = entry.split('|');
  if (zh === undefined || en === undefined) throw new Error(`word without a translation: ${entry}`);
  return { zh, en };
}

function verb(entry: string): Verb {
  const [zh, base, past, gerund] = entry.split('|');
  if (zh === undefined || base === undefined) throw new Error(`verb without a translation: ${entry}`);
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  return { zh, base, past: past ?? `${stem}ed`, gerund: gerund ?? `${stem}ing` };
}

/** 安an → 安, an. */
const reading = (entry: string): Bilingual => ({ zh: entry.slice(0, 1), en: entry.slice(1) });
const readings = (list: string) => list.split(/\s+/).filter(Boolean).map(reading);

export const nouns: Readonly<Record<string, readonly Bilingual[]>> = Object.fromEntries(
  Object.entries(NOUNS).map(([topic, list]) => [topic, entries(list).map(pair)]),
);
export const verbs: readonly Verb[] = entries(VERBS).map(verb);
export const adverbs: readonly Bilingual[] = entries(ADVERBS).map(pair);
export const agencies: readonly Bilingual[] = entries(AGENCIES).map(pair);
export const effects: readonly Bilingual[] = entries(EFFECTS).map(pair);
export const modifiers: readonly Bilingual[] = entries(MODIFIERS).map(pair);
export const nameCharacters: readonly Bilingual[] = readings(NAME_CHARACTERS);
export const familyNames: readonly Bilingual[] = readings(FAMILY_NAMES);
export const placeKinds: readonly Bilingual[] = entries(PLACE_KINDS).map(pair);
export const firmKinds: readonly Bilingual[] = entries(FIRM_KINDS).map(pair);
