import type { Finding, Place } from '../../errors.ts';
import { calledIn, type Locale } from '../../model/locale.ts';
import { dataset as example, found, rule } from '../../rule.ts';
import { on } from '../checks.ts';
import type { DocumentFacts } from '../file-report.ts';
import type { ReadSite } from '../read-site.ts';
import type { DatasetSource } from './source.ts';

export const QUOTE_REPLY = rule('quote-reply-missing', {
  severity: 'error',
  why: {
    zh: '每个数都要能点回答复原文；引用的答复和译文都要在。',
    en: 'Every figure leads back to the reply that states it, in each language of the site.',
  },
  examples: {
    bad: example('"reply": "2024-7"', '"reply": "2024-9"'),
    good: example('"reply": "2024-7"', '"reply": "2024-7"'),
  },
  check: on('dataset', missingTargets),
});

/** Quotes of replies that are not there, and quotes without the words of the site's other language. */
function missingTargets({ read, place }: DatasetSource, { replies, languages }: ReadSite): Finding[] {
  return (read.value.observations ?? []).flatMap(({ quote }, index): Finding[] => {
    if (quote === undefined) return [];
    const placeOf = (key: string) => place(['observations', index, 'quote', key]);
    if (!replies.some(({ id }) => id === quote.reply)) return [missingReply(placeOf('reply'), quote.reply)];
    const given = languages.find((locale) => quote[locale] !== undefined);
    return languages.flatMap((locale) =>
      quote[locale] === undefined && isIn(replies, quote.reply, locale)
        ? [missingWords(placeOf(given ?? 'reply'), locale)]
        : [],
    );
  });
}

/** A quote names a reply that is not there. */
export function missingReply(place: Place, reply: string): Finding {
  return found(
    QUOTE_REPLY,
    place,
    { zh: `没有答复“${reply}”`, en: `there is no reply “${reply}”` },
    { zh: '请写 content/replies/ 下的文件夹名', en: 'write the name of a folder in content/replies/' },
  );
}

/** Whether a reply is there in a language. */
export const isIn = (replies: readonly DocumentFacts[], reply: string, locale: Locale): boolean =>
  replies.some(({ id, locale: own }) => id === reply && own === locale);

/** A quote lacks the words of one of the site's languages that the reply is in. */
export function missingWords(place: Place, locale: Locale): Finding {
  const { zh, en } = calledIn(locale);
  return found(
    QUOTE_REPLY,
    place,
    { zh: `引文缺少${zh}`, en: `the quote has no ${en}` },
    {
      zh: `请从 ${locale}.mdx 的同一段复制对应的${zh}`,
      en: `copy the words from the same paragraph of ${locale}.mdx`,
    },
  );
}
