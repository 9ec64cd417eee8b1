import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeChartFile, placeSlide } from '../../src/charts/chart-file.ts';
import { placeTimeline } from '../../src/charts/kinds/timeline.ts';
import { placePanel } from '../../src/charts/panel.ts';
import { CHART_KIND_NAMES } from '../../src/charts/registry.ts';
import { FRAMES, type Frame, overlaps, type Scene, type Shape, TEXT_SIZE } from '../../src/charts/scene.ts';
import { KINDS } from '../../src/model/dataset.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { datasets, labelWords, period } from './generated.ts';
import { colliding, outside } from './placed.ts';

/**
 * A figure's container is from 160 px (a phone of 320 px, less its edges, with letters half as large again) to 1,280 px wide. A drawing
 * is a frame scaled to its container, which neither parts nor joins two boxes; so the frames that pages use are tried, and any other
 * width besides.
 */
const frames: fc.Arbitrary<Frame> = fc.oneof(
  fc.constantFrom(...Object.values(FRAMES)),
  fc.integer({ min: 190, max: 1280 }).map((width): Frame => ({ width, textSize: TEXT_SIZE })),
);

function expectClear(scene: Scene): void {
  expect(colliding(scene)).toEqual([]);
  expect(outside(scene)).toEqual([]);
}

/** Labels that an upright zero line runs through. */
function struckByAxis({ shapes }: Scene): Shape[] {
  const axes = shapes.flatMap((shape) =>
    shape.type === 'line' && shape.role === 'axis' && shape.x1 === shape.x2
      ? [{ x: shape.x1, y: shape.y1, width: 0.1, height: shape.y2 - shape.y1 }]
      : [],
  );
  return shapes.filter(
    (shape) => shape.type === 'text' && shape.role === 'label' && axes.some((axis) => overlaps(shape.box, axis)),
  );
}

test.each(CHART_KIND_NAMES)('%s: every text in the frame and clear of every other, at any width', (kind) => {
  fc.assert(
    fc.property(datasets, fc.constantFrom(...USUAL_LANGUAGES), frames, (dataset, locale, frame) => {
      const panel = { kind, series: dataset.series.map(({ id }) => id) };
      const scene = placePanel(dataset, panel, { locale, layout: 'wide', frame });
      expectClear(scene);
      expect(struckByAxis(scene)).toEqual([]);
    }),
    { numRuns: 300, seed: 578 },
  );
});

test('a timeline with today’s line: every text in the frame, clear of every other and of the upright lines', () => {
  const item = fc.record({
    label: labelWords,
    period: fc.option(period, { nil: undefined }),
    text: labelWords,
    kind: fc.constantFrom(...KINDS),
    from: fc.constantFrom('2024-01-31', '2025-05-06'),
    quiet: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), frames, (items, frame) => {
      const numbered = items.map((one, index) => ({ ...one, id: `c-${index}` }));
      const scene = placeTimeline(numbered, frame, 'en', '2026-11-23');
      expectClear(scene);
      const uprights = scene.shapes.flatMap((shape) =>
        shape.type === 'line' && (shape.role === 'today' || shape.role === 'grid')
          ? [{ x: shape.x1, y: shape.y1, width: 0.1, height: shape.y2 - shape.y1 }]
          : [],
      );
      const struck = scene.shapes.filter(
        (shape) => shape.type === 'text' && uprights.some((upright) => overlaps(shape.box, upright)),
      );
      expect(struck).toEqual([]);
    }),
    { numRuns: 300, seed: 578 },
  );
});

describe('a chart file', () => {
  test('keeps its title, charts, keys and source apart', () => {
    fc.assert(
      fc.property(
        datasets,
        fc.constantFrom(...USUAL_LANGUAGES),
        fc.shuffledSubarray([...CHART_KIND_NAMES], { minLength: 1 }),
        (dataset, locale, kinds) => {
          const series = dataset.series.map(({ id }) => id);
          const panels = kinds.map((kind) => ({ kind, series }));
          const issuer = '云溪市城市管理局';
          const address = 'https://dafu.example/zh/data/lamps/';
          const options = { locale, replies: ['云城管函〔2030〕7号'], issuer, address };
          expectClear(placeChartFile({ ...dataset, panels }, options));
        },
      ),
      { numRuns: 100, seed: 578 },
    );
  });

  test('as a slide is of 16 to 9, whatever it holds, and nothing in it touches', () => {
    fc.assert(
      fc.property(
        datasets,
        fc.constantFrom(...USUAL_LANGUAGES),
        fc.shuffledSubarray([...CHART_KIND_NAMES], { minLength: 1, maxLength: 3 }),
        (dataset, locale, kinds) => {
          const series = dataset.series.map(({ id }) => id);
          const slide = placeSlide(
            { ...dataset, panels: kinds.map((kind) => ({ kind, series })) },
            {
              locale,
              replies: ['云城管函〔2030〕7号'],
              issuer: '云溪市城市管理局',
              address: 'https://dafu.example/zh/',
            },
          );
          expectClear(slide);
          expect(slide.width / slide.height).toBeCloseTo(16 / 9, 5);
        },
      ),
      { numRuns: 30, seed: 578 },
    );
  });
});
