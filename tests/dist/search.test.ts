import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readAttachment } from '../../src/attachments/index.ts';
import { readOtherDocuments } from '../../src/build/search-index/read.ts';
import { replySources } from '../../src/build/search-index/reply-sources.ts';
import type { ReplyJson } from '../../src/formats/api/reply.ts';
import { replyWords } from '../../src/language/messages/reply.ts';
import { REPLY_FIELDS } from '../../src/language/reply-fields.ts';
import { commitmentsSchema } from '../../src/model/commitment.ts';
import { LOCALES, USUAL_LANGUAGES } from '../../src/model/locale.ts';
import type { SearchDocument } from '../../src/model/search-document.ts';
import { readAllDocuments, readSite } from '../../src/reading/files.ts';
import { INDEX_FOLDER } from '../../src/search/index-format.ts';
import { seededRandom } from '../corpus/random.ts';
import { BUREAU, cacheIn } from '../dafu.ts';
import { openIndex } from '../search/built-index.ts';
import { contains, isAskable, plainText } from '../search/plain-scan.ts';
import { pagesIn } from './built-pages.ts';
import { type PageLine, pageLines } from './page-lines.ts';

const SAMPLES = 300;

let documents: SearchDocument[];
/** What the files that came with a reply are called, and what they say, by the address of its page. */
const annexWords = new Map<string, readonly string[]>();
let index: Awaited<ReturnType<typeof openIndex>>;
/** What stands on each page, title and number included, as plain text. */
let scanned: { document: SearchDocument; lines: readonly string[]; texts: readonly string[] }[];

const htmlOf = ({ url }: SearchDocument) =>
  readFileSync(join(inject('dist'), url.replace(/#.*/, ''), 'index.html'), 'utf8');

/** The names of the fields of the record that are searched, in both languages. */
const SEARCHED = new Set(
  LOCALES.flatMap((locale) => {
    const labels = REPLY_FIELDS.flatMap(({ searched, label }) => (searched ? [label] : []));
    // What a letter answers names who proposed it in a line of its own.
    return [...labels, 'proposers' as const].map((label) => replyWords[locale][label]);
  }),
);

/** What of a reply's page is the reply: its text, and the lines below it; the rest is the site's. */
const isOfText = ({ text, classes, ids }: PageLine): boolean =>
  text !== '' &&
  (classes.includes('official-text') || ids.includes('signature') || ids.some((id) => /^q\d+-p\d+$/.test(id)));

/** The lines of a page with those of its record that are searched, where they do not stand below the letter too. */
function replyLines(lines: readonly PageLine[]): PageLine[] {
  const below = new Set(lines.filter(({ ids }) => ids.includes('signature')).map(({ text }) => text));
  let label = '';
  return lines.filter((line) => {
    if (!line.classes.includes('record')) return isOfText(line);
    if (line.tag === 'dt') label = line.text;
    // What a bureau is called today is the site's addition.
    const said = line.text.replace(/（现为[^）]*）$| \(now [^)]*\)$/u, '');
    return line.tag === 'dd' && SEARCHED.has(label) && !below.has(said);
  });
}

/**
 * What the bureau's own file says of a commitment, the words that make it and a note, and what its row on the page says of when it is due,
 * how it is measured and what has become of it; the last line there is its source.
 */
function commitmentLines(document: SearchDocument): string[] {
  const { id, locale } = document;
  const { commitments } = commitmentsSchema(USUAL_LANGUAGES).parse(
    JSON.parse(readFileSync(join(BUREAU, 'data/commitments.json'), 'utf8')),
  );
  const { quote, note } = commitments.find((one) => one.id === id) ?? {};
  const row = pageLines(htmlOf(document)).filter(({ ids }) => ids.includes(id));
  const cells = row.slice(
    row.findIndex(({ tag }) => tag === 'td'),
    -1,
  );
  return [...[quote?.[locale]?.exact, note?.[locale]].flatMap((text) => text ?? []), ...cells.map(({ text }) => text)];
}

/** The letter names the bureau and the day in one line, parted by a break; what is blank there the site says in brackets. */
function readLines(document: SearchDocument): string[] {
  if (document.kind === 'commitment') return commitmentLines(document);
  if (document.kind !== 'reply') return pageLines(htmlOf(document)).map(({ text }) => text);
  const html = htmlOf(document)
    .replace(/<br ?\/?>/g, '</p><p>')
    .replace(/<span class="?blank.*?<\/span>/g, '');
  const own = replyLines(pageLines(html));
  // The record stands above the letter, and is found after it.
  const placeOf = ({ classes, ids }: PageLine) =>
    classes.includes('record') ? 1 : ids.some((id) => /^q\d+-p\d+$/.test(id)) ? 2 : 0;
  const ordered = own.toSorted((one, other) => placeOf(one) - placeOf(other));
  const lines = joinCells(ordered).filter((text) => text !== document.title);
  return [...lines, ...(annexWords.get(document.url) ?? [])];
}

/** A table is one passage: its cells with a space between, row by row. */
function joinCells(lines: readonly PageLine[]): string[] {
  const isCell = (line: PageLine | undefined) => line?.tag === 'td' || line?.tag === 'th';
  return lines.reduce<string[]>((texts, line, index) => {
    if (isCell(line) && isCell(lines[index - 1])) texts.push(`${texts.pop()} ${line.text}`);
    else texts.push(line.text);
    return texts;
  }, []);
}

async function readAnnexes(dist: string): Promise<void> {
  for (const name of readdirSync(join(dist, 'api/v1/replies'))) {
    const reply: ReplyJson = JSON.parse(readFileSync(join(dist, 'api/v1/replies', name), 'utf8'));
    const own: string[] = [];
    for (const { title, file, url } of reply.attachments) {
      const reading = await readAttachment(file, readFileSync(join(dist, url)));
      own.push(title.zh ?? '', ...(reading && 'passages' in reading ? reading.passages.map(({ text }) => text) : []));
    }
    annexWords.set(reply.url.zh ?? '', own);
    if (reply.url.en !== undefined)
      annexWords.set(
        reply.url.en,
        reply.attachments.map(({ title }) => title.en ?? title.zh ?? ''),
      );
  }
}

const work = mkdtempSync(join(tmpdir(), 'dafu-found-'));
afterAll(() => rmSync(work, { recursive: true }));

beforeAll(async () => {
  const dist = inject('dist');
  const site = readSite(BUREAU);
  await readAnnexes(dist);
  const sources = await replySources(dist, cacheIn(work), site);
  documents = [
    ...(await Promise.all(sources.map((source) => source.documents()))).flat(),
    ...(await readOtherDocuments(dist, site, readAllDocuments(BUREAU, site.languages))),
  ];
  index = await openIndex(join(dist, INDEX_FOLDER), documents);
  scanned = documents.map((document) => {
    const lines = readLines(document);
    const head = [document.title, ...(document.number === undefined ? [] : [document.number])];
    return { document, lines, texts: [...head, ...lines].map(plainText) };
  });
});

// The cover is one page for all languages: its doors lead to the boxes.
test.each(pagesIn(inject('dist')).filter(({ template }) => !['none', 'embed', 'cover'].includes(template)))(
  '$file has a search box that needs no script',
  ({ file, language }) => {
    const html = readFileSync(join(inject('dist'), file), 'utf8');
    const form = /<form[^>]*role="search"[^>]*>.*?<\/form>/su.exec(html)?.[0] ?? '';
    expect(form).toContain(`action="/${language === 'en' ? 'en' : 'zh'}/search/"`);
    expect(form).toContain('method="get"');
    expect(form).toContain('name="q"');
  },
);

describe('the search index of the published site', () => {
  test('holds every reply, dataset, report and page in each language', () => {
    const urls = documents.map(({ url }) => url);
    for (const path of ['replies/2025-86', 'data/saving-schemes', 'reports/schemes-and-canals', 'about'])
      for (const locale of ['zh', 'en']) expect(urls).toContain(`/${locale}/${path}/`);
  });

  test('leads from a former name to the bureau, and to what it signed', async () => {
    expect(await index.containing('"虚构市农业局"')).toEqual(['/zh/bureaus/farming/', '/zh/replies/farming-2025-12/']);
    const farming = documents.filter(({ facets, locale }) => locale === 'zh' && facets.bureau.includes('farming'));
    expect(farming.map(({ url }) => url).sort()).toEqual([
      '/zh/bureaus/farming/',
      '/zh/replies/2025-9-4-s42/',
      '/zh/replies/farming-2025-12/',
      '/zh/replies/farming-2025-40/',
    ]);
  });

  test('has each page line for line as it stands there', () => {
    for (const { document, lines } of scanned)
      expect(
        document.passages.map(({ text }) => text),
        document.url,
      ).toEqual(lines);
  });

  test.each(['reply', 'report', 'dataset', 'commitment', 'page'] as const)(
    'gives for any piece of a %s the documents whose pages contain it, and no others',
    async (kind) => {
      const random = seededRandom('published', kind);
      const lines = scanned.filter(({ document }) => document.kind === kind).flatMap((one) => one.lines);
      const wrong: unknown[] = [];
      let asked = 0;
      for (let round = 0; round < SAMPLES; round += 1) {
        const text = random.pick(lines);
        const start = random.integer(0, Math.max(0, text.length - 2));
        const piece = text.slice(start, start + random.integer(2, 12)).trim();
        if (!isAskable(piece)) continue;
        asked += 1;
        const plain = plainText(piece);
        const wanted = scanned
          .filter(({ texts }) => texts.some((one) => contains(one, plain)))
          .map(({ document }) => document.url);
        const actual = await index.containing(`"${piece}"`);
        if (actual.join() !== wanted.sort().join()) wrong.push({ piece, actual, wanted });
      }
      expect(wrong).toEqual([]);
      expect(asked).toBeGreaterThan(SAMPLES / 2);
    },
  );

  test('opens results at elements that are on the page', () => {
    const missing = documents.flatMap((document) => {
      const html = htmlOf(document);
      return document.passages
        .filter(({ anchor }) => anchor !== '' && !new RegExp(`\\sid="?${anchor}["\\s>]`).test(html))
        .map(({ anchor }) => `${document.url}#${anchor}`);
    });
    expect(missing).toEqual([]);
  });
});
