import type { Bilingual } from '../errors.ts';
import { formatQualified } from '../i18n/units.ts';
import type { Block } from '../model/block.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { siteUrls } from '../urls.ts';
import type { ReplySummary } from './index.ts';
import { readReplyText } from './reply-document.ts';
import { siteRoot } from './root.ts';

/** A reply as the site's JSON interface gives it. Texts that are not translated have no `en`. */
export interface ReplyJson {
  readonly id: string;
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
  readonly topics: readonly string[];
  readonly answered: string;
  readonly title: Partial<Bilingual>;
  readonly url: Partial<Bilingual>;
  readonly blocks: readonly ({
    readonly id: string;
    readonly kind: Block['kind'];
    readonly depth?: number;
  } & Partial<Bilingual>)[];
  readonly figures: readonly {
    readonly dataset: string;
    readonly observation: string;
    readonly block: string;
    readonly value: string;
    readonly unit: string;
    readonly printed: Partial<Bilingual>;
  }[];
}

/** The JSON of a reply: record, blocks in each language, and the figures that datasets draw from it. */
export function replyJson(
  { id, record, translation }: ReplySummary,
  site: Site,
  datasets: readonly Dataset[],
): ReplyJson {
  const urls = siteUrls(site);
  const languages: Locale[] = site.languages.filter((locale) => locale === 'zh' || translation !== undefined);
  const texts = languages.map((locale) => readReplyText(siteRoot(), id, locale, datasets, urls));
  const [governing] = texts;
  const each = <T>(value: (locale: Locale) => T) =>
    Object.fromEntries(languages.map((locale) => [locale, value(locale)]));
  return {
    id,
    number: record.number,
    date: record.date,
    issuer: record.issuer,
    topics: record.topics,
    answered: record.answers.kind,
    title: each((locale) => (locale === 'en' ? translation?.title : undefined) ?? record.title),
    url: each((locale) => urls.reply(locale, id)),
    blocks: (governing?.blocks ?? []).map(({ id: block, kind, depth }) => ({
      id: block,
      kind,
      ...(depth === undefined ? {} : { depth }),
      ...Object.fromEntries(
        texts.map((text) => [text.locale, text.blocks.find((candidate) => candidate.id === block)?.text]),
      ),
    })),
    figures: (governing?.quoted ?? []).map(({ dataset, observation, match }) => ({
      dataset: dataset.id,
      observation: observation.id,
      block: match.block,
      value: observation.value,
      unit: observation.unit,
      printed: each((locale) =>
        formatQualified(observation.value, observation.unit, observation.qualifier, locale, dataset.counter),
      ),
    })),
  };
}
