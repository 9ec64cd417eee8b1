import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SiteError } from '../errors.ts';
import { type Commitment, type CommitmentStatus, commitmentStatus, commitmentsSchema } from '../model/commitment.ts';
import { placeInJson, readJson } from '../model/json-source.ts';
import type { Locale } from '../model/locale.ts';
import { findQuote } from '../model/quote.ts';
import { replyName } from '../model/reply-names.ts';
import { sentenceFragment } from '../model/sentence.ts';
import type { SiteUrls } from '../urls.ts';
import { catalogueDatasets, catalogueReplies } from './index.ts';
import { COMMITMENTS, noteRead } from './page-reads.ts';
import { readReplyBlocks } from './reply-document.ts';
import { buildDay, siteRoot } from './root.ts';

const FILE = 'data/commitments.json';

/** A commitment with its status and the place of the reply that states it. */
export interface TracedCommitment {
  readonly commitment: Commitment;
  readonly status: CommitmentStatus;
  /** What the reply is called: its number, or its title where it has none. */
  readonly replyName: string;
  readonly replyDate: string;
  readonly exact: string;
  readonly href: string;
  /** Where a result is published: the reply that reports it, and the result's place in its dataset. */
  readonly result: { readonly replyName: string; readonly replyDate: string; readonly href: string } | undefined;
}

/** data/commitments.json in its order; none where the site has no such file. */
export function readCommitments(root: string): Commitment[] {
  noteRead(COMMITMENTS);
  const file = path.join(root, FILE);
  if (!existsSync(file)) return [];
  return readJson(readFileSync(file, 'utf8'), commitmentsSchema, FILE).commitments;
}

/** All commitments in a language, traced. Throws a SiteError where a quote does not match just once. */
export async function catalogueCommitments(locale: Locale, urls: SiteUrls): Promise<TracedCommitment[]> {
  const root = siteRoot();
  const datasets = await catalogueDatasets();
  const replies = await catalogueReplies();
  const texts = new Map<string, ReturnType<typeof readReplyBlocks>['blocks']>();
  return readCommitments(root).map((commitment, index) => {
    const { quote } = commitment;
    const summary = replies.find(({ id }) => id === quote.reply);
    const own: Locale = locale === 'en' && quote.en && summary?.translation ? 'en' : 'zh';
    const words = own === 'en' && quote.en ? quote.en : quote.zh;
    const blocks =
      texts.get(quote.reply + own) ?? (summary ? readReplyBlocks(root, quote.reply, own, datasets).blocks : []);
    texts.set(quote.reply + own, blocks);
    const [match, ...others] = findQuote(blocks, words);
    if (!summary || !match || others.length > 0) throw unmatched(root, index, own, words.exact);
    const status = commitmentStatus(commitment, datasets, buildDay());
    return {
      commitment,
      status,
      replyName: replyName(summary, own),
      replyDate: summary.record.date,
      exact: words.exact,
      href: `${urls.reply(own, quote.reply)}#${sentenceFragment(match.block, words.exact)}`,
      result: resultSource(status, replies, locale, urls),
    };
  });
}

function resultSource(
  status: CommitmentStatus,
  replies: Awaited<ReturnType<typeof catalogueReplies>>,
  locale: Locale,
  urls: SiteUrls,
): TracedCommitment['result'] {
  if (status.kind !== 'result') return undefined;
  const { dataset, observation } = status;
  const summary = replies.find(({ id }) => id === observation.quote?.reply);
  return summary
    ? {
        replyName: replyName(summary, locale),
        replyDate: summary.record.date,
        href: urls.observation(locale, dataset.id, observation.id),
      }
    : undefined;
}

function unmatched(root: string, index: number, locale: Locale, exact: string): SiteError {
  const source = readFileSync(path.join(root, FILE), 'utf8');
  return new SiteError({
    rule: 'commitment-quote',
    severity: 'error',
    place: placeInJson(source, FILE, ['commitments', index, 'quote', locale, 'exact']),
    message: {
      zh: `引文“${exact}”在答复中不是恰好出现一次`,
      en: `the quote "${exact}" does not stand in the reply just once`,
    },
    hint: {
      zh: '请从答复原文中复制；重复时用 prefix 或 suffix 写出紧接的前后文',
      en: 'copy it from the reply; where it stands twice, add a prefix or suffix that adjoins it',
    },
  });
}
