import { describe, expect, test } from 'vitest';
import { placeNamedOutcomes } from '../../src/charts/kinds/outcomes.ts';
import { placePanel } from '../../src/charts/panel.ts';
import { CHART_KIND_NAMES, type ChartKindName, chartKind } from '../../src/charts/registry.ts';
import { FRAMES, LAYOUTS, type Layout, type Scene, type Shape } from '../../src/charts/scene.ts';
import { fictionalDataset } from './dataset.ts';
import { colliding, outside } from './placed.ts';

type Given = Parameters<typeof fictionalDataset>[0];

function place(kind: ChartKindName, given: Given, layout: Layout = 'wide', unit?: string): Scene {
  const dataset = fictionalDataset(given);
  const panel = { kind, series: dataset.series.map(({ id }) => id) };
  return placePanel(dataset, panel, { locale: 'en', layout, ...(unit === undefined ? {} : { unit }) });
}

const of = <Type extends Shape['type']>(scene: Scene, type: Type) =>
  scene.shapes.filter((shape): shape is Extract<Shape, { type: Type }> => shape.type === type);
const words = (scene: Scene) => of(scene, 'text').map(({ lines }) => lines.join(' '));

const years = (...values: string[]) => values.map((value, index) => ({ period: String(2030 + index), value }));

describe('many columns', () => {
  const forty = {
    observations: Array.from({ length: 40 }, (_, index) => ({
      period: String(1990 + index),
      value: String(index * 3 + 1),
    })),
  };
  test.each(LAYOUTS)('name some of their years, each of them whole, in the %s layout', (layout) => {
    const labels = of(place('columns', forty, layout), 'text').filter(({ role }) => role === 'label');
    expect(labels.length).toBeGreaterThan(3);
    expect(labels.map(({ lines }) => lines.join('')).filter((label) => !/^\d{4}$/.test(label))).toEqual([]);
  });
});

describe('bars', () => {
  test('are as long as their values, from one zero line', () => {
    const [first, second, third] = of(place('bars', { observations: years('68', '24', '34') }), 'mark');
    expect(second?.box.width).toBeCloseTo(((first?.box.width ?? 0) * 24) / 68, 1);
    expect(third?.box.width).toBeCloseTo((first?.box.width ?? 0) / 2, 1);
    expect(new Set([first, second, third].map((mark) => mark?.box.x)).size).toBe(1);
  });

  test('of negative values go left of the zero line', () => {
    const scene = place('bars', { observations: years('10', '-5') });
    const [up, down] = of(scene, 'mark');
    expect((down?.box.x ?? 0) + (down?.box.width ?? 0)).toBeCloseTo(up?.box.x ?? 0, 1);
    expect(words(scene)).toContain('−5 lamps');
  });

  test('of zero have no length, and their value stands', () => {
    const scene = place('bars', { observations: years('0') });
    expect(of(scene, 'mark')[0]?.box.width).toBe(0);
    expect(words(scene)).toContain('0 lamps');
  });

  test('leave out what has no value, and say so', () => {
    const series = ['a', 'b'].map((id) => ({ id, label: { zh: id, en: id } }));
    const scene = place('bars', { series, observations: [{ series: 'a', period: '2030', value: '3' }] });
    expect(of(scene, 'mark')).toHaveLength(1);
    expect(words(scene)).toContain('no figure');
  });
});

describe('columns', () => {
  test('are as high as their values, over one base', () => {
    const [first, second] = of(place('columns', { observations: years('447', '112') }), 'mark');
    expect(second?.box.height).toBeCloseTo(((first?.box.height ?? 0) * 112) / 447, 1);
    const base = (box?: { y: number; height: number }) => (box ? box.y + box.height : 0);
    expect(base(second?.box)).toBeCloseTo(base(first?.box), 1);
  });

  test('draw a plan as an outline and its result inside it, on one scale', () => {
    const scene = place('columns', {
      observations: [
        { period: '2030', value: '40', kind: 'plan' },
        { period: '2031', value: '20', kind: 'plan' },
        { period: '2030', value: '35', kind: 'actual' },
      ],
    });
    const marks = of(scene, 'mark');
    const plan = marks.find((mark) => mark.of === 'o-1')?.box;
    const result = marks.find((mark) => mark.paint.kind === 'actual')?.box;
    expect(result?.x ?? 0).toBeGreaterThan(plan?.x ?? 0);
    expect((result?.x ?? 0) + (result?.width ?? 0)).toBeLessThan((plan?.x ?? 0) + (plan?.width ?? 0));
    expect((result?.y ?? 0) + (result?.height ?? 0)).toBeCloseTo((plan?.y ?? 0) + (plan?.height ?? 0), 1);
  });

  test('pair a planned series with the only reported one', () => {
    const series = ['plan', 'done'].map((id) => ({ id, label: { zh: id, en: id } }));
    const scene = place('columns', {
      series,
      observations: [
        { series: 'plan', period: '2030', value: '4.74', kind: 'plan' },
        { series: 'done', period: '2030', value: '9.51' },
      ],
    });
    const [plan, done] = of(scene, 'mark');
    expect((done?.box.height ?? 0) / (plan?.box.height ?? 1)).toBeCloseTo(9.51 / 4.74, 1);
    expect((done?.box.x ?? 0) + (done?.box.width ?? 0) / 2).toBeCloseTo(
      (plan?.box.x ?? 0) + (plan?.box.width ?? 0) / 2,
      1,
    );
  });

  test('keep the place of a year without a value', () => {
    const scene = place('columns', {
      observations: [
        { period: '2030', value: '1' },
        { period: '2033', value: '2' },
      ],
    });
    expect(words(scene)).toEqual(expect.arrayContaining(['2031', '2032']));
  });

  test('of three series stand in plots of their own, on one scale', () => {
    const series = ['a', 'b', 'c'].map((id) => ({ id, label: { zh: id, en: id } }));
    const scene = place('columns', {
      series,
      observations: series.map(({ id }, index) => ({ series: id, period: '2030', value: String(10 * (index + 1)) })),
    });
    expect(words(scene)).toEqual(expect.arrayContaining(['a', 'b', 'c']));
    const heights = of(scene, 'mark').map(({ box }) => box.height);
    expect((heights[2] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(3, 1);
  });

  test('without an outcome stand in the middle of their period', () => {
    const scene = place('columns', {
      observations: [
        { period: '2030', value: '40', kind: 'plan' },
        { period: '2030', value: '35' },
        { period: '2031', value: '20', kind: 'plan' },
      ],
    });
    const alone = of(scene, 'mark').find((mark) => mark.of === 'o-3');
    const label = of(scene, 'text').find(({ lines }) => lines[0] === '2031');
    expect((alone?.box.x ?? 0) + (alone?.box.width ?? 0) / 2).toBeCloseTo(
      (label?.box.x ?? 0) + (label?.box.width ?? 0) / 2,
      1,
    );
  });

  test('give way to a scale with ticks where their numbers have no room', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      period: String(2000 + index),
      value: String(1000 * (index + 1)),
    }));
    const scene = place('columns', { observations: many }, 'narrow');
    expect(of(scene, 'mark')).toHaveLength(30);
    expect(of(scene, 'text').filter(({ role }) => role === 'value')).toEqual([]);
    expect(words(scene)).toContain('20,000');
  });
});

describe('a period total', () => {
  const total = (period: string) => place('period-total', { unit: 'mu', observations: [{ period, value: '57000' }] });

  test('is a number with its span in words: no bar that would read as the whole of something', () => {
    const scene = total('2019/2030-05-06');
    expect(of(scene, 'mark')).toEqual([]);
    expect(words(scene)).toEqual(['57,000 mu', '2019 to 6 May 2030']);
  });

  test('without a stated start says so', () => {
    expect(words(total('../2030-05-06'))).toEqual([
      '57,000 mu',
      'cumulative to 6 May 2030; the source does not state the start',
    ]);
  });

  test('is converted to hectares exactly: 57,000 mu are 3,800 ha', () => {
    const scene = place(
      'period-total',
      { unit: 'mu', observations: [{ period: '../2030', value: '57000' }] },
      'wide',
      'ha',
    );
    expect(words(scene)).toContain('3,800 ha');
  });

  test('says where its value is approximate', () => {
    const given = {
      unit: 'yuan' as const,
      observations: [{ period: '../2030', value: '900000000', qualifier: 'approx' as const }],
    };
    expect(words(place('period-total', given))).toContain('about 900 million yuan');
  });
});

describe('targets', () => {
  const target = { period: '2030-12-31', value: '90', kind: 'target' as const };

  test('stand on a scale from 0 to 100 %', () => {
    const scene = place('targets', { unit: 'percent', observations: [target] });
    const [diamond] = of(scene, 'diamond');
    const [track] = of(scene, 'line').filter(({ role }) => role === 'grid');
    expect(diamond?.x).toBeCloseTo((track?.x1 ?? 0) + 0.9 * ((track?.x2 ?? 0) - (track?.x1 ?? 0)), 1);
    expect(words(scene)).toContain('target 90%, by the end of 2030');
  });

  test('show what is not known until a result is published, and then a bar as long as the result', () => {
    const without = place('targets', { unit: 'percent', observations: [target] });
    expect(of(without, 'mark')).toEqual([]);
    const [unknown] = of(without, 'unknown');
    expect(words(without)).toContain('Now: not published');
    const scene = place('targets', { unit: 'percent', observations: [target, { period: '2030', value: '45' }] });
    expect(of(scene, 'unknown')).toEqual([]);
    expect(of(scene, 'mark')[0]?.box.width).toBeCloseTo((unknown?.box.width ?? 0) / 2, 1);
  });
});

describe('a dot grid', () => {
  const series = ['part', 'whole'].map((id) => ({ id, label: { zh: id, en: id } }));
  const grid = (part: string, whole: string) =>
    place('dot-grid', {
      series,
      observations: [
        { series: 'part', period: '2030', value: part },
        { series: 'whole', period: '2030', value: whole },
      ],
    });

  test('fills the part of a stated whole', () => {
    const dots = of(grid('24', '68'), 'dot');
    expect(dots).toHaveLength(68);
    expect(dots.filter(({ hollow }) => !hollow)).toHaveLength(24);
  });

  test('lets a dot stand for ten or a hundred where there would be too many, and says so', () => {
    const scene = grid('500', '15000');
    expect(of(scene, 'dot')).toHaveLength(150);
    expect(words(scene)).toContain('each dot stands for 100');
  });

  test.each([
    ['a part larger than the whole', '9', '5'],
    ['a fraction', '1.5', '5'],
    ['a negative', '-1', '5'],
  ])('is bars for %s', (_, part, whole) => {
    const scene = grid(part, whole);
    expect(of(scene, 'dot')).toEqual([]);
    expect(of(scene, 'mark')).toHaveLength(2);
  });
});

describe('a line', () => {
  test('breaks where years are missing', () => {
    const observations = ['2030', '2031', '2034', '2035'].map((period) => ({ period, value: '5' }));
    expect(of(place('line', { observations }), 'path')).toHaveLength(2);
  });

  test('never leads from what was measured to what is planned', () => {
    const kinds = ['actual', 'actual', 'plan', 'plan'] as const;
    const observations = kinds.map((kind, index) => ({ period: String(2030 + index), value: '5', kind }));
    expect(of(place('line', { observations }), 'path').map(({ points }) => points.length)).toEqual([2, 2]);
  });

  test('hollows approximate and planned points', () => {
    const observations = [
      { period: '2030', value: '5' },
      { period: '2031', value: '6', qualifier: 'approx' as const },
      { period: '2032', value: '7', kind: 'plan' as const },
    ];
    expect(of(place('line', { observations }), 'dot').map(({ hollow }) => hollow)).toEqual([false, true, true]);
  });
});

describe('every kind', () => {
  const kinds = CHART_KIND_NAMES;

  test.each(kinds.filter((kind) => chartKind(kind).showsSuperseded !== true))(
    '%s leaves out what has been superseded',
    (kind) => {
      const observations = [
        { period: '2030', value: '40', id: 'first' },
        { period: '2030', value: '41', id: 'second', supersedes: 'first' },
      ];
      const scene = place(kind, { observations });
      expect(words(scene).join(' ')).toMatch(/41|dot/);
      expect(words(scene).join(' ')).not.toMatch(/\b40 lamps/);
    },
  );

  test.each(kinds)('%s stands without any value', (kind) => {
    const series = [
      { id: 'none', label: { zh: '无', en: 'none' } },
      { id: 'some', label: { zh: '有', en: 'some' } },
    ];
    const dataset = fictionalDataset({ series, observations: [{ series: 'some', period: '2030', value: '1' }] });
    const scene = placePanel(dataset, { kind, series: ['none'] }, { locale: 'en', layout: 'narrow' });
    expect(Number.isFinite(scene.height)).toBe(true);
    expect(of(scene, 'mark')).toEqual([]);
  });

  test.each(kinds)('%s writes huge values with a power of ten and keeps to its frame', (kind) => {
    const scene = place(kind, { observations: [{ period: '2030', value: `7${'0'.repeat(39)}` }] }, 'narrow');
    for (const { box } of of(scene, 'text')) expect(box.x + box.width).toBeLessThanOrEqual(scene.width + 0.5);
    expect(words(scene).join(' ')).not.toContain('^');
  });
});

test('outcomes of several bodies are on one scale, each under its name, and what is not stated is no zero', () => {
  const table = (counts: Readonly<Record<string, number>>) => ({
    years: [{ id: '2030', label: '2030' }],
    outcomes: ['A', 'B'].map((id) => ({ id, label: id })),
    cell: (_year: string, outcome: string) => {
      const value = counts[outcome];
      return value === undefined ? undefined : { value, text: String(value) };
    },
  });
  const named = [
    { name: '市人大', table: table({ A: 40, B: 0 }) },
    { name: '市政协', table: table({ A: 10 }) },
  ];
  for (const layout of LAYOUTS) {
    const scene = placeNamedOutcomes(named, FRAMES[layout], { unit: '件', locale: 'zh' });
    const [most, none, fourth, ...others] = of(scene, 'mark').map(({ box }) => box.width);
    expect(others).toEqual([]);
    expect(none).toBe(0);
    expect(fourth).toBeCloseTo((most ?? 0) / 4, 1);
    expect(words(scene)).toEqual(expect.arrayContaining(['单位：件', '市人大', '市政协', '—']));
    expect([colliding(scene), outside(scene)]).toEqual([[], []]);
  }
});
