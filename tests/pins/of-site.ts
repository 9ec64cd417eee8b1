import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { DomUtils, parseDocument } from 'htmlparser2';
import readWorkbook from 'read-excel-file/node';
import { filesBelow } from '../../src/system/files.ts';
import { schemaLines, valueLines } from './of-json.ts';

/** Lists of what readers and machines hold on to, by name: one line an item, sorted. */
export type Pins = Readonly<Record<string, readonly string[]>>;

/** Pages for designers and what other sites frame: nobody links to a place in them. */
const WITHOUT_PLACES = /^(?:style|embed)\//;
/** Files that are named by what they hold, and what only the site's own scripts read. */
const OWN_FILES = /^(?:assets|pagefind|search|verify)\/.*\.[a-z_]+$/;

/** What stands in a built site that others hold on to. */
export async function pinsOfSite(dist: string): Promise<Pins> {
  const files = filesBelow(dist).files;
  const read = (file: string) => readFileSync(join(dist, file), 'utf8');
  const like = (pattern: RegExp) => files.filter((file) => pattern.test(file));
  const json = (file: string): unknown => JSON.parse(read(file));
  const pages = files.filter((file) => file.endsWith('index.html'));

  const addresses = files
    .filter((file) => !OWN_FILES.test(file) || file.endsWith('.html'))
    .map((file) => file.replace(/(?:^|(?<=\/))index\.html$/, ''))
    .map((address) => `/${address}`);
  const linked = new Set(
    pages.flatMap((file) => [...read(file).matchAll(/href="?[^">\s]*#([^">\s:]+)/g)].map(([, id]) => id)),
  );
  const fragments = pages
    .map((file) => ({ file, address: `/${file.replace(/index\.html$/, '')}` }))
    .filter(({ file }) => !WITHOUT_PLACES.test(file))
    .flatMap(({ file, address }) => placesIn(read(file), linked).map((id) => `${address}#${id}`));
  const columns = [
    ...like(/^(?:data|bulk)\/.*\.csv$/).flatMap((file) => numbered(familyOf(file), firstRow(read(file)))),
    ...(await Promise.all(like(/^data\/.*\.xlsx$/).map((file) => sheetLines(dist, file)))).flat(),
  ];
  const openapi = existsSync(join(dist, 'api/v1/openapi.json')) ? json('api/v1/openapi.json') : {};
  const others = [...like(/^data\/.*\.json(?:ld)?$/), ...like(/(?:^|\/)feed\.json$/)];
  return {
    addresses: sorted(addresses),
    fragments: sorted(fragments),
    feeds: sorted([
      ...like(/(?:^|\/)feed\.xml$/).flatMap((file) => feedLines(file, read(file))),
      ...like(/\.ics$/).flatMap((file) =>
        [...read(file).matchAll(/^UID:(.*?)\r?$/gm)].map(([, uid]) => `/${file} ${uid}`),
      ),
    ]),
    interface: sorted(schemaLines(openapi)),
    keys: sorted(others.flatMap((file) => valueLines(json(file)).map((line) => `/${familyOf(file)} ${line}`))),
    columns: sorted(columns),
    hashes: sorted(like(/^api\/v1\/replies\/.*\.json$/).flatMap((file) => hashLines(json(file)))),
    metadata: sorted(pages.flatMap((file) => metadataLines(read(file)))),
    queries: sorted(pages.flatMap((file) => queriesIn(read(file)))),
  };
}

/** Attributes that name an element of the same page. */
const TIES = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'popovertarget', 'list'];

const sorted = (lines: readonly string[]): string[] => [...new Set(lines)].sort();

/** Files of one kind have one set of keys: `data/{id}.json`, `{…}/feed.json`. */
function familyOf(file: string): string {
  if (file.endsWith('feed.json')) return '{…}/feed.json';
  const version = /\/v\d+\.\d+\.\d+\.(json|csv)$/.exec(file);
  if (version !== null) return `data/{id}/v{version}.${version[1]}`;
  return file
    .replace(/^data\/(?!datapackage|catalog)[a-z0-9-]+\./, 'data/{id}.')
    .replace(/\.[a-z]{2}\.xlsx$/, '{mark}.xlsx');
}

/**
 * The ids in the main part of a page that can be pointed to: without those of drawings and of what opens over it, and without those by
 * which only the page itself ties a label to what it names.
 */
function placesIn(html: string, linked: ReadonlySet<string | undefined>): string[] {
  const main = DomUtils.getElementsByTagName('main', parseDocument(html));
  const over = DomUtils.findAll(({ name, attribs }) => name === 'svg' || 'popover' in attribs, main);
  const hidden = new Set([
    ...over,
    ...DomUtils.findAll(
      () => true,
      over.flatMap(({ children }) => children),
    ),
  ]);
  const ties = new Set(
    DomUtils.findAll(() => true, main).flatMap(({ attribs }) =>
      TIES.flatMap((name) => attribs[name]?.split(' ') ?? []),
    ),
  );
  return DomUtils.findAll((element) => !hidden.has(element), main)
    .flatMap(({ attribs }) => attribs['id'] ?? [])
    .filter((id) => linked.has(id) || !ties.has(id));
}

/** The parameters of the forms of a page that are sent as an address. */
function queriesIn(html: string): string[] {
  return DomUtils.getElementsByTagName('form', parseDocument(html))
    .filter(({ attribs }) => attribs['action'] !== undefined)
    .flatMap((form) =>
      DomUtils.findAll(({ attribs }) => 'name' in attribs, form.children).map(
        ({ attribs }) => `${form.attribs['action']}?${attribs['name']}=`,
      ),
    );
}

/** The id of a feed and of each entry, with the path that the entry leads to. */
function feedLines(file: string, xml: string): string[] {
  const document = parseDocument(xml, { xmlMode: true });
  const inside = (name: string, of: string) =>
    DomUtils.getElementsByTagName(name, document).map((parent) =>
      DomUtils.getElementsByTagName(of, parent.children, false),
    );
  const ids = (name: string) => inside(name, 'id').map((found) => DomUtils.textContent(found));
  const links = inside('entry', 'link').map(
    (found) => found.find(({ attribs }) => (attribs['rel'] ?? 'alternate') === 'alternate')?.attribs['href'] ?? '',
  );
  return [
    ...ids('feed').map((id) => `/${file} ${id}`),
    ...ids('entry').map((id, index) => `/${file} entry ${id} ${links[index]?.replace(/^https:\/\/[^/]+/, '')}`),
  ];
}

/** The first row of a CSV file, with or without the byte order mark. */
function firstRow(csv: string): string[] {
  const [row = []]: string[][] = parse(csv, { bom: true, to: 1 });
  return row;
}

/** Names in their order, since machines that read a table may count columns. */
const numbered = (where: string, names: readonly string[]): string[] =>
  names.map((name, index) => `/${where} ${String(index + 1).padStart(2, '0')} ${name}`);

/** The sheets of a workbook and the codes of its columns, below the names that a reader sees; the notes are words. */
async function sheetLines(dist: string, file: string): Promise<string[]> {
  const sheets = await readWorkbook(join(dist, file));
  return sheets.flatMap(({ sheet, data }) =>
    sheet === 'notes'
      ? [`/${familyOf(file)} ${sheet}`]
      : numbered(`${familyOf(file)} ${sheet}`, (data[1] ?? []).map(String)),
  );
}

/** What the heads of pages tell machines, by template: names of meta tags, links, keys of linked data. */
function metadataLines(html: string): string[] {
  const document = parseDocument(html);
  const template = /<body[^>]* class="[^"]*?template-([a-z-]+)/.exec(html)?.[1] ?? 'none';
  const [head] = DomUtils.getElementsByTagName('head', document);
  const all = (name: string) => DomUtils.getElementsByTagName(name, head ? [head] : []);
  return [
    ...all('meta').map(
      ({ attribs }) => `meta ${attribs['name'] ?? attribs['property'] ?? attribs['http-equiv'] ?? 'charset'}`,
    ),
    ...all('link').map(({ attribs }) =>
      `link ${attribs['rel']} ${attribs['hreflang'] ?? attribs['type'] ?? ''}`.trimEnd(),
    ),
    ...all('script')
      .filter(({ attribs }) => attribs['type'] === 'application/ld+json')
      .flatMap((script) => {
        const found: { readonly '@type': string }[] = [JSON.parse(DomUtils.textContent(script))].flat();
        return found.flatMap((node) => valueLines(node).map((line) => `${node['@type']}${line}`));
      }),
  ].map((line) => `${template} ${line}`);
}

/** The hashes of a reply's official text in each language. */
function hashLines(reply: unknown): string[] {
  const { id, hashes } = reply as { id: string; hashes: Readonly<Record<string, string>> };
  return Object.entries(hashes).map(([locale, hash]) => `${id} ${locale} ${hash}`);
}
