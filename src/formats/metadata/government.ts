import { siteWords } from '../../language/messages/site.ts';
import type { Locale } from '../../model/locale.ts';
import type { ReplyRecord } from '../../model/reply.ts';
import type { Site } from '../../model/site.ts';

/** A `<meta name content>`. */
export type MetaTag = readonly [name: string, content: string];

const present = (tags: readonly (readonly [string, string | undefined])[]): MetaTag[] =>
  tags.flatMap(([name, content]) => (content === undefined || content === '' ? [] : [[name, content] as const]));

/** The tags of every page of a government site (国办发〔2017〕47号, 网页标签): only what the bureau has given. */
export function siteTags({ name, identifiers }: Pick<Site, 'name' | 'identifiers'>, locale: Locale): MetaTag[] {
  return present([
    ['SiteName', name[locale]],
    ['SiteDomain', identifiers.siteDomain],
    ['SiteIDCode', identifiers.siteIdCode],
  ]);
}

/** A number under which a site is registered, in words, and the register's own page on it where it has one. */
interface Registration {
  readonly text: string;
  readonly href: string | undefined;
}

/** The registrations in the footer of a government site: only those that the bureau has given. */
export function registrations({ identifiers }: Pick<Site, 'identifiers'>, locale: Locale): Registration[] {
  const { siteIdCode, icp, psb } = identifiers;
  const words = siteWords[locale];
  const digits = psb && /\d{14}/.exec(psb)?.[0];
  return [
    ...(siteIdCode === undefined ? [] : [{ text: words.siteIdCode(siteIdCode), href: undefined }]),
    ...(icp === undefined ? [] : [{ text: words.icp(icp), href: 'https://beian.miit.gov.cn/' }]),
    ...(psb === undefined
      ? []
      : [{ text: words.psb(psb), href: `https://beian.mps.gov.cn/#/query/webSearch?code=${digits}` }]),
  ];
}

/** A column of the site (栏目): a list of one kind of page, and the pages in it. */
export interface Column {
  readonly name: string;
  readonly description: string;
  readonly keywords: string;
  /** One of the kinds of the standard: 信息公开目录, 数据发布 … */
  readonly type: string;
}

/** The tags of a page that is a column. */
export function columnTags({ name, description, keywords, type }: Column): MetaTag[] {
  return present([
    ['ColumnName', name],
    ['ColumnDescription', description],
    ['ColumnKeywords', keywords],
    ['ColumnType', type],
  ]);
}

/** The page of a column that tags are for. */
interface ArticlePage {
  readonly title: string;
  readonly description: string;
  /** Absolute address. */
  readonly url: string;
}

/** The tags of a page in a column that the site compiles, a dataset or a report, rather than the bureau. */
export function memberTags(column: Column, { title, description, url }: ArticlePage): MetaTag[] {
  return present([...columnTags(column), ['ArticleTitle', title], ['Description', description], ['Url', url]]);
}

/**
 * The tags of a reply's page. `PubDate` is there only where the day of publication is known, and is a day: no hour is
 * invented, and the build's date is never used instead.
 */
export function articleTags(
  record: Pick<ReplyRecord, 'published' | 'topics'>,
  page: ArticlePage & {
    readonly issuer: string;
    /** The address of its picture. */
    readonly image: string;
    readonly column: Column;
  },
  site: Pick<Site, 'topics'>,
  locale: Locale,
): MetaTag[] {
  const topics = site.topics.filter(({ id }) => record.topics.includes(id)).map(({ label }) => label[locale]);
  return present([
    ...columnTags(page.column),
    ['ArticleTitle', page.title],
    ['PubDate', record.published],
    ['ContentSource', page.issuer],
    ['Keywords', topics.join(',')],
    ['Author', page.issuer],
    ['Description', page.description],
    ['Image', page.image],
    ['Url', page.url],
  ]);
}
