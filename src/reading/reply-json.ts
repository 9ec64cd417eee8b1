import { inLanguages, replyRecordJson } from '../formats/api/record.ts';
import type { BlockJson, FileJson, ReplyJson } from '../formats/api/reply.ts';
import { filePath } from '../formats/format.ts';
import { formatNamed, REPLY_FORMATS } from '../formats/registry.ts';
import { formatQualified } from '../language/units.ts';
import { askedParagraphs } from '../model/asked.ts';
import type { Block } from '../model/block.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Site } from '../model/site.ts';
import { blockHash, textHash } from '../model/text.ts';
import { type SiteUrls, siteUrls } from '../urls.ts';
import { replyFiles } from './attachments.ts';
import { daysToPublication } from './calendar.ts';
import type { ReplySummary } from './index.ts';
import { readReplyBlocks } from './reply-document.ts';
import { siteRoot } from './root.ts';

const [markdown, text] = [formatNamed(REPLY_FORMATS, 'md'), formatNamed(REPLY_FORMATS, 'txt')];

/** A reply as the JSON interface gives it: record, blocks in each language, and the figures that datasets draw from it. */
export function replyJson(summary: ReplySummary, site: Site, datasets: readonly Dataset[]): ReplyJson {
  const { id, record } = summary;
  const urls = siteUrls(site);
  const texts = inLanguages(summary, site, (locale) => readReplyBlocks(siteRoot(), id, locale, datasets));
  const files = filesJson(summary, urls);
  const english = new Map(texts.en?.blocks.map((block) => [block.id, block]));
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
