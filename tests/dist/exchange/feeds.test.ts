import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, inject, it } from 'vitest';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toString as textOf } from 'xast-util-to-string';

const dist = inject('dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(?:^|\/)feed\.(?:xml|json)$/.test(file))
  .sort();
const read = (file: string) => readFileSync(join(dist, file), 'utf8');

/** RFC 3339, as RFC 4287 (3.3) asks. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;

const children = (element: Element, name?: string): Element[] =>
  element.children.filter((child): child is Element => child.type === 'element' && (!name || child.name === name));
const texts = (element: Element, name: string) => children(element, name).map((child) => textOf(child));
const root = (file: string): Element => {
  const found = fromXml(read(file)).children.find((child): child is Element => child.type === 'element');
  if (!found) throw new Error(`${file} is empty`);
  return found;
};

/** JSON Feed 1.1 as its specification has it: https://www.jsonfeed.org/version/1.1/ */
const JSON_FEED = {
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: { type: 'string', format: 'uri' },
    feed_url: { type: 'string', format: 'uri' },
    description: { type: 'string' },
    language: { type: 'string', minLength: 2 },
    authors: { type: 'array', minItems: 1, items: { type: 'object', minProperties: 1 } },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        properties: {
          id: { type: 'string', minLength: 1 },
          url: { type: 'string', format: 'uri' },
          date_published: { type: 'string', format: 'date-time' },
          tags: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};
const isJsonFeed = addFormats.default(new Ajv2020({ allErrors: true })).compile(JSON_FEED);

describe('the feeds', () => {
  it('are there in both languages for all, corrections, topics, kinds, years and answering bodies', () => {
    const kinds = ['', 'corrections/', 'topics/green-mines/', 'answered/suggestion/', 'years/2025/'];
    const expected = ['zh', 'en'].flatMap((locale) => kinds.map((kind) => `${locale}/${kind}feed.xml`));
    expect(files).toEqual(expect.arrayContaining(expected));
    expect(files.filter((file) => /issuers\/[0-9a-f]{8}\/feed\.xml$/.test(file))).toHaveLength(2);
  });

  it('have an id of their own each', () => {
    const ids = files.filter((file) => file.endsWith('.xml')).flatMap((file) => texts(root(file), 'id'));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(files.filter((file) => file.endsWith('.xml')))('%s', (file) => {
  const feed = root(file);
  const entries = children(feed, 'entry');

  it('is an Atom feed (RFC 4287, 4.1.1)', () => {
    expect(feed).toMatchObject({ name: 'feed', attributes: { xmlns: 'http://www.w3.org/2005/Atom' } });
    for (const name of ['id', 'title', 'updated']) expect(texts(feed, name)).toHaveLength(1);
    expect(texts(feed, 'updated')[0]).toMatch(TIME);
    expect(children(feed, 'author').length).toBeGreaterThan(0);
    const self = children(feed, 'link').filter(({ attributes }) => attributes.rel === 'self');
    expect(self.map(({ attributes }) => attributes.href)).toEqual([`https://dafu.example/${file}`]);
  });

  it('has whole entries (RFC 4287, 4.1.2), each id once', () => {
    for (const entry of entries) {
      for (const name of ['id', 'title', 'updated', 'content']) expect(texts(entry, name)).toHaveLength(1);
      expect(texts(entry, 'updated')[0]).toMatch(TIME);
      expect(children(entry, 'link').filter(({ attributes }) => attributes.rel === 'alternate')).toHaveLength(1);
    }
    const ids = entries.flatMap((entry) => texts(entry, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(files.filter((file) => file.endsWith('.json')))('%s', (file) => {
  it('is a JSON Feed 1.1, with the entries of its Atom twin', () => {
    const feed = JSON.parse(read(file));
    isJsonFeed(feed);
    expect(isJsonFeed.errors ?? []).toEqual([]);
    const atom = children(root(file.replace(/json$/, 'xml')), 'entry');
    expect(feed.items.map(({ id }: { id: string }) => id)).toEqual(atom.flatMap((entry) => texts(entry, 'id')));
  });
});

describe('the feed of all replies', () => {
  it('holds the last words of the reply', () => {
    expect(read('zh/feed.json')).toContain(
      '实现生态环境修复、居民生活条件改善、土地资源有效利用和区域经济可持续发展的目标。',
    );
  });
});
