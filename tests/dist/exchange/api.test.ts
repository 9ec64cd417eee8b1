import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { interfaceFiles } from './interface-files.ts';

const { description, files, read, faults, faultsOf } = interfaceFiles(inject('dist'));

describe('the description of the JSON interface', () => {
  it('is OpenAPI 3.1', () => {
    expect(description.openapi).toMatch(/^3\.1\.\d+$/);
    expect(description.info).toMatchObject({ title: expect.any(String), version: expect.stringMatching(/^1\./) });
    expect(description.servers).toEqual([{ url: 'https://dafu.example/api/v1' }]);
  });

  it('obeys the published schema of such descriptions', () => {
    const published = readFileSync(join(import.meta.dirname, '../fixtures/openapi-3.1.schema.yaml'), 'utf8');
    // Ajv takes a dynamic reference for one to the whole schema; what it means here is written out.
    const schema = parse(published.replaceAll("$dynamicRef: '#meta'", "$ref: '#/$defs/schema'"));
    const validate = addFormats
      .default(new Ajv2020({ strict: false, formats: { 'media-range': true } }))
      .compile(schema);
    validate(description);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...description, paths: { index: {} } })).toBe(false);
  });

  it('names every parameter of every path, each operation once', () => {
    const operations = Object.entries<{ get: { operationId: string; parameters: { name: string }[] } }>(
      description.paths,
    );
    for (const [path, { get }] of operations) {
      expect(get.parameters.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
    }
    const ids = operations.map(([, { get }]) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(Object.keys(description.components.schemas))('has a schema %s that a validator accepts', (name) => {
    expect(new Ajv2020({ strict: false }).validateSchema(description.components.schemas[name])).toBe(true);
  });
});

describe('the files of the JSON interface', () => {
  it.each(files)('%s is as described', (file) => {
    expect(faultsOf(file)).toEqual([]);
  });

  it('refuse a reply without its hashes, or with what the description does not name', () => {
    const { hashes: _, ...reply } = read('replies/2025-86.json');
    expect(faults('Reply', reply)).toMatchObject([{ keyword: 'required' }]);
    expect(faults('Reply', { ...read('replies/2025-86.json'), secret: 1 })).toMatchObject([
      { keyword: 'additionalProperties' },
    ]);
  });

  it('name only files that are there', () => {
    const { replies, datasets, commitments, glossary, openapi } = read('index.json');
    const listed = [...read('replies.json').items, ...read('datasets.json').items].map(({ json }) => json);
    const known = [...files, 'openapi.json'].map((file) => `/api/v1/${file}`);
    expect(
      [replies, datasets, commitments, glossary, openapi, ...listed].filter((path) => !known.includes(path)),
    ).toEqual([]);
  });
});
