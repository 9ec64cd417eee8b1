import { describe, expect, it } from 'vitest';
import { SiteError } from '../../../src/errors.ts';
import { draftTranslation } from '../../../src/intake/translate/draft.ts';
import { matchBlocks, type OldBlock } from '../../../src/intake/translate/match.ts';
import { splitFrontMatter } from '../../../src/model/source-file.ts';

const ZH = 'content/replies/2031-7/zh.mdx';
const EN = 'content/replies/2031-7/en.mdx';

const chinese = (body: string) => ({
  file: ZH,
  text: `---
number: 〔2031〕7号
title: 关于样例的答复
issuer: 样例市虚构事务局
date: 2031-02-03
disclosure: 主动公开
answers: { kind: suggestion, body: 市人大, number: 第3号, title: 关于样例的建议, proposers: [某某代表] }
signers: [{ label: 负责人, value: "" }]
---

${body}
`,
});

const options = { method: undefined, accept: false, languages: ['zh', 'en'], to: 'en' } as const;
const draft = (zh: string, en?: string) =>
  draftTranslation(chinese(zh), en === undefined ? undefined : { file: EN, text: en }, options);
const bodyOf = (text: string) => splitFrontMatter(text, EN).body.trim();
const PLACE = '请把这一行换成英文译文';

/** A draft with every place filled by the English given, in order, and the Chinese deleted. */
function fill(text: string, english: readonly string[]): string {
  let next = 0;
  return text.replace(/^> 【原文.*\n\n?/gmu, '').replaceAll(PLACE, () => english[next++] ?? '');
}

const FIRST = '某某代表：\n\n## 一、总述\n\n甲段。\n\n乙段。';
const finished = fill(draft(FIRST).text, ['Dear Deputy:', 'Overview', 'Paragraph A.', 'Paragraph B.']);

describe('a new translation', () => {
  it('has a place for every block, its Chinese above it', () => {
    expect(bodyOf(draft(FIRST).text)).toBe(
      [
        '> 【原文 p1】某某代表：',
        PLACE,
        '> 【原文 s1】一、总述',
        `## ${PLACE}`,
        '> 【原文 p2】甲段。',
        PLACE,
        '> 【原文 p3】乙段。',
        PLACE,
      ].join('\n\n'),
    );
  });

  it('parts annexes and imprint from the letter, and marks what is left out, as the Chinese does', () => {
    const { text } = draft('某某代表：\n\n〔此处不公开〕\n\n***\n\n## 附件\n\n丙。\n\n***\n\n抄送：县政府办。');
    const lines = bodyOf(text).split('\n\n');
    expect(lines.map((line) => (line.startsWith('> ') ? '>' : line))).toEqual([
      '>',
      PLACE,
      '>',
      '〔Not disclosed here〕',
      '***',
      '>',
      `## ${PLACE}`,
      '>',
      PLACE,
      '***',
      '>',
      PLACE,
    ]);
  });

  it('keeps lists and tables whole', () => {
    const { text } = draft('某某代表：\n\n- 甲项；\n- 乙项。\n\n| 年 | 量 |\n| - | - |\n| 2031 | 5 |');
    expect(bodyOf(text)).toContain(
      `> 【原文 p2】甲项；\n\n> 【原文 p3】乙项。\n\n- ${PLACE}\n- ${PLACE}\n\n> 【原文 p4】`,
    );
    expect(bodyOf(text)).toContain('| 2031 | 5 |');
  });

  it('is made of a record that still lacks something, as an import leaves it', () => {
    const zh = chinese(FIRST);
    const lacking = { ...zh, text: zh.text.replace(', title: 关于样例的建议', '').replace(/^issuer.*\n/mu, '') };
    expect(bodyOf(draftTranslation(lacking, undefined, options).text)).toBe(bodyOf(draft(FIRST).text));
  });

  it('numbers the items of a numbered list, and counts on', () => {
    const { text } = draft('某某代表：\n\n3. 甲项。\n4. 乙项。');
    expect(bodyOf(text)).toContain(`> 【原文 p3】乙项。\n\n3. ${PLACE}\n4. ${PLACE}`);
  });

  it('shows the Chinese of the record, and leaves blank what is blank', () => {
    const { frontMatter } = splitFrontMatter(draft(FIRST).text, EN);
    expect(frontMatter).toContain('# title：关于样例的答复');
    expect(frontMatter).toContain('value: ""');
    expect(frontMatter).toContain('method: human');
  });
});

describe('refreshing a translation', () => {
  it('changes nothing where nothing changed', () => {
    expect(draft(FIRST, finished)).toMatchObject({ text: finished, open: 0, changed: 0, kept: 4 });
  });

  it('changes nothing in a draft that is half done', () => {
    const half = draft(FIRST).text.replace(PLACE, 'Dear Deputy:');
    expect(draft(FIRST, half).text).toBe(half.replace('> 【原文 p1】某某代表：\n\n', ''));
  });

  it('puts changed Chinese above the English made from what it was', () => {
    const result = draft(FIRST.replace('甲段。', '甲段已改。'), finished);
    expect(result).toMatchObject({ open: 0, changed: 1, kept: 3 });
    expect(bodyOf(result.text)).toContain('> 【原文已改 p2】甲段已改。\n\nParagraph A.\n\nParagraph B.');
  });

  it('makes a place for an inserted paragraph, and leaves the finished ones untouched', () => {
    const result = draft(FIRST.replace('乙段。', '新段。\n\n乙段。'), finished);
    expect(result).toMatchObject({ open: 1, changed: 0, kept: 4 });
    expect(bodyOf(result.text)).toContain(`Paragraph A.\n\n> 【原文 p3】新段。\n\n${PLACE}\n\nParagraph B.`);
  });

  it('lets the English of a deleted paragraph go', () => {
    expect(bodyOf(draft(FIRST.replace('甲段。\n\n', ''), finished).text)).toBe(
      'Dear Deputy:\n\n## Overview\n\nParagraph B.',
    );
  });

  it('records English as checked when told so', () => {
    const zh = chinese(FIRST.replace('甲段。', '甲段已改。'));
    const accepted = draftTranslation(
      zh,
      { file: EN, text: finished },
      { ...options, method: 'machine-reviewed', accept: true },
    );
    expect(bodyOf(accepted.text)).toBe(bodyOf(finished));
    expect(accepted.text).toContain('method: machine-reviewed');
    expect(accepted.text).not.toBe(finished);
  });

  it('does not touch English that does not pair', () => {
    const short = finished
      .replace('\n\nParagraph B.', '')
      .replace(/^ {4}p3: .*\n/m, '')
      .replace(/^ {4}p1: .*\n/m, '');
    expect(() => draft(FIRST, short)).toThrow(SiteError);
  });
});

describe('matching', () => {
  const blocks = (text: string): OldBlock[] =>
    Array.from(text, (hash) => ({ hash, kind: /[A-Z]/.test(hash) ? 'heading' : 'paragraph' }));
  const shown = (old: string, now: string) =>
    matchBlocks(blocks(old), blocks(now))
      .map((origin) => (origin.state === 'open' ? '+' : `${origin.state === 'kept' ? '=' : '~'}${old[origin.from]}`))
      .join(' ');

  it.each([
    ['abc', 'abc', '=a =b =c'],
    ['abc', 'axc', '=a ~b =c'],
    ['abc', 'abxc', '=a =b + =c'],
    ['abc', 'ac', '=a =c'],
    ['aBc', 'aXyc', '=a ~B + =c'],
    ['', 'ab', '+ +'],
    ['ab', 'ba', '=b +'],
  ])('%s → %s: %s', (old, now, expected) => {
    expect(shown(old, now)).toBe(expected);
  });
});
