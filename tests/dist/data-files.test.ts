import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { BUREAU } from '../dafu.ts';
import { readBuilt } from './site.ts';

/** Reads the finished files back by readers that the site's own code does not use, and compares them with the sources. */
const IDS = readdirSync(join(BUREAU, 'data'))
  .filter((name) => name.endsWith('.json') && !['commitments.json', 'redirects.json'].includes(name))
  .map((name) => name.replace(/\.json$/, ''))
  .sort();

/** What a picture calls the replies that its dataset quotes. */
const NUMBERS: Readonly<Record<string, string>> = {
  '2024-7': '〔2024〕7',
  '2025-86': '[2025] 86',
  '2026-3': '〔2026〕3',
};

const file = (name: string) => join(inject('dist'), name);
const source = (id: string) =>
  z
    .object({
      version: z.string(),
      observations: z.array(
        z.object({
          id: z.string(),
          value: z.string(),
          unit: z.string(),
          period: z.string(),
          quote: z.object({ reply: z.string() }).optional(),
        }),
      ),
    })
    .parse(JSON.parse(readFileSync(join(BUREAU, `data/${id}.json`), 'utf8')));

/**
 * What the Data Package standard, version 2, asks of the parts that a package here has
 * (https://datapackage.org/standard/data-package/, /data-resource/, /table-schema/). Unknown properties are refused: a
 * misspelt one would be taken for an extension.
 */
const fieldSchema = z.strictObject({
  name: z.string().regex(/^[a-z_]+$/),
  type: z.enum(['string', 'number', 'date']),
  format: z.literal('uri').optional(),
  title: z.string().min(1),
  description: z.string().min(1).optional(),
  categories: z
    .array(z.strictObject({ value: z.string().min(1), label: z.string().min(1) }))
    .min(1)
    .optional(),
  constraints: z
    .strictObject({
      required: z.literal(true).optional(),
      unique: z.literal(true).optional(),
      enum: z.array(z.string().min(1)).min(1).optional(),
    })
    .optional(),
});
const packageSchema = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  title: z.string().min(1),
  description: z.string().min(1),
  homepage: z.url(),
  created: z.iso.datetime(),
  contributors: z.array(z.strictObject({ title: z.string(), roles: z.array(z.string()).min(1) })).min(1),
  resources: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[-a-z0-9._/]+$/),
        path: z.string().regex(/^(?!\/)(?!.*\.\.)[^~]+$/),
        type: z.literal('table'),
        title: z.string().min(1),
        description: z.string().min(1),
        homepage: z.url(),
        version: z.string().regex(/^\d+\.\d+\.\d+$/),
        format: z.literal('csv'),
        mediatype: z.literal('text/csv'),
        encoding: z.literal('utf-8'),
        dialect: z.strictObject({ $schema: z.string(), lineTerminator: z.literal('\n') }),
        bytes: z.int().positive(),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
        sources: z.array(z.strictObject({ title: z.string().min(1), path: z.url() })).min(1),
        schema: z.strictObject({
          $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
          fields: z.array(fieldSchema).min(1),
          primaryKey: z.array(z.string()).min(1),
          missingValues: z.array(z.string()),
        }),
      }),
    )
    .min(1),
});

/** The profile as the standard publishes it (fixtures/README.md). */
function profile() {
  const file = join(import.meta.dirname, 'fixtures/datapackage-2.0.profile.json');
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
}

describe.each(['datapackage.json', 'datapackage.en.json'])('%s', (name) => {
  const described = () => packageSchema.parse(JSON.parse(readBuilt(`data/${name}`)));

  test('keeps to the standard, and names every dataset once', () => {
    expect(described().resources.map((resource) => resource.name)).toEqual(IDS);
  });

  test('obeys the published profile', () => {
    const obeys = profile();
    expect(obeys(JSON.parse(readBuilt(`data/${name}`))), JSON.stringify(obeys.errors)).toBe(true);
    expect(obeys({ resources: [] })).toBe(false);
  });

  test('gives each file’s size and hash, the replies that it quotes, and no licence where the bureau set no terms', () => {
    for (const { name: id, path, bytes, hash, sources } of described().resources) {
      const content = readFileSync(file(`data/${path}`));
      expect([bytes, hash]).toEqual([content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`]);
      for (const source of sources) expect(existsSync(file(`${new URL(source.path).pathname}index.html`))).toBe(true);
      const quoted = new Set(source(id).observations.flatMap(({ quote }) => quote?.reply ?? []));
      expect(sources).toHaveLength(quoted.size);
    }
  });

  test('describes files that are as it says, read by another reader', () => {
    for (const { path, schema } of described().resources) {
      const [head = [], ...rows] = z.array(z.array(z.string())).parse(parse(readBuilt(`data/${path}`)));
      expect(head).toEqual(schema.fields.map((field) => field.name));
      const keys = rows.map((row) => schema.primaryKey.map((key) => row[head.indexOf(key)]).join());
      expect(new Set(keys).size).toBe(rows.length);
      for (const row of rows)
        for (const [index, field] of schema.fields.entries()) {
          const cell = row[index] ?? '';
          if (schema.missingValues.includes(cell)) {
            expect([field.name, field.constraints?.required]).toEqual([field.name, undefined]);
            continue;
          }
          if (field.constraints?.enum) expect(field.constraints.enum).toContain(cell);
          if (field.format === 'uri') expect(URL.canParse(cell)).toBe(true);
          if (field.type === 'number') expect(cell).toMatch(/^-?\d+(\.\d+)?$/);
          if (field.type === 'date') expect(cell).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        }
    }
  });
});

describe.each(IDS)('the files of %s', (id) => {
  const expected = () =>
    source(id).observations.map(({ id: name, value, unit, period }) => [name, Number(value), unit, period]);
  const taken = (rows: readonly (readonly unknown[])[]) => {
    const [head = [], ...body] = rows;
    return body.map((row) => {
      const cell = (name: string) => row[head.indexOf(name)];
      return [cell('observation'), Number(cell('value')), cell('unit'), cell('period')];
    });
  };

  test('say the same as the source: CSV with and without the mark', () => {
    const marked = readFileSync(file(`data/${id}.csv`));
    expect(marked.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const plain = readFileSync(file(`data/${id}.plain.csv`));
    expect(marked.subarray(3)).toEqual(plain);
    expect(taken(z.array(z.array(z.string())).parse(parse(plain)))).toEqual(expected());
  });

  test.each(['', '.en'])(
    'say the same as the source: the workbook, numbers as numbers, with its notes (%s)',
    async (mark) => {
      const [data, notes] = await readWorkbook(file(`data/${id}${mark}.xlsx`));
      expect(data?.sheet).toBe('data');
      expect(taken((data?.data ?? []).slice(1))).toEqual(expected());
      const value = data?.data[1]?.indexOf('value') ?? -1;
      expect(data?.data[0]?.[value]).toBe(mark === '' ? '数值' : 'Value');
      expect(typeof data?.data[2]?.[value]).toBe('number');
      expect(notes?.sheet).toBe('notes');
      expect(JSON.stringify(notes?.data)).toContain(source(id).version);
    },
  );

  test('the version that is published stands at an address of its own', () => {
    const { version } = source(id);
    expect(JSON.parse(readBuilt(`data/${id}/v${version}.json`))).toMatchObject({ id, version });
  });

  test.each(['zh', 'en'])('the pictures say what they show, from where, which version (%s)', (locale) => {
    const svg = readBuilt(`charts/${id}.${locale}.svg`);
    const { version } = source(id);
    expect(svg).toMatch(/<title>[^<]+<\/title>/);
    const numbers = source(id).observations.flatMap(({ quote }) => (quote ? [NUMBERS[quote.reply] ?? ''] : []));
    for (const number of new Set(numbers)) expect(svg).toContain(number);
    expect(svg).toContain(version);
    expect(svg).toContain(`/${locale}/data/${id}/`);
    expect(svg).not.toMatch(/var\(|currentcolor/);
    const png = readFileSync(file(`charts/${id}.${locale}.png`));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
  });

  test.each(['zh', 'en'])('the page describes itself as a Dataset whose files are there (%s)', (locale) => {
    const page = readBuilt(`${locale}/data/${id}/index.html`);
    const blocks = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(
      ([, json = '']) => [JSON.parse(json)].flat(),
    );
    const dataset = blocks.find((block) => block['@type'] === 'Dataset');
    expect(dataset).toMatchObject({ '@context': 'https://schema.org', identifier: id, version: source(id).version });
    expect(dataset.description.length).toBeGreaterThanOrEqual(50);
    expect(dataset.distribution.length).toBeGreaterThan(0);
    for (const { contentUrl } of dataset.distribution)
      expect(existsSync(file(new URL(contentUrl).pathname))).toBe(true);
  });
});

describe.each(IDS)('the codebook of %s', (id) => {
  test('says what each column means, and each code that the table holds', () => {
    const rows: Record<string, string>[] = parse(readBuilt(`data/${id}.codebook.csv`), { columns: true });
    const table: Record<string, string>[] = parse(readBuilt(`data/${id}.plain.csv`), { columns: true });
    const codesOf = (name: string) => rows.filter(({ field, code }) => field === name && code !== '');
    expect(rows.filter(({ code }) => code === '').map(({ field }) => field)).toEqual(Object.keys(table[0] ?? {}));
    for (const { label_zh, label_en } of rows) expect([label_zh, label_en]).not.toContain('');
    for (const name of ['series', 'kind', 'qualifier', 'unit']) {
      const codes = codesOf(name).map(({ code }) => code);
      for (const row of table) expect(codes).toContain(row[name]);
    }
    for (const { code, unit } of codesOf('series'))
      expect(unit?.split(' ')).toEqual([
        ...new Set(table.filter(({ series }) => series === code).map((row) => row.unit)),
      ]);
  });
});
