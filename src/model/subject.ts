import { type Locale, languageOf } from './locale.ts';
import { answeredDocuments, type NamedReply } from './reply-identity.ts';

/** What a title calls the document that it names, at its end: 关于整治河道的建议, …的提案. */
const CHINESE_KIND = /的(?:建议案|意见建议|意见和建议|建议意见|建议|提案|议案|意见|来信|请示|报告|函)$/;
/** The same at the beginning of an English title: Suggestion on Repairing Canals. */
const ENGLISH_KIND =
  /^(?:(?:suggestion|proposal|motion|bill|opinion|letter|request|report)s? )?(?:on|concerning|regarding|about) /i;
/** The signs around a title that stands in another: 对《关于……的建议》的答复. */
const QUOTED: readonly (readonly [opening: string, closing: string])[] = [
  ['《', '》'],
  ['“', '”'],
];

/**
 * What a document is about, from its title: 关于整治东河河道的建议 is 关于整治东河河道, "Suggestion on Dredging the River" is
 * "Dredging the River". A title that names no kind of document stays as it is.
 */
export function subjectOf(title: string): string {
  let subject = title.trim();
  if (subject.startsWith('《') && subject.indexOf('》') === subject.length - 1) subject = subject.slice(1, -1);
  while (CHINESE_KIND.test(subject)) subject = subject.replace(CHINESE_KIND, '');
  const english = subject.replace(ENGLISH_KIND, '');
  return english === subject || english === '' ? subject || title : english[0]?.toUpperCase() + english.slice(1);
}

/**
 * What a reply is about, in a language: the subjects of the documents that it answers, as the reply names them, or what its own
 * title quotes; `undefined` where neither says more than numbers.
 */
export function replySubject(reply: NamedReply, locale: Locale): string | undefined {
  const titles = answeredDocuments(reply, locale).flatMap(({ title }) => title ?? []);
  return answeredSubject(titles, reply.translations[locale] === undefined ? reply.record.title : undefined, locale);
}

/** The same of a reply whose answered documents have these titles; `own` is its own title, where that is in the original's language. */
export function answeredSubject(
  titles: readonly string[],
  own: string | undefined,
  locale: Locale,
): string | undefined {
  const subjects = [...new Set(titles.map(subjectOf))];
  if (subjects.length > 0) return subjects.join(languageOf(locale).punctuation.clauses);
  const quoted = own === undefined ? undefined : quotedTitle(own);
  return quoted === undefined ? undefined : subjectOf(quoted);
}

/** The title of what is answered, where a reply's own title quotes it; other titles that it names, as of a law, are none. */
function quotedTitle(title: string): string | undefined {
  return QUOTED.map(([opening, closing]) => {
    const start = title.indexOf(`${opening}关于`);
    return start === -1 ? '' : title.slice(start + 1, Math.max(title.lastIndexOf(closing), start + 1));
  }).find((words) => CHINESE_KIND.test(words));
}
