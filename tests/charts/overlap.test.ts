import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placePanel } from '../../src/charts/panel.ts';
import { FRAMES, LAYOUTS, overlaps, type PlacedText, placedTexts } from '../../src/charts/scene.ts';
import { placeTimeline } from '../../src/charts/timeline.ts';
import { KINDS, PANEL_KINDS, QUALIFIERS } from '../../src/model/dataset.ts';
import { LOCALES } from '../../src/model/locale.ts';
import { UNITS } from '../../src/model/units.ts';
import { fictionalDataset } from './dataset.ts';

const labelWords = fc
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
    {
      minLength: 1,
      maxLength: 25,
    },
  )
  .map((pieces) => pieces.join(' ').trim());

const decimal = fc.oneof(
  fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).map(String),
  fc
    .tuple(fc.integer({ min: -999, max: 999_999 }), fc.integer({ min: 1, max: 99 }))
    .map(([whole, part]) => `${whole}.${part}`),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String),
);

const period = fc.oneof(
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

const datasets = fc
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

function colliding(texts: readonly PlacedText[]): string[] {
  return texts.flatMap((text, index) =>
    texts
      .slice(index + 1)
      .flatMap((other) =>
        overlaps(text.box, other.box) ? [`${text.lines.join(' ')} × ${other.lines.join(' ')}`] : [],
      ),
  );
}

function outside(texts: readonly PlacedText[], width: number, height: number): string[] {
  return texts
    .filter(
      ({ box }) => box.x < -0.5 || box.y < -0.5 || box.x + box.width > width + 0.5 || box.y + box.height > height + 0.5,
    )
    .map(({ lines, box }) => `${lines.join(' ')} ${JSON.stringify(box)}`);
}

describe.each(PANEL_KINDS)('%s', (kind) => {
  test.each(LAYOUTS)('keeps every text in the frame and clear of every other: %s', (layout) => {
    fc.assert(
      fc.property(datasets, fc.constantFrom(...LOCALES), (dataset, locale) => {
        const scene = placePanel(dataset, { kind, series: dataset.series.map(({ id }) => id) }, { locale, layout });
        expect(colliding(placedTexts(scene))).toEqual([]);
        expect(outside(placedTexts(scene), scene.width, scene.height)).toEqual([]);
      }),
      { numRuns: 150, seed: 578 },
    );
  });
});

test.each(LAYOUTS)('a timeline with today’s line keeps its texts apart: %s', (layout) => {
  const item = fc.record({
    label: labelWords,
    period: fc.option(period, { nil: undefined }),
    text: labelWords,
    kind: fc.constantFrom(...KINDS),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), (items) => {
      const numbered = items.map((one, index) => ({ ...one, id: `c-${index}` }));
      const scene = placeTimeline(numbered, FRAMES[layout], 'en', '2026-11-23');
      expect(colliding(placedTexts(scene))).toEqual([]);
      expect(outside(placedTexts(scene), scene.width, scene.height)).toEqual([]);
      const struck = placedTexts(scene).filter(({ box }) =>
        scene.shapes.some(
          (line) =>
            line.type === 'line' &&
            line.role === 'today' &&
            overlaps(box, { x: line.x1, y: line.y1, width: 0.1, height: line.y2 - line.y1 }),
        ),
      );
      expect(struck).toEqual([]);
    }),
    { numRuns: 150, seed: 578 },
  );
});
