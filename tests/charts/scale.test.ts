import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { panelKey } from '../../src/charts/key.ts';
import { placePanel, sharedUnitLengths, withJoinedPanels } from '../../src/charts/panel.ts';
import { CHART_KIND_NAMES } from '../../src/charts/registry.ts';
import { LAYOUTS, type PlacedMark, placedTexts, type Scene } from '../../src/charts/scene.ts';
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

describe('a plan and its results in two panels', () => {
  const series = ['done', 'plan'].map((id) => ({ id, label: { zh: id, en: id } }));
  const panels = (kind: string, apart?: true) =>
    series.map(({ id, label }) => ({ kind, title: label, series: [id], ...(apart ? { apart } : {}) }));
  const observations = [
    { series: 'done', period: '2030', value: '9.51' },
    { series: 'plan', period: '2030', value: '4.74', kind: 'plan' as const },
    { series: 'plan', period: '2031', value: '2', kind: 'target' as const },
  ];
  type Given = Parameters<typeof fictionalDataset>[0];
  const joined = (given: Partial<Given>) =>
    withJoinedPanels(fictionalDataset({ series, panels: panels('columns'), observations, ...given }));

  test('stand in one: the plan an outline, the result inside it, on one axis of years and one scale', () => {
    const dataset = joined({});
    const [panel, ...others] = dataset.panels;
    expect(others).toEqual([]);
    const scene = panel && placePanel(dataset, panel, { locale: 'zh', layout: 'wide' });
    const [plan, done] = (scene ? marksOf(scene) : []).map(({ box }) => box);
    expect((done?.height ?? 0) / (plan?.height ?? 1)).toBeCloseTo(9.51 / 4.74, 2);
    expect((done?.x ?? 0) + (done?.width ?? 0) / 2).toBeCloseTo((plan?.x ?? 0) + (plan?.width ?? 0) / 2, 1);
    expect(scene && placedTexts(scene).flatMap(({ lines }) => lines)).toEqual(
      expect.arrayContaining(['2030年', '2031年']),
    );
  });

  test.each([
    ['what each is called', observations.slice(0, 2), ['done', 'plan']],
    ['their kinds too where plans are of two', observations, ['done (actual)', 'plan (plan)', 'plan (target)']],
  ])('are told apart by %s', (_, own, labels) => {
    const dataset = joined({ observations: own });
    const [panel] = dataset.panels;
    const key = panel ? panelKey(dataset, panel, { locale: 'en', idPrefix: 'key' }) : [];
    expect(key.map(({ label }) => label)).toEqual(labels);
  });

  test('keep both titles where other panels stand beside them', () => {
    const total = { kind: 'period-total', series: ['total'] };
    const dataset = joined({
      series: [...series, { id: 'total', label: { zh: '总数', en: 'Total' } }],
      panels: [total, ...panels('columns')],
      observations: [...observations, { series: 'total', period: '../2030-05-06', value: '57' }],
    });
    expect(dataset.panels).toEqual([
      total,
      { kind: 'columns', title: { zh: 'done、plan', en: 'done, plan' }, series: ['done', 'plan'] },
    ]);
  });

  test.each<[string, Partial<Given>]>([
    ['that the reply does not say may be compared', { panels: panels('columns', true) }],
    [
      'of different kinds',
      { panels: panels('columns').map((panel, at) => ({ ...panel, kind: at ? 'line' : 'columns' })) },
    ],
    ['of a kind that draws no years', { panels: panels('bars') }],
    [
      'of which one is cumulative',
      { observations: [{ series: 'done', period: '../2030', value: '9' }, ...observations.slice(1)] },
    ],
    [
      'of which one holds both',
      { observations: [...observations, { series: 'done', period: '2031', value: '3', kind: 'plan' }] },
    ],
    ['of which one has no value', { observations: observations.slice(1) }],
    ['of two results', { observations: observations.map((one) => ({ ...one, kind: 'actual' as const })) }],
  ])('stay two: %s', (_, given) => {
    expect(joined(given).panels).toHaveLength(2);
  });
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
