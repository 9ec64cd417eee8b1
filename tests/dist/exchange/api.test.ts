import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFromString, createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { apiResources } from '../../../src/formats/api/resources.ts';
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

describe('the linter of such descriptions', () => {
  it('finds nothing, by its recommended rules', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const source = JSON.stringify(description);
    const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
    // A site without terms of use has no licence to name; where they are set, it is named.
    expect(
      problems.filter(({ ruleId }) => ruleId !== 'info-license').map(({ ruleId, message }) => [ruleId, message]),
    ).toEqual([]);
    const broken = JSON.stringify({ ...description, security: undefined });
    expect(await lintFromString({ source: broken, absoluteRef: 'openapi.json', config })).not.toEqual(problems);
  });
});

describe('a program that makes clients', () => {
  it('reads the description as it stands, and fetches nothing else for it', async () => {
    const config = await createConfig({});
    const bundle = (source: object) =>
      bundleFromString({ source: JSON.stringify(source), absoluteRef: 'openapi.json', config, dereference: true });
    const { problems, fileDependencies } = await bundle(description);
    expect([problems, [...fileDependencies]]).toEqual([[], []]);
    const apart = {
      ...description,
      components: { schemas: { Problem: { $ref: 'https://elsewhere.invalid/a.json' } } },
    };
    expect((await bundle(apart)).problems).not.toEqual([]);
  });

  it('finds no file named in an example, which it would fetch', () => {
    expect(JSON.stringify(description)).not.toContain('externalValue');
  });
});

describe('lists and changes', () => {
  const lists = read('lists.json').items;

  it('are there by topic, year, body, bureau, outcome and asker, each with as many as it says', () => {
    const kinds = new Set(lists.map(({ by }: { by: string }) => by));
    expect([...kinds]).toEqual(['topics', 'years', 'bodies', 'bureaus', 'outcomes', 'askers']);
    for (const { by, id, total, link } of lists) {
      const list = read(`${by}/${id}/replies.json`);
      expect([link, list.links.self, list.total]).toEqual([link, link, total]);
    }
    const years = lists.filter(({ by }: { by: string }) => by === 'years');
    expect(years.reduce((sum: number, { total }: { total: number }) => sum + total, 0)).toBe(
      read('replies.json').total,
    );
  });

  it('say of each reply the day of its last change, its hash, who signs in both languages, and its outcome', () => {
    const { items } = read('replies.json');
    for (const item of items) {
      const reply = read(`replies/${item.id}.json`);
      expect(item).toMatchObject({ hash: reply.hashes.zh, updated: reply.updated, links: reply.links });
      expect(item.outcome).toBe(reply.outcome);
    }
    expect(items.find(({ id }: { id: string }) => id === '2025-86').issuerNames).toEqual([
      { zh: '虚构市水务局', en: 'Made-up City Water Bureau' },
    ]);
  });

  it('tell what happened, newest first, so that a client fetches only what changed', () => {
    const { items, total } = read('changes.json');
    expect(items).toHaveLength(total);
    const days = items.map(({ date }: { date: string }) => date);
    expect(days).toEqual([...days].sort().reverse());
    for (const { link, sha256 } of items)
      expect(
        createHash('sha256')
          .update(readFileSync(join(inject('dist'), new URL(link).pathname)))
          .digest('hex'),
      ).toBe(sha256);
    const ofReplies = items.filter(({ of }: { of: string }) => of === 'reply');
    expect(ofReplies.filter(({ change }: { change: string }) => change === 'published')).toHaveLength(
      read('replies.json').total,
    );
    expect(new Set(items.map(({ of }: { of: string }) => of))).toEqual(new Set(['reply', 'dataset', 'report']));
  });
});

describe('a dataset', () => {
  it('is the same below /data and /api but for its own address, and each version has that shape', () => {
    const whole = read('datasets/saving-schemes.json');
    const data = (path: string) => JSON.parse(readFileSync(join(inject('dist'), path), 'utf8'));
    const file = data('data/saving-schemes.json');
    expect(file).toEqual({ ...whole, links: { ...whole.links, self: file.links.self } });
    for (const { version, json, csv } of whole.versions) {
      const former = data(new URL(json).pathname);
      expect([former.version, former.links.self]).toEqual([version, json]);
      expect(faults('Dataset', former)).toEqual([]);
      expect(readFileSync(join(inject('dist'), new URL(csv).pathname), 'utf8')).toContain(`,${version},`);
    }
  });
});

describe('the files of the JSON interface', () => {
  it.each(files)('%s is as described', (file) => {
    expect(faultsOf(file)).toEqual([]);
  });

  it('refuse a reply without its hashes, and may have keys that the description does not name yet', () => {
    const { hashes: _, ...reply } = read('replies/2025-86.json');
    expect(faults('Reply', reply)).toMatchObject([{ keyword: 'required' }]);
    expect(faults('Reply', { ...read('replies/2025-86.json'), secret: 1 })).toEqual([]);
  });

  it('have no key that the program’s own schemas do not name', () => {
    const { languages } = read('index.json');
    const own = apiResources({ bureaus: [] }).map(({ path, schema }) => ({
      pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
      schema: schema(languages),
    }));
    for (const file of files) {
      const { schema } = own.find(({ pattern }) => pattern.test(`/${file}`)) ?? {};
      const read_ = schema?.safeParse(read(file));
      expect([file, read_?.error?.issues ?? []]).toEqual([file, []]);
    }
  });

  it('name only files that are there', () => {
    const { replies, lists, changes, datasets, reports, commitments, glossary, openapi } = read('index.json');
    const listed = [...read('replies.json').items, ...read('datasets.json').items].map(({ json }) => json);
    const known = [...files, 'openapi.json'].map((file) => `/api/v1/${file}`);
    expect(
      [replies, lists, changes, datasets, reports, commitments, glossary, openapi, ...listed].filter(
        (path) => !known.includes(path),
      ),
    ).toEqual([]);
  });
});
