import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SiteError } from '../errors.ts';
import {
  type Commitment,
  type CommitmentStatus,
  commitmentStatus,
  commitmentsSchema,
  hasResult,
  newestProgress,
  type Outlook,
  outlook,
  type Progress,
  type ProgressStatus,
  progressTarget,
} from '../model/commitment.ts';
import type { TextQuote } from '../model/dataset.ts';
import { placeInJson, readJson } from '../model/json-source.ts';
import { type Locale, original, type Translated, translated } from '../model/locale.ts';
import { findQuote, sentenceFragment } from '../model/quote.ts';
import { replyName } from '../model/reply-identity.ts';
import { MODEL_RULES } from '../model/rules.ts';
import type { SiteUrls } from '../urls.ts';
import { siteLanguages } from './files.ts';
import { catalogueDatasets, catalogueReplies, catalogueSite } from './index.ts';
import { oncePerBuild } from './once.ts';
import { COMMITMENTS, noteRead, promisesKey } from './page-reads.ts';
import { readReplyBlocks } from './reply-document.ts';
import { buildDay, siteRoot } from './root.ts';

const FILE = 'data/commitments.json';

/** What was published of a commitment, in the language of a page. */
export interface TracedProgress {
  readonly date: string;
  readonly status: ProgressStatus;
  /** As the entry has it. */
  readonly address: string;
  /** The words that say so, and their language. */
  readonly exact: string;
  readonly locale: Locale;
  /** The name and address of the source; the address is absolute for a page elsewhere. */
  readonly source: string;
  readonly href: string;
  /** Whether it is on this site, which verified the words. */
  readonly verified: boolean;
  readonly note: string | undefined;
}

/** A commitment with its status and the place of the reply that states it. */
export interface TracedCommitment {
  readonly commitment: Commitment;
  readonly status: CommitmentStatus;
  /** As of the day of the build. */
  readonly outlook: Outlook;
  /** Newest first. */
  readonly progress: readonly TracedProgress[];
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
  return read(root);
}

function read(root: string): Commitment[] {
  const file = path.join(root, FILE);
  if (!existsSync(file)) return [];
  return readJson(readFileSync(file, 'utf8'), commitmentsSchema(siteLanguages(root)), FILE).commitments;
}

/** The words quoted in a language, or in the first that they are quoted in. */
function quotedIn(quote: Translated<TextQuote>, locale: Locale | undefined) {
  return (
    (locale === undefined ? original(quote) : translated(quote, locale)) ?? {
      value: { exact: '' },
      locale: 'zh' as const,
    }
  );
}

const promised = oncePerBuild(async () => Map.groupBy(read(siteRoot()), ({ quote }) => quote.reply));

/**
 * The commitments that some replies state, in a language, traced. A page that asks for them is made again when these change; whatever
 * else there is counts only where there are any.
 */
export async function commitmentsOfReplies(
  ids: ReadonlySet<string>,
  locale: Locale,
  urls: SiteUrls,
): Promise<TracedCommitment[]> {
  for (const id of ids) noteRead(promisesKey(id));
  const own = await promised();
  return [...ids].some((id) => own.has(id)) ? catalogueCommitments(locale, urls, ids) : [];
}

/** All commitments in a language, traced, or those that some replies state. Throws a SiteError where a quote does not match just once. */
export async function catalogueCommitments(
  locale: Locale,
  urls: SiteUrls,
  ids?: ReadonlySet<string>,
): Promise<TracedCommitment[]> {
  const root = siteRoot();
  const datasets = await catalogueDatasets();
  const replies = await catalogueReplies();
  const base = (await catalogueSite()).base;
  const texts = new Map<string, ReturnType<typeof readReplyBlocks>['blocks']>();
  /** The words of a reply in the page's language, or in its own where it is not translated, and where they stand. */
  const quoted = (id: string, quote: Translated<TextQuote>, steps: readonly PropertyKey[]) => {
    const summary = replies.find((reply) => reply.id === id);
    const { value: words, locale: own } = quotedIn(
      quote,
      summary?.translations[locale] === undefined ? summary?.language : locale,
    );
    const blocks = texts.get(id + own) ?? (summary ? readReplyBlocks(root, id, own, datasets).blocks : []);
    texts.set(id + own, blocks);
    const [match, ...others] = findQuote(blocks, words);
    if (!summary || !match || others.length > 0) throw unmatched(root, [...steps, own, 'exact'], words.exact);
    const href = `${urls.reply(own, id)}#${sentenceFragment(match.block, words.exact)}`;
    return { summary, locale: own, exact: words.exact, href };
  };
  const traced = (entry: Progress, steps: readonly PropertyKey[]): TracedProgress => {
    const { date, status, address, quote, note } = entry;
    const common = { date, status, address, note: note?.[locale] };
    const target = progressTarget(address, base);
    if (target?.kind === 'reply') {
      const { summary, ...words } = quoted(target.id, quote, [...steps, 'quote']);
      return { ...common, ...words, source: replyName(summary, words.locale), verified: true };
    }
    const { value: own, locale: language } = quotedIn(quote, locale);
    const words = { exact: own.exact, locale: language };
    if (target?.kind !== 'dataset')
      return { ...common, ...words, source: entry.source?.[locale] ?? hostOf(address), href: address, verified: false };
    const dataset = datasets.find(({ id }) => id === target.id);
    const { observation } = target;
    const href =
      observation === undefined ? urls.dataset(locale, target.id) : urls.observation(locale, target.id, observation);
    return { ...common, ...words, source: dataset?.title[locale] ?? target.id, href, verified: true };
  };
  return readCommitments(root).flatMap((commitment, index) => {
    if (ids?.has(commitment.quote.reply) === false) return [];
    const steps = ['commitments', index];
    const { summary, exact, href, locale: own } = quoted(commitment.quote.reply, commitment.quote, [...steps, 'quote']);
    const status = commitmentStatus(commitment, datasets, buildDay());
    const published = newestProgress(commitment);
    return {
      commitment,
      status,
      outlook: outlook(commitment, hasResult(commitment, status, published[0]), buildDay()),
      replyName: replyName(summary, own),
      replyDate: summary.record.date,
      exact,
      href,
      progress: published.map((entry) => traced(entry, [...steps, 'progress', commitment.progress.indexOf(entry)])),
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

const hostOf = (address: string): string => new URL(address).hostname;

function unmatched(root: string, steps: readonly PropertyKey[], exact: string): SiteError {
  const source = readFileSync(path.join(root, FILE), 'utf8');
  return new SiteError({
    rule: MODEL_RULES['quote-not-found'].id,
    severity: 'error',
    place: placeInJson(source, FILE, steps),
    message: {
      zh: `引文“${exact}”在答复中不是恰好出现一次`,
      en: `the quote "${exact}" does not occur exactly once in the reply`,
    },
    hint: {
      zh: '请从答复原文中复制；重复时用 prefix 或 suffix 写出紧接的前后文',
      en: 'copy it from the reply; where it occurs twice, add a prefix or suffix that adjoins it',
    },
  });
}
