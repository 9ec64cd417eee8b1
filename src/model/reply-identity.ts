import { pinyin } from 'pinyin-pro';
import { type DocumentNumber, parseDocumentNumber, replyId } from './document-number.ts';
import { type Locale, languageOf, type Translated } from './locale.ts';
import type { Answers, ReplyDraft, ReplyRecord, ReplyTranslation } from './reply.ts';
import { issuerName, type Site } from './site.ts';

type Answered = NonNullable<ReplyDraft['answers']>[number];

/** The parts of a record that identify a reply. */
export type Identifying = Pick<ReplyRecord, 'date'> & Pick<ReplyDraft, 'number' | 'issuer' | 'answers'>;

/** The parts of a record that decide the name of its folder. */
export type Filed = Pick<ReplyDraft, 'number' | 'answers' | 'date'>;

/** Parts of a folder's name, without those that are empty. */
const joined = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part).join('-');

/** The last number in some words: `42` of 第42号 and of 第2024-42号. */
const lastDigits = (text = ''): string | undefined => text.normalize('NFKC').match(/\d+/g)?.at(-1);

/**
 * The identity of a reply: who signs it first, series, year and serial of its number; where it has no number that gives
 * these, the documents that it answers and its date. Two records with the same identity are the same reply.
 */
export function replyIdentity({ number, issuer, answers, date }: Identifying): string {
  const read = number === undefined ? undefined : parseDocumentNumber(number);
  const [first = ''] = issuer ?? [];
  if (read !== undefined) return [first, read.series, replyId(read)].join('\n');
  const answered = (answers ?? []).flatMap((one) => [one.body, one.session, one.meeting, one.number, one.title]);
  return [first, number, ...answered, date].map((part = '') => part.normalize('NFKC').replace(/\s/g, '')).join('\n');
}

/** Whether a record says anything that tells its reply from another of the same body: a number, a day, or which document it answers. */
export function isIdentified({ number, answers, date }: Identifying): boolean {
  return number !== undefined || date !== '' || (answers ?? []).some((one) => (one.number ?? one.title) !== undefined);
}

/** Whether a number is printed without a year: 第7号, 临水建15号. It does not tell replies of several years apart. */
export function hasNoYear(number: string): boolean {
  return /^[\p{Script=Han}A-Za-z]*\d{1,6}(?:[-–—之]\d{1,3})?[号號]?$/u.test(
    number.normalize('NFKC').replace(/\s/g, ''),
  );
}

/** `18-4-s42`: session and meeting by their numbers, the document by the first letter of its kind and its own. */
function answeredName({ kind = '', session, meeting, number }: Answered): string {
  const own = lastDigits(number);
  const place = [ordinal(session), ordinal(meeting)];
  return joined(...place, own === undefined ? kind : `${kind.slice(0, 1)}${Number(own)}`);
}

/** 十八届 is `18`, 第四次会议 is `4`; nothing where there is no number. */
function ordinal(words = ''): string | undefined {
  return lastDigits(words) ?? chineseNumber(words)?.toString();
}

const DIGITS = '零一二三四五六七八九';

/** The first Chinese number below a hundred in some words: 十五届 gives 15. */
function chineseNumber(words: string): number | undefined {
  const match =
    /(?<tens>[二三四五六七八九])?(?<ten>十)(?<units>[一二三四五六七八九])?|(?<one>[一二三四五六七八九])/.exec(words);
  const { tens = '', ten, units = '', one = '' } = match?.groups ?? {};
  if (match === null) return undefined;
  if (ten === undefined) return DIGITS.indexOf(one);
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + Math.max(DIGITS.indexOf(units), 0);
}

/**
 * The shortest ending of a reply's folder: `2024-15-1` by its number, `2024-18-4-s42` by the document that it answers.
 */
export function folderEnding({ number, answers, date = '' }: Filed): string {
  const read = number === undefined ? undefined : parseDocumentNumber(number);
  return read === undefined
    ? joined(date.slice(0, 4), ...(answers ?? []).slice(0, 1).map(answeredName))
    : replyId(read);
}

/**
 * Whether a folder's name agrees with what it holds: it ends in the number, or names the year and the document
 * answered. Where neither number nor date can be read, it counts as agreeing.
 */
export function agreesWithFolder(folder: string, { number, answers, date }: Filed): boolean {
  const read = number === undefined ? undefined : parseDocumentNumber(number);
  const name = folder.replace(/-no\d+$/, '');
  if (read !== undefined && `-${name}`.endsWith(`-${replyId(read)}`)) return true;
  const parts = name.split('-');
  const year = date?.slice(0, 4) ?? read?.year.toString();
  if (year === undefined) return true;
  // A folder that was named before the day was known has no year in its name.
  const isDated = parts.some((part) => /^(?:19|20)\d\d$/.test(part));
  if (!parts.includes(year) && (isDated || read !== undefined)) return false;
  const own = (answers ?? []).flatMap((one) => lastDigits(one.number) ?? []);
  // A number added later does not change the published address; a number that differs is a mistake.
  const named = read === undefined ? /^[a-z]?(\d+)$/ : /^[a-z](\d+)$/;
  const names = (part: string) => own.some((number) => Number(number) === Number(named.exec(part)?.[1]));
  return own.length === 0 ? read === undefined : parts.some(names);
}

/** Words in the letters and digits of addresses: Chinese by its sounds, `临水函` as `linshuihan`; empty where nothing is left. */
export function asciiName(words: string): string {
  return pinyin(words.normalize('NFKC'), { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

/** `linshuihan-2024-15-1` */
const byNumber = (number: DocumentNumber): string => joined(asciiName(number.series), replyId(number));

/** The folder of a reply of which nothing is known yet. */
const UNKNOWN = 'letter';

/**
 * The folder to keep a reply in, which is its address for good: `linshuihan-2024-15` for 临水函〔2024〕15号, `2024-15` where no
 * series is printed, `2024-18-4-s42` for an unnumbered reply of 2024 to 十八届四次会议第42号建议. Lower-case ASCII, the same for the
 * same record. Where `taken` holds that name already, for another reply, body and issuer are named too, and in the end a count.
 */
export function proposeReplyId(record: Identifying, taken: ReadonlySet<string> = new Set()): string {
  const { number, issuer, answers, date } = record;
  const read = number === undefined ? undefined : parseDocumentNumber(number);
  const year = date.slice(0, 4);
  const [first] = answers ?? [];
  const by = asciiName(issuer?.[0] ?? '');
  const body = asciiName(first?.body ?? '');
  const matter = first === undefined ? '' : answeredName(first);
  const proposals =
    read === undefined
      ? [
          joined(year, matter),
          joined(year, body, matter),
          joined(by, year, body, matter),
          joined(by, date, body, matter),
        ]
      : [byNumber(read), joined(by, byNumber(read))];
  const free = proposals.find((name) => name !== '' && !taken.has(name));
  if (free !== undefined) return free;
  const last = proposals.findLast((name) => name !== '') ?? UNKNOWN;
  if (!taken.has(last)) return last;
  let count = 2;
  while (taken.has(`${last}-no${count}`)) count += 1;
  return `${last}-no${count}`;
}

/** A reply's record and what translates it. */
interface NamedReply {
  readonly record: Pick<ReplyRecord, 'number' | 'title' | 'answers'>;
  readonly translations: Translated<Pick<ReplyTranslation, 'title' | 'answers'>>;
}

/** What a reply is called in a line of text: its number as printed, or its title where it has none. */
export function replyName({ record, translations }: NamedReply, locale: Locale): string {
  return record.number ?? translations[locale]?.title ?? record.title;
}

/** The site's record of who signs, by which names are given in a language. */
type Signing = Pick<Site, 'issuer' | 'bureaus' | 'languages'>;

/** The names that sign a reply, in a language and in the order printed. */
export function signatories(
  [first, ...others]: readonly [string, ...string[]],
  locale: Locale,
  site: Signing,
): [string, ...string[]] {
  return [issuerName(first, locale, site), ...others.map((issuer) => issuerName(issuer, locale, site))];
}

/** The same in one line. */
export function signedBy(issuers: readonly string[], locale: Locale, site: Signing): string {
  return issuers.map((issuer) => issuerName(issuer, locale, site)).join(languageOf(locale).punctuation.list);
}

/** What is said of a document answered, without what is compiled by the site. */
export type AnsweredDocument = Omit<Answers, 'kind' | 'points' | 'text'>;

/** The documents that a reply answers, in a language. */
export function answeredDocuments({ record, translations }: NamedReply, locale: Locale): readonly AnsweredDocument[] {
  return translations[locale]?.answers ?? record.answers;
}

/** The kind of document at the end of a title: 关于整治河道的建议, …的提案. */
const CHINESE_KIND = /的(?:建议案|意见建议|意见和建议|建议意见|建议|提案|议案|意见|来信|请示|报告|函)$/;
/** The same at the beginning of an English title: Suggestion on Repairing Canals. */
const ENGLISH_KIND =
  /^(?:(?:suggestion|proposal|motion|bill|opinion|letter|request|report)s? )?(?:on|concerning|regarding|about) /i;
/** The signs around a title that is in another: 对《关于……的建议》的答复. */
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

/**
 * The title of the document answered, where a reply's own title quotes it; titles of laws and the like do not count.
 */
function quotedTitle(title: string): string | undefined {
  return QUOTED.map(([opening, closing]) => {
    const start = title.indexOf(`${opening}关于`);
    return start === -1 ? '' : title.slice(start + 1, Math.max(title.lastIndexOf(closing), start + 1));
  }).find((words) => CHINESE_KIND.test(words));
}
