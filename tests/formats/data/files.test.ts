import { csvParse } from 'd3';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { columnsIn, dataLinks, exactNumber } from '../../../src/formats/data/columns.ts';
import { csvCell } from '../../../src/formats/data/csv-cell.ts';
import { datasetJson } from '../../../src/formats/data/json.ts';
import { dataPackage } from '../../../src/formats/data/package.ts';
import { codebookCsv, datasetCsv, datasetXlsx } from '../../../src/formats/data/tables.ts';
import { datasetSchema } from '../../../src/model/dataset.ts';
import { type Languages, USUAL_LANGUAGES } from '../../../src/model/locale.ts';
import { fictionalDataset } from '../../charts/dataset.ts';
import { LANGUAGE_SETS } from '../../languages/sets.ts';
import { site } from '../reply.ts';

const COLUMNS = columnsIn(USUAL_LANGUAGES);
const links = {
  languages: USUAL_LANGUAGES,
  observation: (dataset: string, id: string) => `https://dafu.example/zh/data/${dataset}/#${id}`,
  reply: (id: string) => `https://dafu.example/zh/replies/${id}/`,
};
const of = (locale: 'zh' | 'en') => ({ address: `https://dafu.example/${locale}/data/lamps/`, locale });
const dataset = fictionalDataset({
  observations: [
    { period: '2030', value: '-4.5', note: { zh: '=危险(1)', en: '+1, "quoted"' } },
    { period: '../2031-05-06', value: '57000', qualifier: 'approx' },
  ],
});

describe('CSV', () => {
  const plain = datasetCsv(dataset, links, { mark: false });

  test('begins with the byte order mark for Excel, and without it for others', () => {
    expect(datasetCsv(dataset, links, { mark: true })).toBe(`\ufeff${plain}`);
    expect(plain.startsWith('dataset,dataset_version,observation,')).toBe(true);
  });

  test('is read back row by row, its columns named in ASCII', () => {
    const rows = csvParse(plain);
    expect(rows.columns).toEqual(COLUMNS.map(({ name }) => name));
    expect(rows.columns.join('')).toMatch(/^[a-z_]+$/);
    expect(rows[0]).toMatchObject({ value: '-4.5', note_en: `'+1, "quoted"`, note_zh: `'=危险(1)` });
    expect(rows[1]).toMatchObject({ period_start: '', period_end: '2031-05-06', qualifier: 'approx' });
  });

  test.each([
    ['=1+1', `'=1+1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['-3', '-3'],
    ['-3+cmd', `'-3+cmd`],
    ['68座', '68座'],
  ])('writes %s as %s', (cell, written) => expect(csvCell(cell)).toBe(written));

  test('numbers are numbers, negative ones too', () => expect(csvCell(-3.5)).toBe('-3.5'));
});

describe('XLSX', () => {
  test('has a sheet of data with numbers as numbers, and a sheet of notes', async () => {
    const book = await readXlsx(await datasetXlsx(dataset, links, of('zh')));
    expect(book.sheets.map(({ name }) => name)).toEqual(['data', 'notes']);
    const [names, head, first] = book.sheets[0]?.rows ?? [];
    expect(names).toEqual(COLUMNS.map(({ label }) => label.zh));
    expect(head).toEqual(COLUMNS.map(({ name }) => name));
    expect(first?.[COLUMNS.findIndex(({ name }) => name === 'value')]).toBe(-4.5);
  });

  test('is the same bytes each time', async () => {
    const [one, other] = await Promise.all([
      datasetXlsx(dataset, links, of('zh')),
      datasetXlsx(dataset, links, of('zh')),
    ]);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });
});

test('JSON gives each value as an exact decimal and as a number, but for one that a number cannot hold', () => {
  const [first, ...others] = dataset.observations;
  if (first === undefined) throw new Error('the dataset has observations');
  const long = { ...first, id: 'long', value: '12345678901234567890.1' };
  const whole = { ...dataset, observations: [first, ...others, long] };
  const { observations } = datasetJson(whole, site, { versions: [], self: 'data/wells.json' });
  expect(observations).toMatchObject([
    { value: '-4.5', number: -4.5 },
    { value: '57000', number: 57000 },
    { value: '12345678901234567890.1' },
  ]);
  expect(observations.at(-1)).not.toHaveProperty('number');
  expect(exactNumber('12345678901234567890.1')).toBe('12345678901234567890.1');
});

/** The words of a dataset in a language. */
const said = (words: string, languages: Languages) =>
  Object.fromEntries(languages.map((locale) => [locale, `${words} ${locale}`]));

describe.each(LANGUAGE_SETS)('the tables of a site in $called', ({ languages }) => {
  const [first = 'zh'] = languages;
  const own = datasetSchema(languages).parse({
    ...{ id: 'wells', version: '1.0.0', unit: 'count', counter: said('counter', languages) },
    ...Object.fromEntries(['title', 'headline', 'measure', 'place', 'span'].map((key) => [key, said(key, languages)])),
    series: [{ id: 'done', label: said('label', languages) }],
    panels: [{ kind: 'bars', series: ['done'] }],
    changelog: [{ version: '1.0.0', date: '2031-01-01', note: said('first', languages) }],
    observations: [
      {
        ...{ id: 'a', series: 'done', period: '2030', kind: 'actual', value: '24', unit: 'count' },
        stated: { number: '24', unit: '眼' },
        quote: {
          reply: '2031-12',
          ...Object.fromEntries(languages.map((locale) => [locale, { exact: `24 ${locale}` }])),
        },
        note: said('note', languages),
      },
    ],
  });
  const place = { ...site, languages, issuer: said('issuer', languages), name: said('name', languages) } as typeof site;
  const siteLinks = { ...links, languages: dataLinks(place).languages };
  const [row] = csvParse(datasetCsv(own, siteLinks, { mark: false }));
  const inOthers = (key: string) =>
    !languages.some((locale) => key.endsWith(`_${locale}`)) && /_(?:zh|en|ug|qps)$/.test(key);

  test('have the words of each of its languages, and columns of no other', () => {
    for (const locale of languages)
      expect(row).toMatchObject({
        [`series_${locale}`]: `label ${locale}`,
        [`quote_${locale}`]: `24 ${locale}`,
        [`note_${locale}`]: `note ${locale}`,
      });
    expect(Object.keys(row ?? {}).filter(inOthers)).toEqual([]);
  });

  test('are explained in each of them', async () => {
    const book = csvParse(codebookCsv(own, siteLinks));
    expect(book.columns.filter(inOthers)).toEqual([]);
    const series = book.find(({ code }) => code === 'done');
    const counted = book.find(({ field, code }) => field === 'unit' && code !== '');
    for (const locale of languages) {
      expect(series?.[`label_${locale}`]).toBe(`label ${locale}`);
      expect(counted?.[`label_${locale}`]).toBe(`counter ${locale}`);
      for (const line of book) expect(line[`label_${locale}`]).toMatch(/./);
      const { sheets } = await readXlsx(
        await datasetXlsx(own, siteLinks, { address: 'https://dafu.example/', locale }),
      );
      const [names = []] = sheets[0]?.rows ?? [];
      expect(new Set(names).size).toBe(names.length);
    }
    const described = dataPackage(
      [{ dataset: own, files: [], sources: [] }],
      { ...place, description: place.name },
      first,
      {
        home: 'https://dafu.example/',
        file: (name) => name,
        page: (id) => id,
      },
    );
    expect(JSON.stringify(described)).toContain(`"label":"label ${first}"`);
  });
});
