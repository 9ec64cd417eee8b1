import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SiteError } from '../../src/errors.ts';
import { readJson } from '../../src/model/json-source.ts';
import { readYaml } from '../../src/model/yaml-source.ts';

const MODEL = join(import.meta.dirname, '../../src/model');
const own = readdirSync(MODEL)
  .filter((file) => file !== 'schema-findings.ts')
  .flatMap((file) =>
    [
      ...readFileSync(join(MODEL, file), 'utf8').matchAll(/^(?!\s*')[^\n]*['"`](must (?:be|begin|not)[^'`\n]*)['`]/gm),
    ].map((match) => match[1] ?? ''),
  );

function yamlFinding(schema: z.ZodType, text: string) {
  try {
    readYaml(text, schema, { file: 'x.yaml', linesBefore: 0 });
  } catch (error) {
    if (error instanceof SiteError) return error.findings[0];
  }
  return undefined;
}

describe('messages of schemas', () => {
  it('finds the messages that the schemas define', () => {
    expect(own.length).toBeGreaterThan(4);
  });

  it.each(own.filter((message) => !message.includes('$')))('%s has its Chinese', (message) => {
    const schema = z.strictObject({ a: z.string().refine(() => false, { message }) });
    expect(yamlFinding(schema, 'a: x')?.message.zh).not.toContain('must');
  });

  it.each([
    ['a number for text', z.strictObject({ a: z.string() }), 'a: 2024', '“a”应是文字，现在是数 2024'],
    ['a word outside a list', z.strictObject({ a: z.enum(['甲', '乙']) }), 'a: 丙', '“a”只能是：甲、乙'],
    ['empty text', z.strictObject({ a: z.string().min(1) }), 'a: ""', '“a”不能是空的'],
    ['a number that is too small', z.strictObject({ a: z.int().positive() }), 'a: 0', '“a”应大于 0'],
    ['text for a list', z.strictObject({ a: z.array(z.string()) }), 'a: x', '“a”应是列表'],
    ['a colon in a value', z.strictObject({ a: z.string() }), 'a: x: y', '英文冒号'],
    ['a quote left open', z.strictObject({ a: z.string() }), 'a: "x', '没有对应的后引号'],
  ])('says in Chinese: %s', (_name, schema, text, expected) => {
    expect(yamlFinding(schema, text)?.message.zh).toContain(expected);
  });

  it.each([
    ['{ "a": [1, 2', '突然结束'],
    ['{ "a": 1 "b": 2 }', '这里不应是'],
  ])('says of JSON %s', (text, expected) => {
    expect(() => readJson(text, z.unknown(), 'x.json')).toThrow(SiteError);
    try {
      readJson(text, z.unknown(), 'x.json');
    } catch (error) {
      if (error instanceof SiteError) expect(error.findings[0]?.message.zh).toContain(expected);
    }
  });
});
