import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { USUAL_LANGUAGES, wordsIn } from '../../src/model/locale.ts';
import { replyRecordSchema, replyTranslationSchema } from '../../src/model/reply.ts';
import { inspectYaml } from '../../src/model/yaml-source.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
const inspected = (text: string) =>
  inspectYaml(text, replyRecordSchema(USUAL_LANGUAGES), { file: 'zh.mdx', linesBefore: 1 });
const RECORD = parse(fixture('record-0.1.yaml'));
const record = (changed: object) => inspected(stringify({ ...RECORD, ...changed }));

describe('a record of the first version', () => {
  it('is taken as it is: its values are the same, one issuer and one document answered in lists', () => {
    const { findings, value } = inspected(fixture('record-0.1.yaml'));
    expect(findings).toEqual([]);
    // What it did not know of is empty.
    expect(value).toEqual({ ...RECORD, issuer: [RECORD.issuer], answers: [RECORD.answers], masked: [] });
  });

  it('keeps its translation too', () => {
    const source = parse(fixture('translation-0.1.yaml'));
    expect(replyTranslationSchema.parse(source)).toEqual({ ...source, answers: [source.answers] });
  });
});

describe('a record', () => {
  it('is the same read twice', () => {
    const once = replyRecordSchema(USUAL_LANGUAGES).parse(RECORD);
    expect(replyRecordSchema(USUAL_LANGUAGES).parse(once)).toEqual(once);
  });

  it('may lack what its letter does not state', () => {
    const { title, issuer, date } = RECORD;
    const { findings, value } = inspected(
      stringify({ title, issuer, date, answers: { kind: 'suggestion', number: '第1号' } }),
    );
    expect([findings, value?.number, value?.disclosure]).toEqual([[], undefined, undefined]);
  });

  it('may be of several issuers and answer several documents', () => {
    const { value } = record({
      issuer: ['甲局', '乙局'],
      answers: [RECORD.answers, { kind: 'proposal', number: '第2号' }],
    });
    expect(value?.issuer).toEqual(['甲局', '乙局']);
    expect(value?.answers.map(({ number }) => number)).toEqual(['第1号', '第2号']);
  });

  it('may say in Chinese alone what a site in Chinese alone has no English for', () => {
    const { findings, value } = record({
      withdrawn: { date: '2024-07-01', why: '重复公开' },
      corrections: [{ date: '2024-06-01', what: '改字', why: { zh: '笔误' } }],
    });
    expect(findings).toEqual([]);
    expect(value?.withdrawn && wordsIn(value.withdrawn.why, 'en')).toBe('重复公开');
    expect(value?.corrections.map(({ what, why }) => [wordsIn(what, 'zh'), wordsIn(why, 'en')])).toEqual([
      ['改字', '笔误'],
    ]);
  });

  it.each([
    [{ issuer: [] }, 'invalid-value', '"issuer" must not be empty'],
    [{ issuer: '' }, 'invalid-value', '"issuer" must not be empty'],
    [{ issuer: ['甲局', ' 乙局'] }, 'invalid-value', '"issuer.1" must not begin or end with white space'],
    [{ answers: [{ ...RECORD.answers, kind: 7 }] }, 'invalid-value', '"answers.0.kind" must be text'],
    [{ answers: { number: '第1号' } }, 'missing-key', '"answers.kind" is missing'],
    [{ answers: { kind: 'suggestion', serial: 1 } }, 'unknown-key', 'unknown key "answers.serial"'],
    [{ disclosure: '保密' }, 'invalid-value', '"disclosure" must be as printed'],
    [{ extent: '一部分' }, 'invalid-value', '"extent" must be one of: 全文, 摘要, 部分'],
    [{ handling: { opinion: '很满意' } }, 'invalid-value', '"handling.opinion" must be one of'],
  ])('%j is told by its place', (changed, rule, message) => {
    const { findings } = record(changed);
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(findings[0]?.message.en).toContain(message);
    expect(findings[0]?.place.line).toBeGreaterThan(1);
  });
});
