import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { readAttachment } from '../../src/attachments/index.ts';
import { readOtherDocuments } from '../../src/build/search-index/read.ts';
import { replySources } from '../../src/build/search-index/reply-sources.ts';
import type { ReplyJson } from '../../src/formats/api/reply.ts';
import { commitmentsSchema } from '../../src/model/commitment.ts';
import { LOCALES, USUAL_LANGUAGES } from '../../src/model/locale.ts';
import type { SearchDocument } from '../../src/model/search-document.ts';
import { issuerName } from '../../src/model/site.ts';
import { splitFrontMatter } from '../../src/model/source-file.ts';
import { readAllDocuments, readSite, replyFile, replyIds } from '../../src/reading/files.ts';
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

/** The words by which the lines of the record that are searched are known: what is answered, who proposed it, the index number. */
const ANSWERED = replyIds(BUREAU)
  .flatMap((id) => LOCALES.map((locale) => join(BUREAU, replyFile(BUREAU, id, locale))))
  .filter((file) => existsSync(file))
  .flatMap((file) => {
    const { answers, indexNumber, masthead } = parse(splitFrontMatter(readFileSync(file, 'utf8'), file).frontMatter);
    const asked = [answers].flat().flatMap(({ number, proposers = [] }) => [number, ...proposers]);
    return [...asked, indexNumber, masthead].filter((words) => words !== undefined);
  });

/** The bureaus that handled what a reply answers, by its id: each has a line of its own in the record. */
const HANDLED = new Map(
  replyIds(BUREAU).map((id) => {
    const file = join(BUREAU, replyFile(BUREAU, id, 'zh'));
    const { handling } = parse(splitFrontMatter(readFileSync(file, 'utf8'), file).frontMatter);
    return [id, [handling?.lead, ...(handling?.assisting ?? [])].filter((name) => name !== undefined)];
  }),
);

/** What of a reply's page is the reply: its text, the lines below it, and what was answered; the rest is the site's. */
function isOfReply({ text, classes, ids, tag }: PageLine): boolean {
  if (text === '') return false;
  if (classes.includes('official-text') || ids.includes('signature') || ids.some((id) => /^q\d+-p\d+$/.test(id)))
    return true;
  return classes.includes('record') && tag === 'dd' && ANSWERED.some((words) => text.includes(words));
}

/** What the bureau's own file says of a commitment: the words that make it, and a note. */
function commitmentLines({ id, locale }: SearchDocument): string[] {
  const { commitments } = commitmentsSchema(USUAL_LANGUAGES).parse(
    JSON.parse(readFileSync(join(BUREAU, 'data/commitments.json'), 'utf8')),
  );
  const { quote, note } = commitments.find((one) => one.id === id) ?? {};
  return [quote?.[locale]?.exact, note?.[locale]].flatMap((text) => text ?? []);
}

/** The letter names the bureau and the day in one line, parted by a break; what is blank there the site says in brackets. */
function readLines(document: SearchDocument): string[] {
  if (document.kind === 'commitment') return commitmentLines(document);
  if (document.kind !== 'reply') return pageLines(htmlOf(document)).map(({ text }) => text);
  const html = htmlOf(document)
    .replace(/<br ?\/?>/g, '</p><p>')
    .replace(/<span class="?blank.*?<\/span>/g, '');
  // The record stands above the letter, and is found after it.
  const site = readSite(BUREAU);
  const handled = (HANDLED.get(document.id) ?? []).map((name) => issuerName(name, document.locale, site));
  const own = pageLines(html).filter(
    (line) => isOfReply(line) || (line.classes.includes('record') && line.tag === 'dd' && handled.includes(line.text)),
  );
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
