import { inLanguages, languagesOf, replyRecordJson } from '../formats/api/record.ts';
import type { FileJson, ReplyJson } from '../formats/api/reply.ts';
import { filePath } from '../formats/format.ts';
import { formatNamed, REPLY_FORMATS } from '../formats/registry.ts';
import { formatQualified } from '../language/units.ts';
import { askedParagraphs } from '../model/asked.ts';
import type { Block } from '../model/block.ts';
import type { Dataset } from '../model/dataset.ts';
import { inEach, type Locale, type Translated } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { blockHash, textHash } from '../model/text.ts';
import { type SiteUrls, siteUrls } from '../urls.ts';
import { daysToPublication } from './calendar.ts';
import type { ReplySummary } from './index.ts';
import { readReplyBlocks } from './reply-document.ts';
import { replyFiles, replyPrints } from './reply-files.ts';
import { siteRoot } from './root.ts';

const [markdown, text] = [formatNamed(REPLY_FORMATS, 'md'), formatNamed(REPLY_FORMATS, 'txt')];

/** A reply as the JSON interface gives it: record, blocks in each language, and the figures that datasets draw from it. */
export async function replyJson(summary: ReplySummary, site: Site, datasets: readonly Dataset[]): Promise<ReplyJson> {
  const pdf = await replyPrints(summary, site);
  const { id, record, language } = summary;
  const urls = siteUrls(site);
  const texts = inLanguages(summary, site, (locale) => readReplyBlocks(siteRoot(), id, locale, datasets));
  const files = filesJson(summary, urls);
  const original = texts[language] ?? readReplyBlocks(siteRoot(), id, language, datasets);
  const others = languagesOf(summary, site).filter((locale) => locale !== language);
  const blocksIn = inEach(others, (locale) => new Map(texts[locale]?.blocks.map((block) => [block.id, block])));
  const recorded = replyRecordJson(summary, site, daysToPublication(siteRoot(), record));
  return {
    ...recorded,
    answeredDocuments: recorded.answeredDocuments.map((document, index) => {
      const text = record.answers[index]?.text;
      return {
        ...document,
        ...(text?.file === undefined ? {} : { text: files.get(text.file) }),
        ...(text?.words === undefined ? {} : { words: askedParagraphs(text.words, index) }),
      };
    }),
    attachments: record.attachments.flatMap(({ file, title }) => {
      const published = files.get(file);
      return published === undefined ? [] : [{ ...published, title }];
    }),
    ...(record.original === undefined ? {} : { original: files.get(record.original.file) }),
    blocks: original.blocks.map(({ id: block, kind, depth, text, rows, bold }) => ({
      id: block,
      kind,
      ...(depth === undefined ? {} : { depth }),
      [language]: text,
      ...given(others, (locale) => blocksIn[locale].get(block)?.text),
      ...(rows === undefined
        ? {}
        : {
            rows: { [language]: copied(rows), ...given(others, (locale) => copied(blocksIn[locale].get(block)?.rows)) },
          }),
      ...boldIn(
        language,
        bold,
        given(others, (locale) => pairsOf(blocksIn[locale].get(block)?.bold)),
      ),
      hash: blockHash(text),
    })),
    figures: original.quoted.map(({ dataset, observation, match }) => ({
      dataset: dataset.id,
      observation: observation.id,
      block: match.block,
      value: observation.value,
      unit: observation.unit,
      printed: inLanguages(summary, site, (locale) =>
        formatQualified(observation.value, observation.unit, observation.qualifier, locale, dataset.counter),
      ),
    })),
    hashes: inLanguages(summary, site, (locale) => textHash((texts[locale] ?? original).blocks)),
    files: {
      markdown: inLanguages(summary, site, (locale) => urls.asset(filePath(markdown, { locale, id }))),
      text: inLanguages(summary, site, (locale) => urls.asset(filePath(text, { locale, id }))),
    },
    ...(pdf === undefined ? {} : { pdf }),
  };
}

type Rows = Block['rows'];

const pairsOf = (bold: Block['bold']) => bold?.map((range) => [...range]);

/** What is bold in each language, where anything is in any: that of the original always says so. */
function boldIn(original: Locale, bold: Block['bold'], others: Translated<number[][]>) {
  return bold === undefined && Object.keys(others).length === 0
    ? {}
    : { bold: { [original]: pairsOf(bold) ?? [], ...others } };
}

/** A copy of a table's cells. */
const copied = (rows: Rows) => rows?.map((cells) => [...cells]);

/** What there is of something by language. */
function given<T>(languages: readonly Locale[], value: (locale: Locale) => T | undefined): Translated<T> {
  return Object.fromEntries(
    languages.flatMap((locale) => {
      const own = value(locale);
      return own === undefined ? [] : [[locale, own]];
    }),
  ) as Translated<T>;
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
