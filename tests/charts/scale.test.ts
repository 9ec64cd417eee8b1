import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placePanel, sharedUnitLengths } from '../../src/charts/panel.ts';
import { CHART_KIND_NAMES } from '../../src/charts/registry.ts';
import { LAYOUTS, type PlacedMark, type Scene } from '../../src/charts/scene.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { fictionalDataset } from './dataset.ts';
import { datasets } from './generated.ts';

const marksOf = (scene: Scene) => scene.shapes.filter((shape): shape is PlacedMark => shape.type === 'mark');
const lengthOf = ({ along, box }: PlacedMark) => (along === 'x' ? box.width : box.height);

/** Every mark of a figure, whatever panel it stands in, as CSS pixels and as a value. */
function lengths(dataset: Dataset, layout: (typeof LAYOUTS)[number]): { length: number; value: number }[] {
  const values = new Map(dataset.observations.map(({ id, value }) => [id, Math.abs(Number(value))]));
  return dataset.panels
    .flatMap((panel) => marksOf(placePanel(dataset, panel, { locale: 'zh', layout })))
    .map((mark) => ({ length: lengthOf(mark), value: values.get(mark.of ?? '') ?? Number.NaN }));
}

test('two marks of one figure are as long as their values, in whatever panels and kinds of chart', () => {
  fc.assert(
    fc.property(
      datasets,
      fc.array(fc.constantFrom(...CHART_KIND_NAMES), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...LAYOUTS),
      (dataset, kinds, layout) => {
        const series = dataset.series.map(({ id }) => id);
        const own = lengths({ ...dataset, panels: kinds.map((kind) => ({ kind, series })) }, layout);
        const longest = own.reduce((most, one) => (one.value > most.value ? one : most), { length: 0, value: 0 });
        for (const { length, value } of own) {
          if (longest.value === 0) expect(length).toBe(0);
          // Places are rounded to a hundredth of a pixel.
          else expect(Math.abs(length - (longest.length * value) / longest.value)).toBeLessThan(0.03);
        }
      },
    ),
    { numRuns: 300, seed: 22 },
  );
});

test('a plan and what was done in two panels stand on one scale and one axis of years', () => {
  const series = ['done', 'plan'].map((id) => ({ id, label: { zh: id, en: id } }));
  const dataset = fictionalDataset({
    series,
    panels: series.map(({ id }) => ({ kind: 'columns', series: [id] })),
    observations: [
      { series: 'done', period: '2030', value: '9.51' },
      { series: 'plan', period: '2031', value: '4.74', kind: 'plan' },
    ],
  });
  const [done, plan] = dataset.panels.map((panel) => placePanel(dataset, panel, { locale: 'zh', layout: 'wide' }));
  const [high, low] = [done, plan].map((scene) => scene && marksOf(scene)[0]?.box);
  expect((high?.height ?? 0) / (low?.height ?? 1)).toBeCloseTo(9.51 / 4.74, 2);
  const years = (scene?: Scene) =>
    scene?.shapes.flatMap((shape) =>
      shape.type === 'text' && /^20\d\d年$/.test(shape.lines[0] ?? '') ? [`${shape.lines[0]} ${shape.box.x}`] : [],
    );
  expect(years(done)).toHaveLength(2);
  expect(years(plan)).toEqual(years(done));
});

test('figures of a list are on one scale for a unit, whatever multiple of it each shows, and each unit has its own', () => {
  const money = (id: string, value: string) => ({
    ...fictionalDataset({
      unit: 'yuan',
      observations: [{ period: '2030', value }],
      panels: [{ kind: 'bars', series: ['lamps'] }],
    }),
    id,
  });
  const all = [
    money('large', '900000000'),
    money('small', '30000000'),
    fictionalDataset({ observations: [{ period: '2030', value: '5' }] }),
  ];
  const lengths = sharedUnitLengths(all, 'zh');
  const [large, small, lamps] = all.map((dataset) => {
    const [panel] = dataset.panels;
    const unitLength = lengths.get(dataset.id)?.narrow;
    return panel && marksOf(placePanel(dataset, panel, { locale: 'zh', layout: 'narrow', unitLength }))[0]?.box.width;
  });
  expect((large ?? 0) / (small ?? 1)).toBeCloseTo(30, 0);
  expect(lamps).toBeGreaterThan(100);
});
