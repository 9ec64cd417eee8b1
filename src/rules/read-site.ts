import type { Finding, Place } from '../errors.ts';
import type { Term } from '../model/glossary.ts';
import { placeInJson } from '../model/json-source.ts';
import { LOCALES, type Locale } from '../model/locale.ts';
import type { PublishedReply } from '../model/published.ts';
import { type Readable, sourcePath } from '../model/readable-part.ts';
import type { Site } from '../model/site.ts';
import type { WordList } from '../model/word-list.ts';
import { placeInYaml } from '../model/yaml-source.ts';
import { BUREAUS_PATH, type BureausSource } from './bureaus.ts';
import type { CommitmentInSite } from './commitments.ts';
import { type DatasetSource, placeInRead } from './figures/source.ts';
import { type Sources, sourcesOf } from './figures/statements.ts';
import type { DocumentFacts, Facts, FileReport } from './file-report.ts';
import { SITE_PATH } from './layout.ts';
import type { SourceText } from './lines.ts';
import type { CalendarSource } from './records.ts';
import { type Addresses, type ReadAddresses, type ReadRedirects, siteAddresses } from './site-addresses.ts';
import type { TreeEntry } from './tree.ts';

/** A site as the rules that look at several files are given it. */
export interface SiteInput {
  readonly entries: readonly TreeEntry[];
  /** In code-point order of their paths. */
  readonly reports: readonly FileReport[];
  /** The text of a file that was read; the empty text where there is none. */
  readonly textOf: (path: string) => string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The moment up to which replies are public; the first of today where it is not given. */
  readonly moment?: string;
  /** The rules that authors may set aside. */
  readonly waivable: ReadonlySet<string>;
  /** Gives what was computed before from the same files, or computes it; computes always where it is left out. */
  readonly remember?: Remember;
}

type Remember = (about: string, paths: readonly string[], compute: () => Finding[]) => Finding[];

/** Where the value of a front-matter key stands, or words in it. */
type KeyPlace = (key: string, words?: string) => Place;

/** A document with its path and text, as the rules take it. */
export interface SiteDocument extends SourceText {
  readonly facts: DocumentFacts;
  /** The place of a front-matter key; the file's first line where it is absent. */
  readonly keyPlace: KeyPlace;
}

/** What a rule sees of a site whose files were read. What could not be read is left out of a value, or the value is absent. */
export interface ReadSite {
  readonly entries: readonly TreeEntry[];
  readonly documents: readonly SiteDocument[];
  /** The texts of replies among the documents. */
  readonly replies: readonly DocumentFacts[];
  readonly datasets: readonly DatasetSource[];
  readonly commitments: readonly CommitmentInSite[];
  /** What replies and datasets state, for what is told of them. */
  readonly sources: Sources;
  readonly calendars: readonly CalendarSource[];
  readonly terms: readonly Term[];
  readonly words: WordList | undefined;
  readonly bureaus: BureausSource | undefined;
  /** The settings, as far as they could be read, and the place of a key of theirs. */
  readonly site: Partial<Site> | undefined;
  readonly sitePlace: KeyPlace;
  /** The path that the site lives under. */
  readonly base: string;
  readonly languages: readonly Locale[];
  /** Files beside documents by their path, with their SHA-256. */
  readonly companions: ReadonlyMap<string, string>;
  readonly addresses: Addresses;
  readonly redirects: ReadRedirects | undefined;
  readonly publishedAddresses: ReadAddresses | undefined;
  readonly publishedReplies: readonly { readonly path: string; readonly published: PublishedReply }[];
  readonly publishedDatasets: readonly { readonly path: string; readonly value: unknown }[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly textOf: (path: string) => string;
  readonly remember: Remember;
}

/** Gathers from the reports of files what the rules on a site look at. */
export function readSite({ entries, reports, textOf, today, remember = computeAlways }: SiteInput): ReadSite {
  const of = <Kind extends Facts['kind']>(kind: Kind) =>
    reports.flatMap(({ path, facts }) => (isOf(facts, kind) ? [{ path, facts, text: () => textOf(path) }] : []));
  const documents = of('document').map(({ path, facts, text }): SiteDocument => {
    return { path, facts, text, keyPlace: keyPlacer(path, text) };
  });
  const datasets = of('dataset').map(({ path, facts: { id, dataset }, text }): DatasetSource => {
    return { path, id, read: dataset, place: placeInRead(dataset, path, text) };
  });
  const site = of('site')[0]?.facts.site;
  const languages = languagesOf(site, documents);
  const publishedReplies = of('published-reply').map(({ path, facts: { published } }) => ({ path, published }));
  const publishedDatasets = of('published-dataset').map(({ path, facts: { value } }) => ({ path, value }));
  const list = of('words')[0]?.facts.words;
  const [bureaus] = of('bureaus');
  return {
    ...{ entries, documents, datasets, languages, publishedReplies, publishedDatasets, today, textOf, remember },
    replies: documents.flatMap(({ facts }) => (facts.collection === 'replies' ? [facts] : [])),
    commitments: of('commitments').flatMap(({ path, facts: { commitments }, text }) =>
      commitmentsOf(commitments.value.commitments ?? [], placeInRead(commitments, path, text)),
    ),
    sources: sourcesOf({
      ...{ documents, datasets },
      published: {
        texts: new Map(publishedReplies.map(({ published: { id, texts } }) => [id, texts])),
        datasets: formerDatasets(publishedDatasets),
      },
    }),
    calendars: of('calendar').map(({ path, facts: { year, calendar } }) => ({ path, year, calendar })),
    terms: of('glossary').flatMap(({ facts }) => facts.glossary.value.terms ?? []),
    words: list?.whole ? list.value : undefined,
    bureaus: bureaus && bureausSource(bureaus.facts.bureaus, bureaus.text),
    site: site?.value,
    sitePlace: keyPlacer(SITE_PATH, () => textOf(SITE_PATH)),
    base: site?.value.base ?? '/',
    companions: new Map(of('companion').map(({ path, facts: { sha256 } }) => [path, sha256])),
    addresses: siteAddresses(reports, site?.value, languages),
    redirects: of('redirects').map(({ path, facts: { redirects }, text }): ReadRedirects => {
      const place = placeInRead(redirects, path, text);
      return {
        entries: redirects.value.redirects ?? [],
        complete: redirects.whole,
        place: (index, key) => place(['redirects', index, key]),
      };
    })[0],
    publishedAddresses: of('published-addresses').map(({ path, facts: { addresses }, text }): ReadAddresses => {
      return { entries: addresses, place: (index) => placeInJson(text(), path, ['addresses', index]) };
    })[0],
  };
}

const isOf = <Kind extends Facts['kind']>(facts: Facts, kind: Kind): facts is Extract<Facts, { kind: Kind }> =>
  facts.kind === kind;

const computeAlways: Remember = (_about, _paths, compute) => compute();

function commitmentsOf(all: CommitmentInSite['all'], placeOf: DatasetSource['place']): CommitmentInSite[] {
  return all.map((commitment, index) => ({
    ...{ commitment, index, all },
    place: (...steps) => placeOf(['commitments', index, ...steps]),
  }));
}

/** Versions of datasets that were published, by the datasets' ids. */
function formerDatasets(published: ReadSite['publishedDatasets']): ReadonlyMap<string, readonly unknown[]> {
  const versions = published.flatMap(({ path, value }) => {
    const id = /^data\/published\/datasets\/([^/]+)\//.exec(path)?.[1];
    return id === undefined ? [] : [{ id, value }];
  });
  const byId = Map.groupBy(versions, ({ id }) => id);
  return new Map([...byId].map(([id, own]) => [id, own.map(({ value }) => value)]));
}

function bureausSource(read: BureausSource['read'], text: () => string): BureausSource {
  return { read, place: (path) => placeInYaml(text(), BUREAUS_PATH, sourcePath(read, path)) };
}

/** The languages of a site; where site.yaml cannot say, those that its documents are in. */
function languagesOf(site: Readable<Site> | undefined, documents: readonly SiteDocument[]): readonly Locale[] {
  if (site === undefined) return ['zh'];
  return site.value.languages ?? LOCALES.filter((locale) => documents.some(({ facts }) => facts.locale === locale));
}

function keyPlacer(file: string, text: () => string): KeyPlace {
  return (key, words) => {
    const lines = text().split('\n');
    const at = lines.findIndex((line) => line.startsWith(`${key}:`));
    if (at === -1) return { file, line: 1, column: 1 };
    const inside = words === undefined ? -1 : lines.findIndex((line, index) => index >= at && line.includes(words));
    if (words !== undefined && inside !== -1)
      return { file, line: inside + 1, column: (lines[inside] ?? '').indexOf(words) + 1 };
    const [head = ''] = /^[^:]*:\s*/.exec(lines[at] ?? '') ?? [];
    return { file, line: at + 1, column: head.length + 1 };
  };
}
