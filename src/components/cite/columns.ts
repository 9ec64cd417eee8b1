import type { Column } from '../../exchange/metadata/government.ts';
import { replyWords } from '../../i18n/reply.ts';
import { siteWords } from '../../i18n/site.ts';
import type { Locale } from '../../model/locale.ts';

/** The column that replies stand in. */
export function replyColumn(locale: Locale): Column {
  const words = replyWords[locale];
  return {
    name: words.list,
    description: words.listLead,
    keywords: [siteWords[locale].replies, words.disclosure].join(','),
    type: '信息公开目录',
  };
}

/** The column that datasets stand in. */
export function datasetColumn(locale: Locale): Column {
  const words = siteWords[locale];
  return { name: words.data, description: words.dataLead, keywords: words.data, type: '数据发布' };
}
