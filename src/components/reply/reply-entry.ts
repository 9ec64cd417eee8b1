import type { ReplySummary } from '../../catalogue/index.ts';
import type { PageContext } from '../../catalogue/page-context.ts';
import { formatDay } from '../../i18n/formats.ts';
import { replyWords } from '../../i18n/reply.ts';

/** What a list says of a reply, in the page's language where the reply is translated. */
export interface ReplyEntry {
  readonly href: string;
  readonly title: string;
  /** Whether title and matter are in Chinese on a page that is not. */
  readonly foreign: boolean;
  readonly number: string;
  readonly date: string;
  readonly day: string;
  readonly answers: string;
  readonly outcome: string | undefined;
}

/** The entry of a reply in the lists of a page. */
export function replyEntry({ id, record, translation }: ReplySummary, { locale, urls }: PageContext): ReplyEntry {
  const translated = locale === 'en' ? translation : undefined;
  const foreign = locale !== 'zh' && translated === undefined;
  const words = replyWords[foreign ? 'zh' : locale];
  const answers = translated?.answers ?? record.answers;
  return {
    href: urls.reply(foreign ? 'zh' : locale, id),
    title: translated?.title ?? record.title,
    foreign,
    number: record.number,
    date: record.date,
    day: formatDay(record.date, locale),
    answers: words.answersLine(
      answers.body,
      answers.session ?? '',
      answers.meeting ?? '',
      answers.number,
      answers.title,
    ),
    outcome: record.outcome && replyWords[locale].outcomes[record.outcome],
  };
}
