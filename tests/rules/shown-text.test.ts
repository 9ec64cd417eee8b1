import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldSpace } from '../../src/model/block.ts';
import { jsonSpaceFindings, yamlSpaceFindings } from '../../src/rules/field-spaces.ts';
import { runs } from '../fuzz/settings.ts';
import { bodies, findingsOf, foldedLines, shownLines, writtenLines } from './shown-text.ts';

describe('the text shown is the text written, or the check says so', () => {
  test('of whatever signs a letter is made', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        if (findingsOf(body).length > 0) return;
        // The end of a line between words is a space.
        expect(foldedLines(shownLines(body))).toEqual(foldedLines(writtenLines(body)));
      }),
      runs(500),
    );
  });

  test.each([
    ['> 引用一行', 'text-changed'],
    ['# 3号井', 'text-changed'],
    ['第一行\\\n第二行', 'text-changed'],
    ['第一行  \n第二行', 'text-changed'],
    ['- （3）万元', 'list-mark'],
    ['- (3)%', 'list-mark'],
    ['2025. 年首', 'list-mark'],
    ['（一）甲\n（二）乙', 'lines-joined'],
    ['一、甲。\n二、乙。', 'lines-joined'],
    ['甲。\n乙。', 'lines-joined'],
    ['(1) one\n(2) two', 'lines-joined'],
    ['机井已\n修复', 'line-break-lost'],
    ['机井  修复', 'spaces-folded'],
    ['  机井', 'spaces-folded'],
    ['    机井', 'spaces-folded'],
    ['__甲__', 'text-changed'],
    ['-', 'text-changed'],
    ['1.', 'text-changed'],
    ['>', 'text-changed'],
  ])('%j is told as %s', (body, rule) => expect(findingsOf(body).map((finding) => finding.rule)).toEqual([rule]));

  test.each([
    '## 一、甲',
    '- 甲',
    '- （一）甲',
    '- （3）关于机井',
    '1. 甲\n2. 乙',
    '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |',
    '**注意：**请看',
    '2025年首',
    '5~8月，约10~20万',
    '3\\*4',
    '\\> 3',
    'The wells were\nrepaired in 2024.',
    '甲 word 乙',
  ])('%j is as it was written, and nothing is said', (body) => {
    expect(findingsOf(body)).toEqual([]);
    expect(foldedLines(shownLines(body))).toBe(foldedLines(writtenLines(body)));
  });

  test('of whatever is in a field', () => {
    const values = fc.string({ unit: fc.constantFrom('甲', 'a', ' ', '\n', '\t', '：', '1'), minLength: 1 });
    fc.assert(
      fc.property(values, (value) => {
        const json = jsonSpaceFindings(JSON.stringify({ title: value }), 'data/x.json');
        const yaml = yamlSpaceFindings(`title: ${JSON.stringify(value)}\n`, 'zh.mdx');
        expect(yaml.map((finding) => finding.rule)).toEqual(json.map((finding) => finding.rule));
        if (json.length === 0) expect(foldSpace(value).trim()).toBe(value.trim());
      }),
      runs(500),
    );
  });

  test.each([
    ['title: 关于机井\n  的答复', ['field-line-break']],
    ['title: "关于\\n机井"', ['field-line-break']],
    ['title: "关于\\t机井"', ['field-line-break']],
    ['title: |\n  关于\n  机井', ['field-line-break']],
    ['title: 关于  机井', ['field-spaces']],
    ['summary: >-\n  The wells\n  are repaired.', []],
    ['words: |-\n  第一段。\n\n  第二段。', []],
    ['a:   甲 # 乙', []],
  ])('the front matter %j: %j', (text, rules) =>
    expect(yamlSpaceFindings(text, 'zh.mdx').map((finding) => finding.rule)).toEqual(rules),
  );
});
