import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, inject, it } from 'vitest';
import { readBibtex } from '../../formats/citation/read-bibtex.ts';

const dist = inject('dist');
const isCsl = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../formats/citation/fixtures/csl-data.schema.json'), 'utf8')),
);

/** The lists of citations on a page: the text of each, by the name of its style. */
function citationsOn(path: string): Map<string, string>[] {
  const page = parseDocument(readFileSync(join(dist, path, 'index.html'), 'utf8'));
  const lists = DomUtils.findAll((element) => element.attribs['class'] === 'citations', page.children);
  return lists.map((list) => {
    const names = DomUtils.getElementsByTagName('dt', list).map(DomUtils.textContent);
    const citations = DomUtils.findAll(({ attribs }) => 'data-copy' in attribs, list.children).map(
      DomUtils.textContent,
    );
    return new Map(names.map((name, index) => [name, citations[index] ?? '']));
  });
}

const ZH = ['GB/T 7714—2025', 'APA（第7版）', '文字说明', 'BibTeX', 'CSL-JSON'];
const EN = ['GB/T 7714—2025', 'APA (7th edition)', 'In words', 'BibTeX', 'CSL-JSON'];

describe.each([
  ['zh/replies/2025-86/cite', ZH, '关于市九届人大三次会议第62号建议的答复', 'webpage'],
  ['en/replies/2025-86/cite', EN, 'unofficial translation', 'webpage'],
  ['zh/data/saving-schemes', ZH, '[DS/OL]', 'dataset'],
  ['en/data/saving-schemes', EN, '[DS/OL]', 'dataset'],
  ['zh/reports/schemes-and-canals', ZH, '[EB/OL]', 'webpage'],
  ['en/reports/schemes-and-canals', EN, '[EB/OL]', 'webpage'],
] as const)('%s', (path, styles, words, type) => {
  const [whole = new Map<string, string>()] = citationsOn(path);
  const own = `https://dafu.example/${path.replace(/\/cite$/, '')}/`;

  it('cites the work in five styles, at its address, with the date of access left to the reader', () => {
    expect([...whole.keys()]).toEqual(styles);
    for (const citation of whole.values()) expect(citation).toContain(own);
    const [gbt = '', , plain = ''] = [...whole.values()];
    expect(gbt).toContain(words);
    for (const citation of [gbt, plain])
      expect(citation).toContain(path.startsWith('zh') ? '[引用日期]' : '[date accessed]');
  });

  it('gives BibTeX that reads as one entry, and CSL-JSON that obeys its schema', () => {
    const { fields } = readBibtex(whole.get('BibTeX') ?? '');
    const items = JSON.parse(whole.get('CSL-JSON') ?? '');
    expect(isCsl(items), JSON.stringify(isCsl.errors)).toBe(true);
    expect(items).toMatchObject([{ type, URL: own, language: path.startsWith('zh') ? 'zh-Hans' : 'en' }]);
    expect(fields['language']).toBe(path.startsWith('zh') ? 'chinese' : 'english');
    expect(fields).toMatchObject({ url: own, date: expect.stringMatching(`^${items[0].issued['date-parts'][0][0]}-`) });
  });
});

describe('the files for reference managers', () => {
  const read = (path: string) => readFileSync(join(dist, path), 'utf8');

  it.each([
    ['zh/replies/2025-86', 1],
    ['en/data/saving-schemes', 1],
    ['en/reports/schemes-and-canals', 1],
    ['zh/replies', 10],
    ['en/replies', 9],
    ['zh/topics/farming', 4],
    ['zh/bureaus/farming', 3],
    ['zh/data', 7],
    ['en/reports', 1],
  ])('of %s hold %i works, each in every format', (page, count) => {
    expect(JSON.parse(read(`${page}/cite.json`))).toHaveLength(count);
    expect(read(`${page}/cite.bib`).match(/^@(?:online|dataset)\{/gm)).toHaveLength(count);
    expect(read(`${page}/cite.ris`).match(/^ER {2}- \r$/gm)).toHaveLength(count);
  });

  it('say what the page says to reference managers in its head', () => {
    const html = read('en/replies/2025-86/index.html');
    for (const tag of [
      '<meta name="citation_author" content="Made-up City Water Bureau">',
      '<meta name="citation_publication_date" content="2025/05/06">',
      '<meta name="citation_language" content="en">',
    ])
      expect(html).toContain(tag);
  });

  it('are none of a reply in a language that it is not in', () => {
    expect(() => read('en/replies/2004-5-2-s9/cite.bib')).toThrow(/ENOENT/);
  });
});

describe('every paragraph of a reply', () => {
  it.each(['zh', 'en'])('is cited in two styles in %s', (locale) => {
    const { blocks } = JSON.parse(readFileSync(join(dist, 'api/v1/replies/2025-86.json'), 'utf8'));
    const ids = blocks.filter(({ kind }: { kind: string }) => kind !== 'heading').map(({ id }: { id: string }) => id);
    const [, ...paragraphs] = citationsOn(`${locale}/replies/2025-86/cite`);
    const addresses = ids.map((id: string) => `https://dafu.example/${locale}/replies/2025-86/#${id}`);
    for (const style of [0, 1]) {
      const cited = paragraphs.map((citations) => [...citations.values()][style] ?? '');
      expect(cited.map((citation) => /https:[^\s，,]+#[a-z0-9]+/.exec(citation)?.[0])).toEqual(addresses);
    }
    expect(paragraphs.every(({ size }) => size === 2)).toBe(true);
  });
});
