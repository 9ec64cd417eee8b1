import { describe, expect, test } from 'vitest';
import { placeNamedOutcomes } from '../../src/charts/kinds/outcomes.ts';
import { CHART_KIND_NAMES } from '../../src/charts/registry.ts';
import { FRAMES, LAYOUTS, LEAST_TEXT, placedTexts } from '../../src/charts/scene.ts';
import { colliding, type Given, of, outside, place, words, years } from './placed.ts';

describe('whatever its values, every kind of chart', () => {
  const twelve = Array.from({ length: 12 }, (_, index) => ({
    id: `s-${index}`,
    label: { zh: `系列${index}`, en: `S ${index}` },
  }));
  const cases: Readonly<Record<string, Given>> = {
    'one value': { observations: years('42') },
    zero: { observations: years('0') },
    'only zeros': { observations: years('0', '0') },
    'only negative values': { observations: years('-3', '-8') },
    'values of both signs': { observations: years('12', '-8', '5') },
    'values of seven orders of magnitude': { unit: 'yuan', observations: years('3', '4500', '9000000') },
    'two values a generation apart': {
      observations: [
        { period: '2003', value: '5' },
        { period: '2030', value: '9' },
      ],
    },
    'results, plans and targets': {
      observations: [
        ...years('310', '340'),
        { period: '2030', value: '300', kind: 'plan' },
        { period: '2032', value: '400', kind: 'target' },
      ],
    },
    'twelve series': {
      series: twelve,
      observations: twelve.map(({ id }, index) => ({ series: id, period: '2030', value: String(index) })),
    },
    'a series without values': {
      series: twelve.slice(0, 2),
      observations: [{ series: 's-0', period: '2030', value: '3' }],
    },
    'thirty years': {
      observations: Array.from({ length: 30 }, (_, index) => ({
        period: String(2000 + index),
        value: String(1000 * index),
      })),
    },
  };

  describe.each(Object.entries(cases))('is finite, clear and names its unit: %s', (_, given) => {
    test.each(CHART_KIND_NAMES)('%s', (kind) => {
      for (const layout of LAYOUTS) {
        const scene = place(kind, given, layout);
        expect(JSON.stringify(scene)).not.toContain('null');
        expect(Number.isFinite(scene.height) && scene.height > 0).toBe(true);
        expect([colliding(scene), outside(scene)]).toEqual([[], []]);
        expect(placedTexts(scene).filter(({ size }) => size < LEAST_TEXT)).toEqual([]);
        expect(words(scene).some((text) => /lamps|yuan/.test(text))).toBe(true);
      }
    });
  });

  test.each(['columns', 'line'] as const)('names the first and the last year that has a value: %s', (kind) => {
    for (const given of [cases['two values a generation apart'], cases['thirty years']])
      for (const layout of LAYOUTS) {
        if (given === undefined) throw new Error('no such case');
        const periods = given.observations.map(({ period }) => period);
        expect(words(place(kind, given, layout))).toEqual(expect.arrayContaining([periods[0], periods.at(-1)]));
      }
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
