import type { Bilingual } from '../../errors.ts';
import { phraseIn } from '../../language/words.ts';
import type { Dataset, ObservationKind, Qualifier } from '../../model/dataset.ts';
import type { Locale, Translated } from '../../model/locale.ts';
import { UNIT_TABLE, type Unit } from '../../model/units.ts';

/** A code that a column holds, and its meaning. */
export interface Code {
  readonly code: string;
  readonly label: Bilingual & Translated;
  readonly definition?: Bilingual | undefined;
  /** The unit of the values that it is about. */
  readonly unit?: string | undefined;
}

/** Words for a code in a language: those of the dataset, or those of the program. */
export const codeWords = (words: Bilingual & Translated, locale: Locale): string =>
  words[locale] ?? phraseIn(words, locale);

const KINDS: Readonly<Record<ObservationKind, Omit<Code, 'code'>>> = {
  actual: {
    label: { zh: '实际', en: 'Actual' },
    definition: { zh: '已经完成或测得的', en: 'Done or measured' },
  },
  plan: {
    label: { zh: '计划', en: 'Planned' },
    definition: { zh: '计划在该时间内完成的', en: 'Planned for the period' },
  },
  target: {
    label: { zh: '目标', en: 'Target' },
    definition: { zh: '到该时间要达到的', en: 'To be reached by then' },
  },
  derived: {
    label: { zh: '本站计算', en: 'Computed' },
    definition: { zh: '本站由其他各条算得，答复未载', en: 'Computed by this site from others; no reply states it' },
  },
};

const QUALIFIERS: Readonly<Record<Qualifier, Omit<Code, 'code'>>> = {
  exact: {
    label: { zh: '原数', en: 'As stated' },
    definition: { zh: '原文未加限定', en: 'Stated without a qualifier' },
  },
  approx: { label: { zh: '约', en: 'About' } },
  'at-least': { label: { zh: '不少于', en: 'At least' } },
  'at-most': { label: { zh: '不超过', en: 'At most' } },
  'more-than': { label: { zh: '超过', en: 'More than' } },
  'less-than': { label: { zh: '不足', en: 'Less than' } },
};

const listed = (codes: Readonly<Record<string, Omit<Code, 'code'>>>): readonly Code[] =>
  Object.entries(codes).map(([code, words]) => ({ code, ...words }));

/** What an observation can be. */
export const KIND_CODES = listed(KINDS);
/** How exactly a source can state a value. */
export const QUALIFIER_CODES = listed(QUALIFIERS);

/** The units that a dataset's values are in, in the order of its rows. */
const unitsOf = ({ observations }: Pick<Dataset, 'observations'>): readonly Unit[] => [
  ...new Set(observations.map(({ unit }) => unit)),
];

/** The units of a dataset, each by the word that prints it; what is counted by the dataset's own counter. */
export function unitCodes(dataset: Dataset): readonly Code[] {
  const firstWord = (printed: Readonly<Record<string, string>>, unit: Unit) => Object.keys(printed)[0] ?? unit;
  return unitsOf(dataset).map((unit) => {
    const { zh, en } = UNIT_TABLE[unit].printed;
    const counted = { zh: '计数', en: 'count', ...dataset.counter };
    const label = unit === 'count' ? counted : { zh: firstWord(zh, unit), en: firstWord(en, unit) };
    return { code: unit, label };
  });
}

/** The series of a dataset, with the units of their values. */
export const seriesCodes = (dataset: Dataset): readonly Code[] =>
  dataset.series.map(({ id, label }) => ({
    code: id,
    label,
    unit: unitsOf({ observations: dataset.observations.filter(({ series }) => series === id) }).join(' '),
  }));
