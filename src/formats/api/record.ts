import { signers } from '../../model/bureau.ts';
import type { Locale } from '../../model/locale.ts';
import type { ReplyRecord, ReplyTranslation } from '../../model/reply.ts';
import type { Site } from '../../model/site.ts';
import type { WorkingDays } from '../../model/working-days.ts';
import { siteUrls } from '../../urls.ts';
import type { ReplyJson, ReplySummaryJson } from './reply.ts';

/** A reply by its record and, where there is one, its translation. */
export interface RecordedReply {
  readonly id: string;
  readonly record: ReplyRecord;
  readonly translation: ReplyTranslation | undefined;
}

/** What the JSON interface says of a reply's record, without its text and its files. */
export type RecordJson = Omit<
  ReplyJson,
  'answeredDocuments' | 'attachments' | 'original' | 'blocks' | 'figures' | 'hashes' | 'files'
> & { readonly answeredDocuments: readonly Pick<ReplyJson['answeredDocuments'][number], 'kind' | 'zh' | 'en'>[] };

/** The same in each language of a reply: always in Chinese, in English where the reply and the site have it. */
export function inLanguages<T>(
  { translation }: Pick<RecordedReply, 'translation'>,
  site: Pick<Site, 'languages'>,
  value: (locale: Locale) => T,
): { zh: T; en?: T } {
  const translated = translation !== undefined && site.languages.includes('en');
  return { zh: value('zh'), ...(translated ? { en: value('en') } : {}) };
}

/** A reply as lists of the JSON interface give it. */
export function replySummaryJson(reply: RecordedReply, site: Site): ReplySummaryJson {
  const { id, record, translation } = reply;
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
    title: inLanguages(reply, site, (locale) => (locale === 'en' ? translation?.title : undefined) ?? record.title),
    url: inLanguages(reply, site, (locale) => urls.reply(locale, id)),
    json: urls.api(`replies/${id}`),
    ...(record.withdrawn === undefined ? {} : { withdrawn: record.withdrawn.date }),
  };
}

/** A reply's record as the JSON interface gives it. `waited` is how long its publication took, where both days are known. */
export function replyRecordJson(reply: RecordedReply, site: Site, waited: WorkingDays | undefined): RecordJson {
  const { record, translation } = reply;
  const { withdrawn: _, ...listed } = replySummaryJson(reply, site);
  const inEnglish = translation !== undefined && site.languages.includes('en');
  return {
    ...listed,
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
    ...(inEnglish
      ? {
          summary: translation.summary,
          translation: {
            method: translation.translation.method,
            reviewer: translation.translation.reviewer,
            signers: translation.signers,
            contact: translation.contact,
          },
        }
      : {}),
    doubts: record.transcription?.doubts ?? [],
    relates: record.relates,
    corrections: record.corrections,
    ...(record.masked.length === 0 ? {} : { masked: record.masked }),
  };
}

/** What is said in a language of one of the documents answered; where the translation leaves it out, the Chinese. */
function answeredIn({ record, translation }: RecordedReply, locale: Locale, index: number) {
  const chinese = record.answers[index] ?? record.answers[0];
  const { kind: _, points: __, text: ___, ...own } = chinese;
  return (locale === 'en' ? translation?.answers[index] : undefined) ?? own;
}

/** What a record may lack, each key only where the bureau has given it. */
function givenOnly(record: ReplyRecord) {
  const { disclosure, extent, handling, masthead, outcome, indexNumber } = record;
  const { sourceUrl, sourceDate, withdrawn, terms, transcription } = record;
  const account = transcription && { source: transcription.source, normalised: transcription.normalised };
  const given = {
    ...{ disclosure, extent, handling, masthead, outcome, indexNumber },
    ...{ sourceUrl, sourceDate, withdrawn, terms, transcription: account },
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Pick<
    ReplyJson,
    keyof typeof given
  >;
}
