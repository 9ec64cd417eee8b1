import type { Column } from '../../../formats/metadata/government.ts';
import { commitmentWords } from '../../../language/messages/commitments.ts';
import { replyWords } from '../../../language/messages/reply.ts';
import { reportWords } from '../../../language/messages/reports.ts';
import { siteWords } from '../../../language/messages/site.ts';
import type { Locale } from '../../../model/locale.ts';
import type { PageContext } from '../../../reading/page-context.ts';

/** The column that replies stand in. */
export function replyColumn(locale: Locale): Pick<Column, 'name' | 'type'> {
  return { name: replyWords[locale].list, type: '信息公开目录' };
}

/** The column that a page of a template stands in; undefined where it stands in none. */
export function columnOf(template: string, locale: Locale): Pick<Column, 'name' | 'type'> | undefined {
  switch (template) {
    case 'list':
    case 'topic':
    case 'bureau':
      return replyColumn(locale);
    case 'commitments':
      return { name: commitmentWords[locale].title, type: '信息公开目录' };
    case 'datasets':
    case 'dataset':
      return { name: siteWords[locale].data, type: '数据发布' };
    case 'reports':
    case 'report':
      return { name: reportWords[locale].title, type: '数据发布' };
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
  { site, locale }: Pick<PageContext, 'site' | 'locale'>,
): Column | undefined {
  const column = columnOf(template, locale);
  if (column === undefined || !LISTS.has(template)) return undefined;
  const topics = site.topics.map(({ label }) => label[locale]);
  const keywords = [...new Set([column.name, page.title, ...topics])].join(',');
  return { ...column, name: page.title, description: page.description, keywords };
}
