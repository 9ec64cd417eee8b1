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

/** The tags of a page in a column that is no document of the bureau's: a dataset or a report, which the site compiles. */
export function memberTags(column: Pick<Column, 'name' | 'type'>, title: string, url: string): MetaTag[] {
  return present([
    ['ColumnName', column.name],
    ['ColumnType', column.type],
    ['ArticleTitle', title],
    ['Url', url],
  ]);
}

/**
 * The tags of a reply's page. `PubDate` is there only where the day of publication is known, and is a day: no hour is
 * invented, and the build's date never stands in for it.
 */
export function articleTags(
  record: Pick<ReplyRecord, 'published' | 'topics'>,
  page: {
    readonly title: string;
    readonly issuer: string;
    readonly url: string;
    /** The address of the picture that stands for it. */
    readonly image: string;
    readonly column: Pick<Column, 'name' | 'type'>;
  },
  site: Pick<Site, 'topics'>,
  locale: Locale,
): MetaTag[] {
  const topics = site.topics.filter(({ id }) => record.topics.includes(id)).map(({ label }) => label[locale]);
  return present([
    ['ColumnName', page.column.name],
    ['ColumnType', page.column.type],
    ['ArticleTitle', page.title],
    ['PubDate', record.published],
    ['ContentSource', page.issuer],
    ['Keywords', topics.join(',')],
    ['Author', page.issuer],
    ['Image', page.image],
    ['Url', page.url],
  ]);
}
