import { describe, expect, it } from 'vitest';
import { apiReplySchema } from '../../src/formats/api/reply.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { builtFiles, readBuilt } from './site.ts';

/** An unnumbered joint reply to two suggestions, published in part, with annexes and an imprint after its date. */
const JOINT = '2025-9-4-s42';
/** A number with a second part, in another series of a bureau that has a reply of the same year and serial. */
const SERIES = 'xushuijian-2025-12-1';

const page = (locale: string, id = JOINT) => readBuilt(`${locale}/replies/${id}/index.html`);
/** Pieces of a page in the order in which they stand; an error where one is missing. */
function inOrder(html: string, pieces: readonly string[]): boolean {
  const places = pieces.map((piece) => html.indexOf(piece));
  expect(pieces.filter((_, index) => places[index] === -1)).toEqual([]);
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
}

describe('a letter without a number', () => {
  const mentioning = builtFiles().filter((file) => file.includes(JOINT) && /\.(?:html|md|txt|json)$/.test(file));

  it('is on pages and in files that say nothing of one', () => {
    expect(mentioning.length).toBeGreaterThan(8);
    for (const file of mentioning) expect(readBuilt(file)).not.toMatch(/发文字号|Document number|undefined|null/);
    expect(page('zh')).not.toContain('letterhead-number');
    expect(
      apiReplySchema(USUAL_LANGUAGES).parse(JSON.parse(readBuilt(`api/v1/replies/${JOINT}.json`))).number,
    ).toBeUndefined();
  });

  it('stands in lists and in the breadcrumbs by its title', () => {
    expect(readBuilt('zh/replies/index.html')).toContain(`/zh/replies/${JOINT}/`);
    expect(page('zh')).toMatch(
      /<li aria-current="page"><span>关于市九届人大四次会议第42号、第57号建议的答复<\/span><\/li>/,
    );
  });

  it('has an id in feeds that no other entry has', () => {
    const { items }: { items: { id: string; url: string }[] } = JSON.parse(readBuilt('zh/feed.json'));
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.some(({ url }) => url.endsWith(`/zh/replies/${JOINT}/`))).toBe(true);
  });
});

describe('a joint reply', () => {
  it('has the names of all who sign under the text, and above it where there is no masthead', () => {
    expect(page('zh')).toMatch(
      /<p class="signature-issuer"><span>.*?虚构市水务局.*?<br ?\/?>.*?虚构市农业农村局.*?<br ?\/?><time datetime="2025-08-11">/s,
    );
    expect(page('zh')).toContain('<p class="letterhead-issuer">虚构市水务局文件</p>');
    expect(page('en')).toMatch(
      /<p class="letterhead-issuer">Made-up City Water Bureau<br ?\/?>Made-up City Farming Bureau<\/p>/,
    );
  });

  it('gives each author and each document answered to programs', () => {
    const reply = apiReplySchema(USUAL_LANGUAGES).parse(JSON.parse(readBuilt(`api/v1/replies/${JOINT}.json`)));
    expect(reply).toMatchObject({ issuer: '虚构市水务局', issuers: ['虚构市水务局', '虚构市农业农村局'] });
    expect(reply.answers.zh?.number).toBe('第42号');
    expect(reply.answeredDocuments.map(({ zh, en }) => [zh?.number, en?.number, zh?.proposers.length])).toEqual([
      ['第42号', 'No. 42', 11],
      ['第57号', 'No. 57', 3],
    ]);
    expect(page('zh')).toMatch(/"author":\[\{"@type":"GovernmentOrganization","name":"虚构市水务局"/);
    expect(readBuilt(`zh/replies/${JOINT}/cite/index.html`)).toContain('{虚构市水务局} and {虚构市农业农村局}');
  });

  it('is in the lists and feeds of each bureau', () => {
    for (const bureau of ['water', 'farming'])
      expect(readBuilt(`zh/bureaus/${bureau}/feed.xml`)).toContain(`/zh/replies/${JOINT}/`);
  });
});

describe('what is printed after the date', () => {
  const zh = ['沿岸排水沟', 'id="signature"', 'id="a1"', 'id="a1-p1"', 'id="a2"', 'id="i1"', 'id="i2"'];

  it('stands under the signature, annex by annex, then the imprint', () => {
    expect(inOrder(page('zh'), zh)).toBe(true);
    expect(inOrder(page('en'), zh.slice(1))).toBe(true);
  });

  it('is in Markdown, plain text, feeds and the interface, after the printed lines', () => {
    const printed = ['沿岸排水沟', '联系电话：0000-1234567', '附件1', '完成时间以实际施工为准', '附件2', '抄送：'];
    expect(inOrder(readBuilt(`zh/replies/${JOINT}/index.md`), printed)).toBe(true);
    expect(inOrder(readBuilt(`zh/replies/${JOINT}/index.txt`), printed)).toBe(true);
    const { items }: { items: { url: string; content_html: string }[] } = JSON.parse(readBuilt('zh/feed.json'));
    const entry = items.find(({ url }) => url.endsWith(`/zh/replies/${JOINT}/`));
    expect(inOrder(entry?.content_html ?? '', ['沿岸排水沟', '<hr>', '附件1', '抄送：'])).toBe(true);
    const { blocks } = apiReplySchema(USUAL_LANGUAGES).parse(JSON.parse(readBuilt(`api/v1/replies/${JOINT}.json`)));
    expect(blocks.map(({ id }) => id).filter((id) => /^[ai]/.test(id))).toEqual([
      'a1',
      'a1-s1',
      'a1-p1',
      'a1-p2',
      'a2',
      'a2-s1',
      'a2-p1',
      'i1',
      'i2',
    ]);
  });
});

describe('a letter published in part', () => {
  it('says so beside its title wherever that stands, and marks the place', () => {
    expect(page('zh')).toMatch(/<\/h1>\s*<p class="extent">部分公开<\/p>/);
    expect(page('en')).toMatch(/<\/h1>\s*<p class="extent">Published in part<\/p>/);
    expect(readBuilt('zh/replies/index.html')).toMatch(/第57号.*?<span class="chip extent">部分公开<\/span>/s);
    expect(page('zh')).toContain('<p id="p5" class="gap">〔此处不公开：涉及正在招标的工程〕');
    expect(readBuilt(`zh/replies/${JOINT}/index.md`)).toContain('公开范围：部分公开');
  });

  it('says how the matter was handled, as far as it is stated', () => {
    const record = page('zh')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    for (const line of [
      '主办单位 虚构市水务局',
      '协办单位 虚构市农业农村局',
      '收到日期 2025年5月19日',
      '与提出人面商 已面商',
      '提出人意见 基本满意',
    ])
      expect(record).toContain(line);
    expect(page('zh', SERIES)).not.toContain('主办单位');
  });
});

describe('the document answered', () => {
  it('stands beside the reply where that was cleared, and the points lead to its words', () => {
    expect(page('zh')).toContain('<p id="q1-p1">东河下游河道多年没有疏浚，汛期两岸农田常常受淹。</p>');
    expect(page('zh')).toContain('<q><a href="#q1-p2">尽快疏浚下游河道</a></q>');
    expect(page('en')).toContain('<q lang="zh-Hans"><a href="#q1-p2">尽快疏浚下游河道</a></q>');
    expect(page('zh')).toContain('经提出建议的代表同意公开（虚构）。');
  });
});

describe('another series with the same year and serial', () => {
  it('is another reply with an address of its own', () => {
    expect(readBuilt('zh/replies/2025-12/index.html')).toContain('虚水函〔2025〕12号');
    expect(page('zh', SERIES)).toContain('<p class="letterhead-number">虚水建〔2025〕12-1号</p>');
    expect(page('zh', SERIES)).toContain('（公开）');
  });
});
