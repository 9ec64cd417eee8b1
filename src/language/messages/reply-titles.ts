import type { Locale } from '../../model/locale.ts';
import type { ReplyRecord, ReplyTranslation } from '../../model/reply.ts';
import { signedBy } from '../../model/reply-identity.ts';
import type { Site } from '../../model/site.ts';
import { formatDay } from '../days.ts';

/** What of a reply an English line about it is composed from. */
export interface ComposedFrom {
  readonly issuers: readonly string[];
  readonly date: string;
  /** An id of site.yaml's `answeredKinds`. */
  readonly kind: string | undefined;
  /** The number of the document answered, as printed. */
  readonly number: string | undefined;
}

/** 第18号 is `No. 18`; a number of another form stays as printed. */
function plainNumber(number: string): string {
  const digits = /^第?(\d+(?:-\d+)?)号?$/.exec(number.normalize('NFKC'))?.[1];
  return digits === undefined ? number : `No. ${digits}`;
}

/**
 * What a reply without an English title is called in English: who signed it, when, and what it answers, from the fields of its
 * record. `Water Bureau: reply of 20 January 2025 (Suggestion by deputies, No. 18)`
 */
export function composedTitle({ issuers, date, kind, number }: ComposedFrom, site: Site): string {
  const label = site.answeredKinds.find(({ id }) => id === kind)?.label.en;
  const answered = [label, number === undefined ? undefined : plainNumber(number)].filter((part) => part !== undefined);
  const about = answered.length === 0 ? '' : ` (${answered.join(', ')})`;
  return `${signedBy(issuers, 'en', site)}: reply of ${formatDay(date, 'en')}${about}`;
}

/** A reply's title on a page, and whether the site composed it because the reply has none in that language. */
export interface ShownTitle {
  readonly text: string;
  readonly composed: boolean;
}

/** The title of a reply in a language of the site. */
export function titleIn(
  {
    record,
    translation,
  }: { readonly record: ReplyRecord; readonly translation: Pick<ReplyTranslation, 'title'> | undefined },
  locale: Locale,
  site: Site,
): ShownTitle {
  if (locale === 'zh') return { text: record.title, composed: false };
  if (translation !== undefined) return { text: translation.title, composed: false };
  const [first] = record.answers;
  const { issuer: issuers, date } = record;
  return { text: composedTitle({ issuers, date, kind: first.kind, number: first.number }, site), composed: true };
}
