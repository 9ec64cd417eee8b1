import fc from 'fast-check';
import { KINDS, QUALIFIERS } from '../../src/model/dataset.ts';
import { UNITS } from '../../src/model/units.ts';
import { fictionalDataset } from './dataset.ts';

/** Labels from one character to far more than a chart has room for, Chinese, English and mixed. */
export const labelWords = fc
  .array(
    fc.constantFrom(
      '采煤沉陷区',
      '治理',
      'mine',
      'remediation',
      '（一）',
      'W',
      '2030',
      '，',
      'Donaudampfschifffahrtsgesellschaft',
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((pieces) => pieces.join(' ').trim());

const decimal = fc.oneof(
  fc.constantFrom('0', '1', '-1', '100'),
  fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).map(String),
  fc
    .tuple(fc.integer({ min: -999, max: 999_999 }), fc.integer({ min: 1, max: 99 }))
    .map(([whole, part]) => `${whole}.${part}`),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String),
);

export const period = fc.oneof(
  fc.integer({ min: 1990, max: 2060 }).map(String),
  fc.constantFrom('2025-05-06', '../2025-05-06', '2019/2025-05-06', '2028-12-31'),
);

const observations = (series: readonly string[]) =>
  fc.uniqueArray(
    fc.record({
      series: fc.constantFrom(...series),
      period,
      value: decimal,
      kind: fc.constantFrom(...KINDS),
      qualifier: fc.constantFrom(...QUALIFIERS),
    }),
    { minLength: 1, maxLength: 24, selector: (one) => `${one.series} ${one.period} ${one.kind}` },
  );

/**
 * Made-up datasets of one to five series, some of them without a value, and one to 24 observations: negative, huge, fractional, approximate, of every
 * kind and unit.
 */
export const datasets = fc
  .array(fc.record({ zh: labelWords, en: labelWords }), { minLength: 1, maxLength: 5 })
  .map((labels) => labels.map((label, index) => ({ id: `s-${index}`, label })))
  .chain((series) =>
    fc.record({
      series: fc.constant(series),
      unit: fc.constantFrom(...UNITS),
      observations: observations(series.map(({ id }) => id)),
    }),
  )
  .map((given) => fictionalDataset(given));
