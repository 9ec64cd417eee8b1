import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/model/locale.ts';
import { findQuote, overlap } from '../../src/model/quote.ts';
import { normaliseStated, parsePrintedUnit } from '../../src/model/units.ts';
import { datasets, replies, site } from './content.ts';

const byId = new Map(replies().map((reply) => [reply.id, reply]));
const quoted = datasets().flatMap(({ name, dataset }) =>
  dataset.observations.flatMap((observation) =>
    observation.quote ? [{ name, observation, quote: observation.quote }] : [],
  ),
);

/** The places of a quote in one language of its reply. */
function matches({ quote }: (typeof quoted)[number], locale: Locale) {
  const words = quote[locale];
  return words ? findQuote(byId.get(quote.reply)?.[locale].text.blocks ?? [], words) : [];
}

describe.each(['zh', 'en'] as const)('figures quoted in %s', (locale) => {
  it.each(quoted.map((entry) => [`${entry.name}/${entry.observation.id}`, entry] as const))(
    '%s matches exactly once, within one block',
    (_label, entry) => {
      expect(matches(entry, locale)).toHaveLength(1);
    },
  );

  it('never overlap', () => {
    const found = quoted.flatMap((entry) => matches(entry, locale));
    const overlapping = found.flatMap((one, index) => found.slice(index + 1).filter((other) => overlap(one, other)));
    expect(overlapping).toEqual([]);
  });
});

describe('values', () => {
  it.each(datasets().map(({ name, dataset }) => [name, dataset] as const))(
    '%s: are what is stated, normalised',
    (name, dataset) => {
      expect(dataset.id).toBe(name);
      for (const { id, stated, value, unit, kind } of dataset.observations) {
        if (kind === 'derived') continue;
        const printed = stated && parsePrintedUnit(stated.unit, dataset.counter?.zh);
        expect(printed, id).toBeDefined();
        if (!stated || !printed) continue;
        expect({ value: normaliseStated(stated.number, printed.factor), unit: printed.unit }, id).toEqual({
          value,
          unit,
        });
      }
    },
  );

  it('stand in their quotes as printed', () => {
    const wrong = quoted.filter(
      ({ observation: { stated }, quote }) => !stated || !quote.zh.exact.includes(stated.number + stated.unit),
    );
    expect(wrong.map(({ observation }) => observation.id)).toEqual([]);
  });

  it('use every series in a panel, and only series that have observations', () => {
    for (const { dataset } of datasets()) {
      const series = dataset.series.map(({ id }) => id);
      expect(new Set(dataset.panels.flatMap((panel) => panel.series))).toEqual(new Set(series));
      expect(new Set(dataset.observations.map((observation) => observation.series))).toEqual(new Set(series));
    }
  });

  it('include the key figures that the home page shows', () => {
    const known = new Set(
      datasets().flatMap(({ name, dataset }) => dataset.observations.map(({ id }) => `${name}/${id}`)),
    );
    expect(site().keyFigures.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('what reply [2025] 578 does not state', () => {
  const entries = datasets().flatMap(({ dataset }) => dataset.observations);

  it.each(['7.09', '70900', '12.79', '63'])('%s is nowhere a stated value', (number) => {
    expect(entries.filter(({ stated, value }) => stated?.number === number || value === number)).toEqual([]);
  });

  it('is not the start of either total', () => {
    const totals = entries.filter(({ id }) => id === 'treated' || id === 'invested');
    expect(totals.map(({ period }) => period)).toEqual(['../2025-05-06', '../2025-05-06']);
  });
});
