import { blocksJson } from '../formats/api/blocks.ts';
import { inLanguages, replyRecordJson, siteLanguagesOf } from '../formats/api/record.ts';
import type { FileJson, ReplyJson } from '../formats/api/reply.ts';
import { filePath } from '../formats/format.ts';
import { formatNamed, REPLY_FORMATS } from '../formats/registry.ts';
import { formatQualified } from '../language/units.ts';
import { askedParagraphs } from '../model/asked.ts';
import type { Dataset } from '../model/dataset.ts';
import { inEach } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { textHash } from '../model/text.ts';
import { type SiteUrls, siteUrls } from '../urls.ts';
import type { ReplySummary } from './index.ts';
import { daysToPublication } from './publication.ts';
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
  const others = siteLanguagesOf(summary, site).filter((locale) => locale !== language);
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
    blocks: blocksJson(
      { [language]: original.blocks, ...inEach(others, (locale) => texts[locale]?.blocks ?? []) },
      language,
      {
        site: urls.absolute(urls.asset('')),
        page: (locale) => urls.absolute(urls.reply(locale, id)),
      },
    ),
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

/** The files that are published with a reply, by their own names. */
function filesJson(summary: ReplySummary, urls: SiteUrls): ReadonlyMap<string, FileJson> {
  return new Map(
    replyFiles(summary).map(({ file, name, mediaType, bytes, sha256, anchor }) => [
      file,
      { file, url: urls.replyFile(summary.id, name), mediaType, bytes, sha256, anchor },
    ]),
  );
}
