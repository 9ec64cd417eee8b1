import type { Finding, Place } from '../errors.ts';
import type { Commitment } from '../model/commitment.ts';
import { unmatchedQuote } from '../model/figures.ts';
import { original } from '../model/locale.ts';
import { findQuote } from '../model/quote.ts';
import { MODEL_RULES } from '../model/rules.ts';
import { type Example, file, found, rule } from '../rule.ts';
import { on, pass } from './checks.ts';
import { isIn, missingReply, missingWords, QUOTE_REPLY } from './figures/quote-target.ts';
import { type DatasetSource, mayName } from './figures/source.ts';
import type { ReadSite } from './read-site.ts';

/** The sample site with one commitment. */
function commitment(changes: object): Example {
  const own = {
    id: 'wells',
    statement: { zh: '修复机井', en: 'Repair the wells' },
    quote: { reply: '2024-7', zh: { exact: '已修复机井' }, en: { exact: 'wells have been repaired' } },
  };
  return file('data/commitments.json', JSON.stringify({ commitments: [{ ...own, ...changes }] }, null, 2));
}

export const COMMITMENT_TARGET = rule('commitment-target', {
  severity: 'error',
  why: {
    zh: '承诺的目标值要在数据集里，才能对照结果；名称写错，就永远对不上。',
    en: 'What a commitment aims at is a value of a dataset; under a wrong name no result would ever be shown.',
  },
  examples: { bad: commitment({ target: 'wells/repair' }), good: commitment({ target: 'wells/repaired' }) },
  check: on('commitment', missingValue),
});

export const COMMITMENT_ID = rule('commitment-id-twice', {
  severity: 'error',
  why: {
    zh: '每项承诺的编号是它的网址和日历条目，不能重复。',
    en: 'The id of a commitment is its address and its entry in calendars: it is there once.',
  },
  examples: {
    bad: file(
      'data/commitments.json',
      JSON.stringify(
        {
          commitments: ['修复', '机井'].map((exact) => ({
            id: 'wells',
            statement: { zh: '修复机井', en: 'Repair the wells' },
            quote: { reply: '2024-7', zh: { exact }, en: { exact: 'have been repaired' } },
          })),
        },
        null,
        2,
      ),
    ),
    good: commitment({}),
  },
  check: on('commitment', repeatedId),
});

/** A commitment as it was read, with the others of its file. */
export interface CommitmentInSite {
  readonly commitment: Commitment;
  readonly index: number;
  readonly all: readonly Commitment[];
  /** Finds a value in the commitment: `place('quote', 'reply')`. */
  readonly place: (...steps: readonly PropertyKey[]) => Place;
}

function repeatedId({ commitment: { id }, index, all, place }: CommitmentInSite): Finding[] {
  return all.findIndex((other) => other.id === id) === index ? [] : [repeated(place('id'), id)];
}

function missingValue({ commitment: { target }, place }: CommitmentInSite, { datasets }: ReadSite): Finding[] {
  return target === undefined || mayName(target, datasets) ? [] : [unknownTarget(place('target'), target, datasets)];
}

export const PROMISES = pass({
  finds: [QUOTE_REPLY, MODEL_RULES['quote-not-found'], MODEL_RULES['quote-ambiguous']],
  because: 'the rules on quotes are those of datasets',
  check: on('commitment', ({ commitment: { quote }, place }, { replies, languages }) => {
    if (!replies.some((reply) => reply.id === quote.reply)) return [missingReply(place('quote', 'reply'), quote.reply)];
    return languages.flatMap((locale): Finding[] => {
      const words = quote[locale];
      const reply = replies.find((candidate) => candidate.id === quote.reply && candidate.locale === locale);
      if (words === undefined)
        return isIn(replies, quote.reply, locale)
          ? [missingWords(place('quote', original(quote)?.locale ?? 'reply'), locale)]
          : [];
      if (reply === undefined || reply.unread) return [];
      const matches = findQuote(reply.blocks, words);
      return matches.length === 1
        ? []
        : [unmatchedQuote(place('quote', locale, 'exact'), words, reply.blocks, matches)];
    });
  }),
});

function repeated(place: Place, id: string): Finding {
  return found(
    COMMITMENT_ID,
    place,
    { zh: `承诺的编号“${id}”用了两次`, en: `the id “${id}” is that of two commitments` },
    { zh: '请给后一项另起一个编号；公布过的编号不能改', en: 'give the later one another; a published id stays' },
  );
}

function unknownTarget(place: Place, target: string, datasets: readonly DatasetSource[]): Finding {
  const [name] = target.split('/');
  const dataset = datasets.find(({ id }) => id === name);
  const known =
    dataset?.read.value.observations?.map(({ id }) => `${dataset.id}/${id}`) ?? datasets.map(({ id }) => `${id}/…`);
  return found(
    COMMITMENT_TARGET,
    place,
    { zh: `没有数据“${target}”`, en: `there is no observation “${target}”` },
    { zh: `现有：${known.join('、') || '（无）'}`, en: `known: ${known.join(', ') || 'none'}` },
  );
}
