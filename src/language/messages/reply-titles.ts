import type { Locale, Translated } from '../../model/locale.ts';
import type { ReplyRecord, ReplyTranslation } from '../../model/reply.ts';
import { signedBy } from '../../model/reply-identity.ts';
import type { Site } from '../../model/site.ts';
import { formatDay } from '../days.ts';
import { words } from '../words.ts';

/** 第18号 is `18`; undefined for a number of another form. */
const plainNumber = (number: string): string | undefined =>
  /^第?(\d+(?:-\d+)?)号?$/.exec(number.normalize('NFKC'))?.[1];

const zh = {
  number: (plain: string) => `第${plain}号`,
  composed: (by: string, day: string, answered: readonly string[]) =>
    `${by}${day}的答复${answered.length === 0 ? '' : `（${answered.join('，')}）`}`,
};

const en: typeof zh = {
  number: (plain) => `No. ${plain}`,
  composed: (by, day, answered) => `${by}: reply of ${day}${answered.length === 0 ? '' : ` (${answered.join(', ')})`}`,
};

/** Words of titles that the site composes. */
export const replyTitleWords = words('replyTitles', { zh, en });

/** The parts of a reply from which a line about it is composed. */
interface ComposedFrom {
  readonly issuers: readonly string[];
  readonly date: string;
  /** An id of site.yaml's `answeredKinds`. */
  readonly kind: string | undefined;
  /** The number of the document answered, as printed. */
  readonly number: string | undefined;
}

/**
 * What a reply is called in a language that it has no title in: who signed it, when, and what it answers, from the fields of its
 * record. `Water Bureau: reply of 20 January 2025 (Suggestion by deputies, No. 18)`
 */
export function composedTitle({ issuers, date, kind, number }: ComposedFrom, locale: Locale, site: Site): string {
  const own = replyTitleWords[locale];
  const label = site.answeredKinds.find(({ id }) => id === kind)?.label[locale];
  const plain = number === undefined ? undefined : plainNumber(number);
  const named = plain === undefined ? number : own.number(plain);
  const answered = [label, named].filter((part) => part !== undefined);
  return own.composed(signedBy(issuers, locale, site), formatDay(date, locale), answered);
}

/** A reply's title on a page, and whether the site composed it because the reply has none in that language. */
interface ShownTitle {
  readonly text: string;
  readonly composed: boolean;
}

/** The title of a reply in a language of the site. */
export function titleIn(
  {
    record,
    language,
    translations,
  }: {
    readonly record: ReplyRecord;
    readonly language: Locale;
    readonly translations: Translated<Pick<ReplyTranslation, 'title'>>;
  },
  locale: Locale,
  site: Site,
): ShownTitle {
  if (locale === language) return { text: record.title, composed: false };
  const translation = translations[locale];
  if (translation !== undefined) return { text: translation.title, composed: false };
  const [first] = record.answers;
  const { issuer: issuers, date } = record;
  return {
    text: composedTitle({ issuers, date, kind: first.kind, number: first.number }, locale, site),
    composed: true,
  };
}
