import { describe, expect, it } from 'vitest';
import { replyMarkdown, replyPlainText } from '../../../src/formats/text/reply-text.ts';
import type { Languages, Locale } from '../../../src/model/locale.ts';
import { siteSchema } from '../../../src/model/site.ts';
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

describe('a reply in three languages', () => {
  const ug = 'ug' as Locale;
  const languages: Languages = ['zh', 'en', ug];
  const made = { method: 'human' as const, reviewer: undefined, contact: [] };
  const lines = (label: string) => [{ label, value: '1' }];
  const several = {
    ...reply,
    title: { ...reply.title, ug: 'جاۋاب' },
    url: { ...reply.url, ug: '/replies/ug/replies/2031-12/' },
    signers: lines('承办人'),
    translation: { ...made, signers: lines('In charge') },
    translations: {
      en: { ...made, signers: lines('In charge'), summary: 'Done.' },
      ug: { ...made, signers: lines('مەسئۇل'), summary: 'تاماملاندى.' },
    },
  } as typeof reply;
  const inAll = (words: string) => ({ zh: words, en: words, ug: words });
  const place = siteSchema(languages).parse({
    ...{ address: site.address, base: site.base, official: true, languages: [...languages] },
    ...{ issuer: inAll('局'), name: inAll('网站'), description: inAll('说明') },
    topics: [{ id: 'wells', label: inAll('机井') }],
    answeredKinds: [{ id: 'suggestion', label: inAll('建议') }],
  });

  it.each([
    ['zh', '承办人'],
    ['en', 'In charge'],
    ['ug', 'مەسئۇل'],
  ])('ends in %s with the lines of that translation', (locale, label) => {
    const text = replyPlainText(several, locale as Locale, place);
    expect(text).toMatch(new RegExp(`^${label}[：:] ?1$`, 'm'));
    for (const other of ['承办人', 'In charge', 'مەسئۇل']) expect(text.includes(other)).toBe(other === label);
  });
});
