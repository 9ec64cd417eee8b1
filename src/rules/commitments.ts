import type { Finding, Place } from '../errors.ts';
import type { Commitment } from '../model/commitment.ts';
import { unmatchedQuote } from '../model/figures.ts';
import { type Locale, original } from '../model/locale.ts';
import { findQuote } from '../model/quote.ts';
import { type Example, file, found, rule } from '../rule.ts';
import { isIn, missingReply, missingWords } from './figures/quote-target.ts';
import { type DatasetSource, type JsonPlace, mayName } from './figures/source.ts';
import type { DocumentFacts } from './file-report.ts';
import { progressFindings } from './progress.ts';

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
});

/** A site's commitments with how their places are found. */
export interface CommitmentSource {
  readonly commitments: readonly Commitment[];
  readonly place: JsonPlace;
}

/** What is wrong with the commitments of a site: their quotes, what they aim at, and their ids. */
export function commitmentFindings(
  { commitments, place: placeOf }: CommitmentSource,
  datasets: readonly DatasetSource[],
  documents: readonly DocumentFacts[],
  languages: readonly Locale[],
  { base, today }: { readonly base: string; readonly today: string },
): Finding[] {
  const replies = documents.filter(({ collection }) => collection === 'replies');
  const ids = new Set<string>();
  const context = { replies, datasets, base, languages, today };
  return commitments.flatMap((commitment, index): Finding[] => {
    const { id, target, quote } = commitment;
    const place = (...steps: readonly PropertyKey[]): Place => placeOf(['commitments', index, ...steps]);
    const findings = progressFindings(commitment, context, place);
    if (ids.has(id)) findings.push(repeated(place('id'), id));
    ids.add(id);
    if (target !== undefined && !mayName(target, datasets))
      findings.push(unknownTarget(place('target'), target, datasets));
    if (!replies.some((reply) => reply.id === quote.reply))
      return [...findings, missingReply(place('quote', 'reply'), quote.reply)];
    for (const locale of languages) {
      const words = quote[locale];
      const reply = replies.find((candidate) => candidate.id === quote.reply && candidate.locale === locale);
      if (words === undefined) {
        if (isIn(replies, quote.reply, locale))
          findings.push(missingWords(place('quote', original(quote)?.locale ?? 'reply'), locale));
      } else if (reply !== undefined && !reply.unread) {
        const matches = findQuote(reply.blocks, words);
        if (matches.length !== 1)
          findings.push(unmatchedQuote(place('quote', locale, 'exact'), words, reply.blocks, matches));
      }
    }
    return findings;
  });
}

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
