import type { Column } from '../../../formats/metadata/government.ts';
import { commitmentWords } from '../../../language/messages/commitments.ts';
import { documentWords } from '../../../language/messages/documents.ts';
import { replyWords } from '../../../language/messages/reply.ts';
import { siteWords } from '../../../language/messages/site.ts';
import type { PageContext } from '../../../reading/page-context.ts';

/** A column of the site: `keywords` are its name and what the site is about. */
const column = (name: string, type: string, description: string, { site, locale }: Standing): Column => ({
  ...{ name, type, description },
  keywords: [...new Set([name, ...site.topics.map(({ label }) => label[locale])])].join(','),
});

type Standing = Pick<PageContext, 'site' | 'locale'>;

/** The column that replies are in. */
export function replyColumn(standing: Standing): Column {
  const { list, listLead } = replyWords[standing.locale];
  return column(list, '信息公开目录', listLead, standing);
}

/** The column that a page of a template is in; undefined where it is in none. */
export function columnOf(template: string, standing: Standing): Column | undefined {
  const { locale } = standing;
  switch (template) {
    case 'list':
    case 'topic':
    case 'bureau':
      return replyColumn(standing);
    case 'commitments':
      return column(commitmentWords[locale].title, '信息公开目录', commitmentWords[locale].lead, standing);
    case 'datasets':
    case 'dataset':
      return column(siteWords[locale].data, '数据发布', siteWords[locale].dataLead, standing);
    case 'reports':
    case 'report':
      return column(documentWords[locale].report.title, '数据发布', documentWords[locale].report.lead, standing);
    default:
      return undefined;
  }
}

/** Templates of the pages that are a column themselves: lists. */
const LISTS: ReadonlySet<string> = new Set(['list', 'topic', 'bureau', 'commitments', 'datasets', 'reports']);

/** The whole column that a list page is, with the page's own title where it lists a part; undefined for any other page. */
export function listColumn(
  template: string,
  page: { readonly title: string; readonly description: string },
  standing: Standing,
): Column | undefined {
  const whole = columnOf(template, standing);
  if (whole === undefined || !LISTS.has(template)) return undefined;
  const keywords = [...new Set([whole.name, page.title, ...whole.keywords.split(',')])].join(',');
  return { ...whole, name: page.title, description: page.description, keywords };
}
