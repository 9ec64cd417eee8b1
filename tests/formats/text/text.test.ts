import { describe, expect, it } from 'vitest';
import { replyMarkdown, replyPlainText } from '../../../src/formats/text/reply-text.ts';
import { reply, site } from '../reply.ts';

describe('a reply as plain text', () => {
  it('has its record, then every block as it stands, then the printed lines', () => {
    expect(replyPlainText(reply, 'zh', site)).toBe(
      '关于第7号建议的答复\n\n' +
        '主题分类：机井\n发文机关：青溪县水务局\n成文日期：2031年4月9日\n标题：关于第7号建议的答复\n发文字号：青水函〔2031〕12号\n' +
        '公开方式：主动公开\n答复对象：县人大第7号：《关于修复机井的建议》\n' +
        '来源：https://water.example/replies/zh/replies/2031-12/\n\n' +
        '尊敬的高明代表：\n\n一、修复情况\n\n* 水位 < 3米 & 稳定。\n\n年份\t眼数\n2030\t24\n\n承办人：（原件空白）\n',
    );
  });

  it('says what a reader has to know first', () => {
    const withdrawn = { ...reply, withdrawn: { date: '2031-06-01', why: { zh: '另行答复', en: 'Answered again' } } };
    expect(replyPlainText(withdrawn, 'en', { ...site, official: false })).toMatch(
      /withdrawn: Answered again\n\n.*unofficial translation.*\n\n.*demonstration.*\n\nDear Deputy:/,
    );
  });
});

describe('what was corrected', () => {
  const corrections = [
    {
      date: '2031-05-01',
      what: { zh: '改正井数。', en: 'The number of wells.' },
      why: { zh: '笔误。', en: 'A slip.' },
      paragraphs: [],
    },
  ];

  it.each([
    ['zh', '更正：2031年5月1日，改正井数。笔误。'],
    ['en', 'Corrections: 1 May 2031: The number of wells. A slip.'],
  ] as const)('is said before the text in %s', (locale, notice) => {
    const corrected = { ...reply, corrections };
    expect(replyPlainText(corrected, locale, site)).toContain(`\n\n${notice}\n\n`);
    expect(replyMarkdown(corrected, locale, site)).toContain(`\n> ${notice}\n`);
  });
});

describe('a reply as Markdown', () => {
  it('keeps headings and tables, and escapes what Markdown would take for a mark', () => {
    const markdown = replyMarkdown(reply, 'zh', site);
    expect(markdown).toContain('# 关于第7号建议的答复\n');
    expect(markdown).toContain('\n## 一、修复情况\n');
    expect(markdown).toContain('\n\\* 水位 < 3米 & 稳定。\n');
    expect(markdown).toContain('| 年份   | 眼数 |');
    expect(markdown).toContain('- 来源：<https://water.example/replies/zh/replies/2031-12/>\n');
  });
});
