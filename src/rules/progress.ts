import type { Bilingual, Finding, Place } from '../errors.ts';
import { datasetWords, type Progress, type ProgressTarget, progressTarget } from '../model/commitment.ts';
import { unmatchedQuote } from '../model/figures.ts';
import { original } from '../model/locale.ts';
import { findQuote } from '../model/quote.ts';
import { MODEL_RULES } from '../model/rules.ts';
import { type Example, file, found, rule } from '../rule.ts';
import { on, pass } from './checks.ts';
import type { CommitmentInSite } from './commitments.ts';
import { isIn, missingWords, QUOTE_REPLY } from './figures/quote-target.ts';
import { mayName } from './figures/source.ts';
import type { ReadSite } from './read-site.ts';

/** The sample site with a commitment of which something was published. */
function progress(changes: object): Example {
  const entry = {
    date: '2024-06-05',
    status: 'kept',
    address: '/zh/replies/2024-7/',
    quote: { zh: { exact: '已修复机井24眼' }, en: { exact: '24 wells have been repaired' } },
  };
  const commitment = {
    id: 'wells',
    statement: { zh: '修复机井', en: 'Repair the wells' },
    quote: { reply: '2024-7', zh: { exact: '已修复机井' }, en: { exact: 'wells have been repaired' } },
    progress: [{ ...entry, ...changes }],
  };
  return file('data/commitments.json', JSON.stringify({ commitments: [commitment] }, null, 2));
}

export const PROGRESS_ADDRESS = rule('progress-address', {
  severity: 'error',
  why: {
    zh: '承诺的进展只引用公布过的答复、数据或其他网站的页面；网址写错，就无从核对。',
    en: 'Progress is told only by a published reply, a dataset or a page elsewhere; under a wrong address nobody can verify it.',
  },
  examples: { bad: progress({ address: '/zh/replies/2024-9/' }), good: progress({}) },
  check: on('commitment', unknownAddresses),
});

export const PROGRESS_QUOTE = rule('progress-quote', {
  severity: 'error',
  why: {
    zh: '进展的依据是数据里写着的话；数据里没有的，不能算作依据。',
    en: 'What a dataset is quoted for has to be in the dataset; otherwise it is no evidence.',
  },
  examples: {
    bad: progress({ address: '/zh/data/wells/', quote: { zh: { exact: '全部修好了' } } }),
    good: progress({ address: '/zh/data/wells/', quote: { zh: { exact: '24眼' } } }),
  },
});

export const PROGRESS_DATE = rule('progress-date', {
  severity: 'error',
  why: {
    zh: '进展不会早于说出它的答复，也不会早于承诺本身或晚于今天；日期写错，“多久没有消息”就算错了。',
    en: 'Progress is dated neither before the reply that tells of it, nor before the promise, nor after today: by a wrong day it is miscounted for how long nothing was published.',
  },
  examples: { bad: progress({ date: '2024-05-05' }), good: progress({}) },
  check: on('commitment', wrongDays),
});

/** An entry of a commitment's progress, what its address leads to, and how its places are found. */
interface Told {
  readonly entry: Progress;
  readonly target: ProgressTarget | undefined;
  readonly place: (...steps: readonly PropertyKey[]) => Place;
}

const toldOf = ({ commitment, place }: CommitmentInSite, { base }: ReadSite): Told[] =>
  commitment.progress.map((entry, index) => ({
    entry,
    target: progressTarget(entry.address, base),
    place: (...steps) => place('progress', index, ...steps),
  }));

function wrongDays(own: CommitmentInSite, site: ReadSite): Finding[] {
  const promised = dateOf(site, own.commitment.quote.reply);
  return toldOf(own, site).flatMap(({ entry, target, place }) => {
    const told = target?.kind === 'reply' ? dateOf(site, target.id) : undefined;
    return dayFindings(entry, { promised, told }, site.today, () => place('date'));
  });
}

function unknownAddresses(own: CommitmentInSite, site: ReadSite): Finding[] {
  return toldOf(own, site).flatMap(({ entry, target, place }) =>
    target === undefined || !isThere(target, site) ? [unknownAddress(entry.address, place('address'))] : [],
  );
}

export const PROGRESS_QUOTES = pass({
  finds: [PROGRESS_QUOTE, QUOTE_REPLY, MODEL_RULES['quote-not-found'], MODEL_RULES['quote-ambiguous']],
  because: 'what an entry quotes is a reply or a dataset, and the rules on quotes of replies are those of datasets',
  check: on('commitment', (own, site) =>
    toldOf(own, site).flatMap(({ entry, target, place }) =>
      target !== undefined && isThere(target, site) ? quoteFindings(entry, target, site, place) : [],
    ),
  ),
});

/** The date of a reply, where its record gives it. */
function dateOf({ replies }: ReadSite, id: string): string | undefined {
  const records = replies.flatMap((reply) =>
    reply.id === id && reply.frontMatter?.kind === 'record' ? [reply.frontMatter.value] : [],
  );
  return records[0]?.date;
}

function isThere(target: ProgressTarget, { replies, datasets }: ReadSite): boolean {
  if (target.kind === 'elsewhere') return true;
  if (target.kind === 'reply') return replies.some(({ id }) => id === target.id);
  return target.observation === undefined
    ? datasets.some(({ id }) => id === target.id)
    : mayName(`${target.id}/${target.observation}`, datasets);
}

function quoteFindings(
  { quote }: Progress,
  target: ProgressTarget,
  { replies, datasets, languages }: ReadSite,
  place: Told['place'],
): Finding[] {
  if (target.kind === 'elsewhere') return [];
  return languages.flatMap((locale): Finding[] => {
    const words = quote[locale];
    if (target.kind === 'reply') {
      if (words === undefined)
        return isIn(replies, target.id, locale)
          ? [missingWords(place('quote', original(quote)?.locale ?? 'reply'), locale)]
          : [];
      const reply = replies.find((candidate) => candidate.id === target.id && candidate.locale === locale);
      if (reply === undefined || reply.unread) return [];
      const matches = findQuote(reply.blocks, words);
      return matches.length === 1
        ? []
        : [unmatchedQuote(place('quote', locale, 'exact'), words, reply.blocks, matches)];
    }
    const dataset = datasets.find(({ id }) => id === target.id);
    if (words === undefined || dataset === undefined || !dataset.read.whole) return [];
    return datasetWords(dataset.read.value, locale).some((text) => text.includes(words.exact))
      ? []
      : [notInDataset(words.exact, target.id, place('quote', locale, 'exact'))];
  });
}

function notInDataset(exact: string, id: string, place: Place): Finding {
  return found(
    PROGRESS_QUOTE,
    place,
    { zh: `数据集“${id}”里没有“${exact}”`, en: `the dataset “${id}” does not say “${exact}”` },
    {
      zh: '请从数据集的标题、说明、数或引文中复制',
      en: 'copy it from the dataset’s titles, notes, numbers or quotes',
    },
  );
}

function unknownAddress(address: string, place: Place): Finding {
  return found(
    PROGRESS_ADDRESS,
    place,
    { zh: `“${address}”不是本站的答复或数据`, en: `“${address}” is no reply or dataset of this site` },
    {
      zh: '本站的写 /zh/replies/文件夹名/ 或 /zh/data/数据集/#编号；别的网站写完整的网址',
      en: 'write /zh/replies/FOLDER/ or /zh/data/DATASET/#ID for this site, a whole address for another',
    },
  );
}

interface KnownDays {
  /** The date of the reply that states the commitment. */
  readonly promised: string | undefined;
  /** The date of the reply that tells of the progress. */
  readonly told: string | undefined;
}

function dayFindings({ date }: Progress, { promised, told }: KnownDays, today: string, place: () => Place): Finding[] {
  const wrong = (message: Bilingual): Finding[] => [
    found(PROGRESS_DATE, place(), message, {
      zh: '请写进展公布的日期：引用答复的，写答复的成文日期',
      en: 'write the day on which it was published: for a reply, its date',
    }),
  ];
  if (date > today) return wrong({ zh: `进展的日期 ${date} 在今天之后`, en: `${date} is after today` });
  if (told !== undefined && date < told)
    return wrong({
      zh: `进展的日期 ${date} 早于所引答复的 ${told}`,
      en: `${date} is before the reply that is quoted, ${told}`,
    });
  if (promised !== undefined && date < promised)
    return wrong({
      zh: `进展的日期 ${date} 早于承诺的 ${promised}`,
      en: `${date} is before the commitment, ${promised}`,
    });
  return [];
}
