import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SiteError } from '../../src/errors.ts';
import { placeInJson, readJson } from '../../src/model/json-source.ts';
import { splitFrontMatter } from '../../src/model/source-file.ts';
import { readYaml } from '../../src/model/yaml-source.ts';

const schema = z.strictObject({ title: z.string(), list: z.array(z.strictObject({ id: z.string() })).default([]) });

/** `rule line:column` of everything that a reading finds wrong. */
function faults(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof SiteError)
      return error.findings.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`);
    throw error;
  }
  return [];
}

describe('reading YAML', () => {
  const read = (text: string) => readYaml(text, schema, { file: 'a.yaml', linesBefore: 1 });

  it('gives the value, days as strings', () => {
    expect(read('title: 2025-05-06')).toEqual({ title: '2025-05-06', list: [] });
  });

  it.each([
    ['an unknown key', 'title: a\nlayout: ../x.astro', ['unknown-key 3:1']],
    ['an unknown key in a list', 'title: a\nlist:\n  - { id: b, extra: c }', ['unknown-key 4:14']],
    ['a missing key', 'list: []', ['missing-key 2:1']],
    ['a wrong type', 'title: 5', ['invalid-value 2:8']],
    ['a repeated key', 'title: a\ntitle: b', ['repeated-key 3:1']],
    ['a tag', 'title: !!js/function a', ['yaml-tag 2:8']],
    ['an anchor and its alias', 'title: &a b\nlist: *a', ['yaml-anchor 2:11', 'yaml-anchor 3:7']],
    ['broken syntax', 'title: "a', ['yaml-syntax 2:8']],
  ])('points at %s', (_case, text, expected) => {
    expect(faults(() => read(text))).toEqual(expected);
  });
});

describe('reading JSON', () => {
  const read = (text: string) => readJson(text, schema, 'a.json');

  it.each([
    ['a truncated file', '{"title": "a"', ['json-syntax 1:14']],
    ['a repeated key', '{"title": "a",\n "title": "b"}', ['repeated-key 2:2']],
    ['a number too large', '{"title": 1e999}', ['json-number 1:11']],
    ['an integer a float cannot hold', '{"title": 9007199254740993}', ['json-number 1:11']],
    ['an unknown key', '{"title": "a", "x": 1}', ['unknown-key 1:16']],
    ['a wrong type', '{"title": "a", "list": [{"id": 1}]}', ['invalid-value 1:32']],
  ])('points at %s', (_case, text, expected) => {
    expect(faults(() => read(text))).toEqual(expected);
  });

  it('finds the place of a value', () => {
    expect(placeInJson('{"list": [\n  {"id": "b"}\n]}', 'a.json', ['list', 0, 'id'])).toEqual({
      file: 'a.json',
      line: 2,
      column: 10,
    });
  });
});

describe('front matter', () => {
  it('is cut from the body, whose line it tells', () => {
    expect(splitFrontMatter('---\ntitle: a\n---\n\n正文', 'a.mdx')).toEqual({
      frontMatter: 'title: a\n',
      body: '\n正文',
      bodyLine: 4,
    });
  });
  it.each(['title: a', '---\ntitle: a\n'])('must be there and closed: %j', (text) => {
    expect(faults(() => splitFrontMatter(text, 'a.mdx'))).toEqual(['front-matter 1:1']);
  });
});
