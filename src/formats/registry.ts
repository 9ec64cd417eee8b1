import type { FormatGroup, FormatId } from '../language/messages/formats.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { missingResource } from './api/missing.ts';
import type { ReplyJson } from './api/reply.ts';
import { type BulkSubject, observationsCsv, repliesNdjson, textArchive } from './bulk/bulk.ts';
import { bibtexFile, cslFile, risFile } from './citation/reference-files.ts';
import type { CitedWork } from './citation/works.ts';
import type { DataLinks } from './data/columns.ts';
import { datasetJson, versionPath } from './data/json.ts';
import { codebookCsv, datasetCsv, datasetXlsx, wideCsv } from './data/tables.ts';
import { atomFeed, type FeedDocument, jsonFeed } from './feed/documents.ts';
import { type FileFormat, type FilePlace, open, type Pieces, pathPattern } from './format.ts';
import { accountTable, commitmentTable, replyTable } from './lists/reply-list.ts';
import { type Table, tableCsv, tableXlsx } from './table-files.ts';
import { replyMarkdown, replyPlainText } from './text/reply-text.ts';

/*
 * Every kind of file that a person or a program may take away, one line each: id, path, type, writer. Pages offer them, the build writes
 * them, servers send them under their types and headers, the developers' page lists them and the audit knows them, all from here.
 */

/** A reply in a language. */
interface ReplySubject {
  readonly reply: ReplyJson;
  readonly locale: Locale;
  readonly site: Site;
}

/** A dataset, with the absolute addresses that its files carry. */
export interface DatasetSubject {
  readonly dataset: Dataset;
  readonly site: Site;
  readonly links: DataLinks;
  /** The language that is read in, and the address of its page in it. */
  readonly locale: Locale;
  readonly address: string;
  /** Those that were published, oldest first. */
  readonly versions: readonly Pick<Dataset, 'version' | 'changelog'>[];
}

/** A chart in a language, drawn by whoever asks for its file: drawing needs fonts. */
export interface ChartSubject {
  svg(): Promise<string>;
  png(): Promise<Uint8Array<ArrayBuffer>>;
}

/** What describes all datasets, each made when its file is asked for. */
export interface DataSubject {
  package(): Promise<object>;
  catalog(): Promise<object>;
}

const TEXT = 'text/plain; charset=utf-8';
const MARKDOWN = 'text/markdown; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
const CSV = 'text/csv; charset=utf-8';
const NDJSON = 'application/x-ndjson; charset=utf-8';
const GZIP = 'application/gzip';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table under a name, as CSV and as a workbook. */
const table = <Subject>(
  { csv, xlsx }: { readonly csv: FormatId; readonly xlsx: FormatId },
  path: string,
  tableOf: (subject: Subject) => Table,
): readonly FileFormat<Subject>[] => [
  open(csv, `${path}.csv`, CSV, (of: Subject) => tableCsv(tableOf(of))),
  open(xlsx, `${path}.xlsx`, XLSX, (of: Subject) => tableXlsx(tableOf(of))),
];

const pretty = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

const dataFile = ({ dataset, site, versions }: DatasetSubject, self: string) =>
  datasetJson(dataset, site, { versions, self });

/** A reply in a language, as its page offers it. */
export const REPLY_FORMATS: readonly FileFormat<ReplySubject, string>[] = [
  open('md', '{locale}/replies/{id}/index.md', MARKDOWN, (of) => replyMarkdown(of.reply, of.locale, of.site)),
  open('txt', '{locale}/replies/{id}/index.txt', TEXT, (of) => replyPlainText(of.reply, of.locale, of.site)),
];

/** A letter on paper, in each of its languages, where a release prints letters; its subject is the PDF. */
export const PRINT_FORMATS: readonly FileFormat<Uint8Array<ArrayBuffer>>[] = [
  {
    ...open('pdf', '{locale}/replies/{id}/{id}.{locale}.pdf', 'application/pdf', (of: Uint8Array<ArrayBuffer>) => of),
    headers: 'viewed',
  },
];

/** A dataset, as its page offers it. */
export const DATASET_FORMATS: readonly FileFormat<DatasetSubject>[] = [
  open('csv', 'data/{id}.csv', CSV, (of) => datasetCsv(of.dataset, of.links, { mark: true })),
  open('xlsx', 'data/{id}{mark}.xlsx', XLSX, (of) => datasetXlsx(of.dataset, of.links, of)),
  open('json', 'data/{id}.json', JSON_TYPE, (of) => pretty(dataFile(of, `data/${of.dataset.id}.json`))),
  open('plain', 'data/{id}.plain.csv', CSV, (of) => datasetCsv(of.dataset, of.links, { mark: false })),
  open('wide', 'data/{id}.wide.csv', CSV, (of) => wideCsv(of.dataset)),
  open('codebook', 'data/{id}.codebook.csv', CSV, (of) => codebookCsv(of.dataset, of.links)),
];

/** A version of a dataset, which stays for as long as the site exists. */
export const VERSION_FORMATS: readonly FileFormat<DatasetSubject>[] = [
  open('version', 'data/{id}/v{version}.json', JSON_TYPE, (of) =>
    pretty(dataFile(of, versionPath(of.dataset.id, of.dataset.version, 'json'))),
  ),
  open('version-csv', 'data/{id}/v{version}.csv', CSV, (of) => datasetCsv(of.dataset, of.links, { mark: false })),
  open('version-wide', 'data/{id}/v{version}.wide.csv', CSV, (of) => wideCsv(of.dataset)),
];

/** The chart of a dataset in a language, as the dataset's page offers it. */
export const CHART_FORMATS: readonly FileFormat<ChartSubject>[] = [
  open('svg', 'charts/{id}.{locale}.svg', 'image/svg+xml; charset=utf-8', (of) => of.svg()),
  open('png', 'charts/{id}.{locale}.png', 'image/png', (of) => of.png()),
];

/** How to cite what a page shows: one work, or all that it lists. */
export const CITATION_FORMATS: readonly FileFormat<readonly CitedWork[], string>[] = [
  open('bib', '{page}cite.bib', 'application/x-bibtex; charset=utf-8', bibtexFile),
  open('ris', '{page}cite.ris', 'application/x-research-info-systems; charset=utf-8', risFile),
  open('csl', '{page}cite.json', 'application/vnd.citationstyles.csl+json; charset=utf-8', cslFile),
];

/** A feed, beside the page that lists the same where there is one. */
export const FEED_FORMATS: readonly FileFormat<FeedDocument, string>[] = [
  open('atom', '{page}feed.xml', 'application/atom+xml; charset=utf-8', atomFeed),
  open('jsonfeed', '{page}feed.json', 'application/feed+json; charset=utf-8', (of) => JSON.stringify(jsonFeed(of))),
];

/** What a feed no longer holds, fifty entries a file, the oldest first (RFC 5005). */
export const ARCHIVE_FORMATS: readonly FileFormat<FeedDocument, string>[] = [
  open('archive', '{page}feed-{part}.xml', 'application/atom+xml; charset=utf-8', atomFeed),
];

/** What describes all datasets. */
export const DATA_FORMATS: readonly FileFormat<DataSubject>[] = [
  open('package', 'data/datapackage{mark}.json', JSON_TYPE, async (of) => pretty(await of.package())),
  open('catalog', 'data/catalog.jsonld', 'application/ld+json; charset=utf-8', async (of) =>
    pretty(await of.catalog()),
  ),
];

/** Files that hold all replies or all datasets, for those who would otherwise fetch each. */
export const BULK_FORMATS: readonly FileFormat<BulkSubject, Pieces>[] = [
  open('ndjson', 'bulk/replies.ndjson', NDJSON, repliesNdjson),
  open('observations', 'bulk/observations.csv', CSV, (of) => [observationsCsv(of)]),
  open('texts', 'bulk/texts.tgz', GZIP, textArchive),
];

/** The bulk formats of a site with this many replies and datasets: none for what it has none of. */
export const bulkFormats = (of: { readonly replies: number; readonly datasets: number }) =>
  BULK_FORMATS.filter(({ id }) => (id === 'observations' ? of.datasets : of.replies) > 0);

/** What is due, for calendars; its subject is the calendar's own text. */
export const CALENDAR_FORMATS: readonly FileFormat<string>[] = [
  open('calendar', '{locale}/commitments/calendar.ics', 'text/calendar; charset=utf-8', (of) => of),
];

/** A list of replies, beside its page. */
export const LIST_FORMATS = table({ csv: 'list', xlsx: 'list-xlsx' }, '{page}replies', replyTable);

/** The account by year and body. */
export const ACCOUNT_FORMATS = table({ csv: 'accounts', xlsx: 'workbook' }, '{locale}/accounts/accounts', accountTable);

/** What the replies say will be done. */
export const COMMITMENT_FORMATS = table(
  { csv: 'commitments', xlsx: 'commitments-xlsx' },
  '{locale}/commitments/commitments',
  commitmentTable,
);

/** The response for a path below `/api` where nothing is. */
export const MISSING_FORMAT: FileFormat<unknown, string> = open(
  'missing',
  'api/404.json',
  'application/problem+json; charset=utf-8',
  () => pretty(missingResource),
);

/** All formats in the groups of the developers' page. */
export const FORMAT_GROUPS: readonly { readonly of: FormatGroup; readonly formats: readonly FilePlace[] }[] = [
  { of: 'reply', formats: [...REPLY_FORMATS, ...PRINT_FORMATS] },
  { of: 'dataset', formats: [...DATASET_FORMATS, ...VERSION_FORMATS] },
  { of: 'chart', formats: CHART_FORMATS },
  { of: 'citation', formats: CITATION_FORMATS },
  { of: 'feed', formats: [...FEED_FORMATS, ...ARCHIVE_FORMATS] },
  { of: 'bulk', formats: BULK_FORMATS },
  { of: 'list', formats: [...LIST_FORMATS, ...ACCOUNT_FORMATS, ...COMMITMENT_FORMATS] },
  { of: 'site', formats: [...DATA_FORMATS, ...CALENDAR_FORMATS, MISSING_FORMAT] },
];

const PATTERNS = FORMAT_GROUPS.flatMap(({ formats }) => formats).map((format) => ({
  format,
  pattern: new RegExp(`^${pathPattern(format)}$`),
}));

/** The format of a file of a built site, by its path below the base; undefined for other files, such as pages. */
export const formatAt = (path: string): FilePlace | undefined =>
  PATTERNS.find(({ pattern }) => pattern.test(path))?.format;

/** A format of a group by its id. Throws an Error where there is none, which is a bug. */
export function formatNamed<Format extends FilePlace>(formats: readonly Format[], id: Format['id']): Format {
  const found = formats.find((format) => format.id === id);
  if (found === undefined) throw new Error(`There is no file format ${id}`);
  return found;
}
