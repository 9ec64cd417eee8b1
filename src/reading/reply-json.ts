import type { BlockJson, FileJson, ReplyJson, ReplySummaryJson } from '../formats/api/reply.ts';
import { filePath } from '../formats/format.ts';
import { formatNamed, REPLY_FORMATS } from '../formats/registry.ts';
import { formatQualified } from '../language/units.ts';
import { askedParagraphs } from '../model/asked.ts';
import type { Block } from '../model/block.ts';
import { signers } from '../model/bureau.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { ReplyRecord } from '../model/reply.ts';
import type { Site } from '../model/site.ts';
import { blockHash, textHash } from '../model/text.ts';
import { type SiteUrls, siteUrls } from '../urls.ts';
import { replyFiles } from './attachments.ts';
import type { ReplySummary } from './index.ts';
import { readReplyBlocks } from './reply-document.ts';
import { siteRoot } from './root.ts';

/** The same in each language of a reply: always in Chinese, in English where the reply and the site have it. */
function inLanguages<T>({ translation }: Pick<ReplySummary, 'translation'>, site: Site, value: (locale: Locale) => T) {
  const translated = translation !== undefined && site.languages.includes('en');
  return { zh: value('zh'), ...(translated ? { en: value('en') } : {}) };
}

/** A reply as lists of the JSON interface give it. */
export function replySummaryJson(summary: ReplySummary, site: Site): ReplySummaryJson {
  const { id, record, translation } = summary;
  const urls = siteUrls(site);
  return {
    id,
    ...(record.number === undefined ? {} : { number: record.number }),
    date: record.date,
    ...(record.published === undefined ? {} : { published: record.published }),
    issuer: record.issuer[0],
    issuers: record.issuer,
    ...(site.bureaus === undefined ? {} : { bureaus: signers(site.bureaus, summary).map((bureau) => bureau.id) }),
    topics: record.topics,
    answered: record.answers[0].kind,
    title: inLanguages(summary, site, (locale) => (locale === 'en' ? translation?.title : undefined) ?? record.title),
    url: inLanguages(summary, site, (locale) => urls.reply(locale, id)),
    json: urls.api(`replies/${id}`),
    ...(record.withdrawn === undefined ? {} : { withdrawn: record.withdrawn.date }),
  };
}

const [markdown, text] = [formatNamed(REPLY_FORMATS, 'md'), formatNamed(REPLY_FORMATS, 'txt')];

/** A reply as the JSON interface gives it: record, blocks in each language, and the figures that datasets draw from it. */
export function replyJson(summary: ReplySummary, site: Site, datasets: readonly Dataset[]): ReplyJson {
  const { id, record, translation } = summary;
  const urls = siteUrls(site);
  const { withdrawn: _, ...listed } = replySummaryJson(summary, site);
  const texts = inLanguages(summary, site, (locale) => readReplyBlocks(siteRoot(), id, locale, datasets));
  const files = filesJson(summary, urls);
  const english = new Map(texts.en?.blocks.map((block) => [block.id, block]));
  return {
    ...listed,
    answers: inLanguages(summary, site, (locale) => answeredIn(summary, locale, 0)),
    answeredDocuments: record.answers.map(({ kind, text }, index) => ({
      kind,
      ...inLanguages(summary, site, (locale) => answeredIn(summary, locale, index)),
      ...(text?.file === undefined ? {} : { text: files.get(text.file) }),
      ...(text?.words === undefined ? {} : { words: askedParagraphs(text.words, index) }),
    })),
    ...givenOnly(record),
    attachments: record.attachments.flatMap(({ file, title }) => {
      const published = files.get(file);
      return published === undefined ? [] : [{ ...published, title }];
    }),
    ...(record.original === undefined ? {} : { original: files.get(record.original.file) }),
    points: record.answers.flatMap(({ points }) => points),
    signers: record.signers,
    contact: record.contact,
    ...(texts.en === undefined || translation === undefined
      ? {}
      : {
          summary: translation.summary,
          translation: {
            method: translation.translation.method,
            reviewer: translation.translation.reviewer,
            signers: translation.signers,
            contact: translation.contact,
          },
        }),
    doubts: record.transcription?.doubts ?? [],
    relates: record.relates,
    corrections: record.corrections,
    blocks: texts.zh.blocks.map(({ id: block, kind, depth, text, rows }) => ({
      id: block,
      kind,
      ...(depth === undefined ? {} : { depth }),
      zh: text,
      ...(english.has(block) ? { en: english.get(block)?.text } : {}),
      ...(rows === undefined ? {} : { rows: rowsJson(rows, english.get(block)?.rows) }),
      hash: blockHash(text),
    })),
    figures: texts.zh.quoted.map(({ dataset, observation, match }) => ({
      dataset: dataset.id,
      observation: observation.id,
      block: match.block,
      value: observation.value,
      unit: observation.unit,
      printed: inLanguages(summary, site, (locale) =>
        formatQualified(observation.value, observation.unit, observation.qualifier, locale, dataset.counter),
      ),
    })),
    hashes: inLanguages(summary, site, (locale) => textHash((texts[locale] ?? texts.zh).blocks)),
    files: {
      markdown: inLanguages(summary, site, (locale) => urls.asset(filePath(markdown, { locale, id }))),
      text: inLanguages(summary, site, (locale) => urls.asset(filePath(text, { locale, id }))),
    },
  };
}

/** What is said in a language of one of the documents answered; where the translation leaves it out, the Chinese. */
function answeredIn({ record, translation }: ReplySummary, locale: Locale, index: number) {
  const chinese = record.answers[index] ?? record.answers[0];
  const { kind: _, points: __, text: ___, ...own } = chinese;
  return (locale === 'en' ? translation?.answers[index] : undefined) ?? own;
}

type Rows = NonNullable<Block['rows']>;

/** The cells of a table in each language. */
function rowsJson(zh: Rows, en: Rows | undefined): NonNullable<BlockJson['rows']> {
  const copied = (rows: Rows) => rows.map((cells) => [...cells]);
  return { zh: copied(zh), ...(en === undefined ? {} : { en: copied(en) }) };
}

/** The files that are published with a reply, by their own names. */
function filesJson(summary: ReplySummary, urls: SiteUrls): ReadonlyMap<string, FileJson> {
  return new Map(
    replyFiles(summary).map(({ file, name, mediaType, bytes, sha256, anchor }) => [
      file,
      { file, url: urls.replyFile(summary.id, name), mediaType, bytes, sha256, anchor },
    ]),
  );
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
