import { describe, expect, it } from 'vitest';
import { drawPanel } from '../../src/charts/panel.ts';
import { type Dataset, datasetSchema } from '../../src/model/dataset.ts';
import type { ExampleFile } from '../../src/rule.ts';
import { checkSample, rulesIn, sampleSite, withExample } from './sample.ts';

/** The sample's reply with a value below zero, and the dataset that states it. */
function withValue(
  number: string,
  exact: string,
  zh = '财政收入增长-3.2%，机井24眼，加盖36眼。',
): ReturnType<typeof sampleSite> {
  const dataset = {
    ...JSON.parse(new TextDecoder().decode(sampleSite().get('data/wells.json') as Uint8Array)),
    id: 'growth',
    title: { zh: '收入增幅', en: 'Growth of revenue' },
    headline: { zh: '财政收入增长-3.2%', en: 'Revenue grew by -3.2%' },
    unit: 'percent',
    counter: undefined,
    panels: [{ kind: 'bars', series: ['repaired'] }],
    observations: [
      {
        id: 'growth',
        series: 'repaired',
        period: '2024-05-06',
        kind: 'actual',
        stated: { number, unit: '%' },
        value: number,
        unit: 'percent',
        quote: { reply: '2024-7', zh: { exact }, en: { exact: '3.2%' } },
      },
    ],
  };
  const files: ExampleFile[] = [
    { kind: 'body', path: 'content/replies/2024-7/zh.mdx', text: zh },
    {
      kind: 'body',
      path: 'content/replies/2024-7/en.mdx',
      text: 'Revenue fell by 3.2%, 24 wells were repaired and 36 covered.',
    },
    { kind: 'file', path: 'data/growth.json', text: JSON.stringify(dataset) },
  ];
  return withExample(files);
}

describe('a value below zero', () => {
  it('is stated by a sign, or by a decline', () => {
    expect(rulesIn(checkSample(withValue('-3.2', '-3.2%')).findings)).toEqual([]);
    const declined = '财政收入下降3.2%，机井24眼，加盖36眼。';
    expect(rulesIn(checkSample(withValue('-3.2', '下降3.2%', declined)).findings)).toEqual([]);
  });

  it('is not stated by its size alone, nor the other way round', () => {
    expect(rulesIn(checkSample(withValue('3.2', '增长-3.2%')).findings)).toContain('quote-states-other');
    const grown = '财政收入增长3.2%，机井24眼，加盖36眼。';
    expect(rulesIn(checkSample(withValue('-3.2', '增长3.2%', grown)).findings)).toContain('quote-states-other');
  });

  it('is drawn with its sign', () => {
    const site = withValue('-3.2', '-3.2%');
    const dataset: Dataset = datasetSchema(['zh', 'en']).parse(
      JSON.parse(new TextDecoder().decode(site.get('data/growth.json') as Uint8Array)),
    );
    const [panel] = dataset.panels;
    if (panel === undefined) throw new Error('no panel');
    const drawn = JSON.stringify(
      drawPanel(dataset, panel, { locale: 'zh', layout: 'wide' } as Parameters<typeof drawPanel>[2]),
    );
    expect(drawn).toContain('−3.2');
    expect(drawn).not.toMatch(/"(?:width|height)":-|NaN/);
  });
});
