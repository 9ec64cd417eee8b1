import { GIVEN, type GivenKey } from '../../language/reply-fields.ts';
import { signers } from '../../model/bureau.ts';
import { inEach, type Locale, type Translated, USUAL_LANGUAGES } from '../../model/locale.ts';
import { type ReplyRecord, type ReplyTranslation, replyRecordSchema } from '../../model/reply.ts';
import { issuerName, type Site } from '../../model/site.ts';
import type { WorkingDays } from '../../model/working-days.ts';
import { siteUrls } from '../../urls.ts';
import { lastChange } from './changes.ts';
import type { ReplyJson, ReplySummaryJson } from './reply.ts';

/** A reply by its record and what translates it. */
export interface RecordedReply {
  readonly id: string;
  readonly record: ReplyRecord;
  /** The language of the original. */
  readonly language: Locale;
  readonly translations: Translated<ReplyTranslation>;
}

/** What the JSON interface says of a reply's record, without its text and its files. */
type RecordJson = Omit<
  ReplyJson,
  'answeredDocuments' | 'attachments' | 'original' | 'blocks' | 'figures' | 'hashes' | 'files'
> & { readonly answeredDocuments: readonly Omit<ReplyJson['answeredDocuments'][number], 'text' | 'words'>[] };

/** The languages of the site that a reply is in: that of its original first. */
export function siteLanguagesOf(
  { language, translations }: Pick<RecordedReply, 'language' | 'translations'>,
  site: Pick<Site, 'languages'>,
): Locale[] {
  return [language, ...site.languages.filter((locale) => locale !== language && translations[locale] !== undefined)];
}

/** The same in each language of a reply that the site has. */
export const inLanguages = <T>(
  reply: Pick<RecordedReply, 'language' | 'translations'>,
  site: Pick<Site, 'languages'>,
  value: (locale: Locale) => T,
): Translated<T> => inEach(siteLanguagesOf(reply, site), value);

/** A reply as lists of the JSON interface give it. */
export function replySummaryJson(reply: RecordedReply, site: Site): ReplySummaryJson {
  const { id, record, translations } = reply;
  const urls = siteUrls(site);
  return {
    id,
    ...(record.number === undefined ? {} : { number: record.number }),
    date: record.date,
    ...(record.published === undefined ? {} : { published: record.published }),
    issuer: record.issuer[0],
    issuers: record.issuer,
    ...(site.bureaus === undefined ? {} : { bureaus: signers(site.bureaus, reply).map((bureau) => bureau.id) }),
    topics: record.topics,
    answered: record.answers[0].kind,
    title: inLanguages(reply, site, (locale) => translations[locale]?.title ?? record.title),
    url: inLanguages(reply, site, (locale) => urls.reply(locale, id)),
    json: urls.api(`replies/${id}`),
    ...(record.withdrawn === undefined ? {} : { withdrawn: record.withdrawn.date }),
    updated: lastChange(record),
    ...(record.outcome === undefined ? {} : { outcome: record.outcome }),
    issuerNames: record.issuer.map((issuer) => namesOf(issuer, reply.language, site)),
    links: {
      self: urls.absolute(urls.api(`replies/${id}`)),
      page: inLanguages(reply, site, (locale) => urls.absolute(urls.reply(locale, id))),
    },
  };
}

/** The names of a signing body: as printed, and in those of the site's other languages that it has a name in. */
function namesOf(issuer: string, printed: Locale, site: Site): Translated<string> {
  const others = site.languages.filter((locale) => locale !== printed && issuerName(issuer, locale, site) !== issuer);
  return inEach([printed, ...others], (locale) => (locale === printed ? issuer : issuerName(issuer, locale, site)));
}

/** A reply's record as the JSON interface gives it. `waited` is how long its publication took, where both days are known. */
export function replyRecordJson(reply: RecordedReply, site: Site, waited: WorkingDays | undefined): RecordJson {
  const { record, language, translations } = reply;
  const { withdrawn: _, ...listed } = replySummaryJson(reply, site);
  const others = siteLanguagesOf(reply, site).flatMap((locale) => {
    const translation = locale === language ? undefined : translations[locale];
    return translation === undefined ? [] : [{ locale, made: madeBy(translation), summary: translation.summary }];
  });
  const [first, ...further] = others;
  return {
    ...listed,
    language,
    answers: inLanguages(reply, site, (locale) => answeredIn(reply, locale, 0)),
    answeredDocuments: record.answers.map(({ kind }, index) => ({
      kind,
      ...inLanguages(reply, site, (locale) => answeredIn(reply, locale, index)),
    })),
    ...givenOnly(record),
    ...(waited === undefined ? {} : { waited }),
    points: record.answers.flatMap(({ points }) => points),
    signers: record.signers,
    contact: record.contact,
    ...(first === undefined ? {} : { summary: first.summary, translation: first.made }),
    ...(further.length === 0
      ? {}
      : {
          translations: Object.fromEntries(others.map(({ locale, made, summary }) => [locale, { ...made, summary }])),
        }),
    doubts: record.transcription?.doubts ?? [],
    relates: record.relates,
    corrections: record.corrections,
    ...(record.masked.length === 0 ? {} : { masked: record.masked }),
  };
}

/** How a translation was made, and the lines under it. */
const madeBy = ({ translation, signers, contact }: ReplyTranslation) => ({
  method: translation.method,
  reviewer: translation.reviewer,
  signers,
  contact,
});

/** The lines printed under a reply in a language; none where it is not in that. */
export const printedUnder = (
  { language, signers, contact, translation, translations }: ReplyJson,
  locale: Locale,
): Pick<ReplyJson, 'signers' | 'contact'> =>
  locale === language ? { signers, contact } : (translations?.[locale] ?? translation ?? { signers: [], contact: [] });

/** One of the documents answered, in a language; where the translation leaves something out, the original's. */
function answeredIn({ record, translations }: RecordedReply, locale: Locale, index: number) {
  const { kind: _, points: __, text: ___, ...own } = record.answers[index] ?? record.answers[0];
  return translations[locale]?.answers[index] ?? own;
}

const { shape: RECORD } = replyRecordSchema(USUAL_LANGUAGES);
/** In the order of the record. */
const GIVEN_KEYS = Object.keys(RECORD).filter((key): key is GivenKey => Object.hasOwn(GIVEN, key));

const asRecorded = (record: ReplyRecord): Pick<ReplyRecord, GivenKey> =>
  Object.fromEntries(GIVEN_KEYS.map((key) => [key, record[key]])) as Pick<ReplyRecord, GivenKey>;

/** The optional keys of a record, each only where the bureau has given it. */
function givenOnly(record: ReplyRecord) {
  const { sourceDate, withdrawn, terms, transcription } = record;
  const account = transcription && { source: transcription.source, normalised: transcription.normalised };
  const given = { ...asRecorded(record), sourceDate, withdrawn, terms, transcription: account };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Pick<
    ReplyJson,
    keyof typeof given
  >;
}
