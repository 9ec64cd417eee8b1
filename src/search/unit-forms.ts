import { PRINTED_UNITS, UNIT_TABLE } from '../model/units.ts';
import { normalise } from './normalise.ts';

/** Kinds of units whose names are interchangeable: a working day is not any day, and 人民币 is a currency. */
const MEASURED: ReadonlySet<string> = new Set([
  'area',
  'length',
  'mass',
  'volume',
  'energy',
  'power',
  'voltage',
  'loudness',
  'concentration',
  'temperature',
]);

/** Another name for 亩, the most searched unit: not worth what searching for it would load. */
const HARDLY_WRITTEN = '市亩';

/** The singular and plural of an English name: `hectare`, `hectares`, but only `ha`. */
const numbersOf = (name: string) => (/[a-z]{4}$/.test(name) && !name.endsWith('s') ? [name, `${name}s`] : [name]);

/** For each printed name of a unit, the other names of the same amount, all normalised: 平方公里 is 平方千米, `ha` is `hectares`. */
function otherNames(
  units: (typeof PRINTED_UNITS)['zh'],
  formsOf: (name: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, Set<string>>();
  for (const [printed, { unit, factor }] of units) {
    if (!MEASURED.has(UNIT_TABLE[unit].measures) || printed === HARDLY_WRITTEN) continue;
    const names = named.get(`${unit} ${factor}`) ?? new Set();
    for (const form of formsOf(normalise(printed).text)) names.add(form);
    named.set(`${unit} ${factor}`, names);
  }
  return new Map(
    Array.from(named.values(), (names) =>
      Array.from(names, (name) => [name, [...names].filter((other) => other !== name)] as const),
    ).flat(),
  );
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A pattern for any of the names, longest first. */
const anyOf = (names: Iterable<string>) =>
  [...names]
    .sort((one, other) => other.length - one.length)
    .map(escaped)
    .join('|');

interface Reading {
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** A number and the unit after it. */
  readonly pattern: RegExp;
  /** How another name is written after the number. */
  readonly write: (number: string, name: string) => string;
}

const chinese = otherNames(PRINTED_UNITS.zh, (name) => [name]);
const english = otherNames(PRINTED_UNITS.en, numbersOf);

const READINGS: readonly Reading[] = [
  {
    names: chinese,
    pattern: new RegExp(`(?<number>\\d[十百千万亿]{0,2}?) ?(?<unit>${anyOf(chinese.keys())})(?![a-z0-9])`, 'gu'),
    write: (number, name) => number + name,
  },
  {
    names: english,
    pattern: new RegExp(
      `(?<number>\\d[\\d,.]{0,20}(?: (?:hundred|thousand|million|billion))?) ?(?<unit>${anyOf(english.keys())})(?![a-z0-9])`,
      'gu',
    ),
    // Quoted, since the words of a query may otherwise stand anywhere.
    write: (number, name) => (`${number} ${name}`.split(' ').length > 2 ? `"${number} ${name}"` : `${number} ${name}`),
  },
];

/** A query with its units under other names of the same amount. `text` is normalised. */
export function unitForms(text: string): string[] {
  return READINGS.flatMap(({ names, pattern, write }) => {
    const found = Array.from(text.matchAll(pattern), ({ groups }) => names.get(groups?.['unit'] ?? '')?.length ?? 0);
    return Array.from({ length: Math.max(0, ...found) }, (_, style) =>
      text.replace(pattern, (whole, number: string, unit: string) => {
        const name = names.get(unit)?.[style];
        return name === undefined ? whole : write(number, name);
      }),
    );
  });
}
