import { type Finding, type Place, SiteError } from '../errors.ts';
import type { Block } from './block.ts';
import type { Dataset, Observation, Series, TextQuote } from './dataset.ts';
import type { Locale } from './locale.ts';
import { type Candidate, findQuote, nearestSentences, overlap, placesInContext, type QuoteMatch } from './quote.ts';
import { MODEL_RULES } from './rules.ts';

/** The parts of a dataset that are needed to match its quotes. */
type ObservedDataset = Pick<Dataset, 'id' | 'observations'>;

/** An observation at the words of a reply that state it. */
export interface QuotedObservation<Source extends ObservedDataset = Dataset> {
  readonly dataset: Source;
  readonly observation: Observation;
  readonly match: QuoteMatch;
}

/** Where a quote is written, so that a finding can point at it: the dataset's id and the index of the observation. Asked only for findings. */
export type PlaceOfQuote = (dataset: string, index: number, locale: Locale) => Place;

/**
 * The observations that quote a reply in a language, each at its one match. What matches nowhere, twice, or over
 * another is a finding.
 */
export function quotedObservations<Source extends ObservedDataset>(
  reply: string,
  locale: Locale,
  blocks: readonly Pick<Block, 'id' | 'text'>[],
  datasets: readonly Source[],
  placeOf: PlaceOfQuote,
): { readonly quoted: QuotedObservation<Source>[]; readonly findings: Finding[] } {
  const quoted: QuotedObservation<Source>[] = [];
  const findings: Finding[] = [];
  for (const dataset of datasets) {
    for (const [index, observation] of dataset.observations.entries()) {
      const quote = observation.quote?.reply === reply ? observation.quote[locale] : undefined;
      if (!quote) continue;
      const matches = findQuote(blocks, quote);
      const [match] = matches;
      if (match === undefined || matches.length > 1) {
        findings.push(unmatchedQuote(placeOf(dataset.id, index, locale), quote, blocks, matches));
        continue;
      }
      const taken = quoted.find((other) => overlap(other.match, match));
      if (taken) findings.push(overlapFinding(placeOf(dataset.id, index, locale), quote.exact, taken));
      else quoted.push({ dataset, observation, match });
    }
  }
  return { quoted, findings };
}

/** What is wrong with a quote that does not match just once, with the words of the reply that may have been meant. */
export function unmatchedQuote(
  place: Place,
  quote: TextQuote,
  blocks: readonly Pick<Block, 'id' | 'text'>[],
  matches: readonly QuoteMatch[],
): Finding {
  const { exact, prefix = '', suffix = '' } = quote;
  if (matches.length === 0) {
    const near = nearestSentences(blocks, prefix + exact + suffix);
    return {
      rule: MODEL_RULES['quote-not-found'].id,
      severity: 'error',
      place,
      message: {
        zh: `答复中找不到引文“${exact}”${prefix + suffix === '' ? '' : '（含前后文）'}`,
        en: `the reply does not contain the quote "${exact}"${prefix + suffix === '' ? '' : ' with its prefix and suffix'}`,
      },
      hint: {
        zh: `请从答复原文中一字不差地复制${near.length === 0 ? '；前后文要与引文紧接' : `。最接近的原文：${listed(near)}`}`,
        en: `copy it from the reply${near.length === 0 ? '; prefix and suffix must adjoin it' : `. Nearest to it: ${listed(near)}`}`,
      },
    };
  }
  const where = matches.map(({ block }) => `#${block}`).join(' ');
  const places = listed(placesInContext(blocks, matches));
  return {
    rule: MODEL_RULES['quote-ambiguous'].id,
    severity: 'error',
    place,
    message: {
      zh: `引文“${exact}”在答复中出现了${matches.length}次：${where}`,
      en: `the quote "${exact}" occurs ${matches.length} times in the reply: ${where}`,
    },
    hint: {
      zh: `请用 prefix 或 suffix 写出紧接的前文或后文，使其唯一：${places}`,
      en: `add a prefix or suffix that only one of them has: ${places}`,
    },
  };
}

const listed = (candidates: readonly Candidate[]) =>
  candidates.map(({ block, text }) => `#${block}“${text}”`).join(' ');

function overlapFinding(place: Place, exact: string, taken: QuotedObservation<ObservedDataset>): Finding {
  const other = `${taken.dataset.id}/${taken.observation.id}`;
  return {
    rule: MODEL_RULES['quote-overlap'].id,
    severity: 'error',
    place,
    message: { zh: `引文“${exact}”与 ${other} 的引文重叠`, en: `the quote "${exact}" overlaps that of ${other}` },
    hint: {
      zh: '两条数据不能引用同样的字；请缩短其中一个，或合并两条数据',
      en: 'shorten one of the two quotes or unite the observations',
    },
  };
}

/** An observation with what it belongs to. */
interface KeyFigure {
  readonly dataset: Dataset;
  readonly series: Series;
  readonly observation: Observation;
}

/**
 * The observations that `site.yaml` names as `dataset/observation`, in its order. Throws a SiteError for a name that
 * does not exist.
 */
export function keyFigures(names: readonly string[], datasets: readonly Dataset[]): KeyFigure[] {
  return names.map((name) => {
    const [datasetId, observationId] = name.split('/');
    const dataset = datasets.find(({ id }) => id === datasetId);
    const observation = dataset?.observations.find(({ id }) => id === observationId);
    const series = dataset?.series.find(({ id }) => id === observation?.series);
    if (dataset && observation && series) return { dataset, series, observation };
    throw new SiteError({
      rule: MODEL_RULES['key-figure-unknown'].id,
      severity: 'error',
      place: { file: 'content/site.yaml' },
      message: { zh: `keyFigures 中的“${name}”不存在`, en: `keyFigures names "${name}", which does not exist` },
      hint: {
        zh: '写成“数据集/观测”，两者都见 data/ 中的 JSON',
        en: 'write dataset/observation, both as in data/*.json',
      },
    });
  });
}
