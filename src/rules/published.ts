import type { Finding, Place } from '../errors.ts';
import { isMasked } from '../model/masking.ts';
import { byCodeUnit, compareVersions } from '../model/order.ts';
import { textToRecord } from '../model/published.ts';
import { found, rule, SAMPLE_REPLY } from '../rule.ts';
import { on } from './checks.ts';
import type { DatasetSource } from './figures/source.ts';
import type { ReadSite, SiteDocument } from './read-site.ts';

const RECORDED = JSON.stringify(
  {
    id: '2024-7',
    texts: [
      {
        recorded: '2024-06-01',
        sha256: '0'.repeat(64),
        corrections: 0,
        head: [],
        blocks: [{ id: 'p2', kind: 'paragraph', text: '机井尚未修复。' }],
      },
    ],
  },
  null,
  2,
);

export const TEXT_CHANGED_SINCE = rule('published-text-changed', {
  severity: 'error',
  why: {
    zh: '已经公布的答复不能悄悄改动：每次更正都要写明日期、改了什么、为什么，网页上会显示。',
    en: 'What was published is not altered in silence: every correction says when, what and why, and the page shows it.',
  },
  examples: {
    bad: [{ kind: 'file', path: 'data/published/replies/2024-7.json', text: RECORDED }],
    good: [
      { kind: 'file', path: 'data/published/replies/2024-7.json', text: RECORDED },
      {
        kind: 'key',
        path: `${SAMPLE_REPLY}/zh.mdx`,
        text: 'corrections: [{ date: 2024-06-02, what: { zh: 改正第2段, en: Paragraph 2 corrected }, why: { zh: 漏字, en: A word was missing } }]',
      },
    ],
  },
  check: on('site', changedTexts),
});

export const DATASET_CHANGED_SINCE = rule('published-dataset-changed', {
  severity: 'error',
  why: {
    zh: '别人按版本号引用数据：同一版本的内容不能变。',
    en: 'Others cite data by version: what a version holds does not change.',
  },
  examples: {
    bad: [
      { kind: 'file', path: 'data/published/datasets/wells/1.0.0.json', text: '{ "id": "wells", "version": "1.0.0" }' },
    ],
    good: [
      { kind: 'file', path: 'data/published/datasets/wells/0.9.0.json', text: '{ "id": "wells", "version": "0.9.0" }' },
    ],
  },
  check: on('dataset', changedDataset),
});

export const PUBLISHED_GONE = rule('published-reply-gone', {
  severity: 'error',
  why: {
    zh: '公布过的答复不能直接删掉：引用它的链接会失效，也无从查考。',
    en: 'A reply that was published is not simply deleted: links to it would break and nobody could look it up.',
  },
  examples: {
    bad: [{ kind: 'file', path: 'data/published/replies/2023-1.json', text: RECORDED.replace('2024-7', '2023-1') }],
    good: [{ kind: 'absent', path: 'data/published/replies/2023-1.json', text: '' }],
  },
  check: on('site', goneReplies),
});

/** The texts that what was recorded of replies is compared with, by the replies' ids: the originals'. */
const originalsOf = ({ documents }: ReadSite): ReadonlyMap<string, readonly SiteDocument[]> =>
  Map.groupBy(
    documents.filter(({ facts }) => facts.collection === 'replies' && facts.frontMatter?.kind !== 'translation'),
    ({ facts }) => facts.id,
  );

function goneReplies(site: ReadSite): Finding[] {
  const originals = originalsOf(site);
  return site.publishedReplies.flatMap(({ path, published }) =>
    originals.has(published.id) ? [] : [gone(path, published.id)],
  );
}

/** Official texts that differ from what was published last and list no new correction. */
function changedTexts(site: ReadSite): Finding[] {
  const originals = originalsOf(site);
  return site.publishedReplies.flatMap(({ published }): Finding[] => {
    const reply = originals.get(published.id)?.[0];
    if (reply === undefined) return [];
    const last = published.texts.at(-1);
    const { frontMatter, blocks, unread } = reply.facts;
    if (last === undefined || unread || frontMatter?.kind !== 'record') return [];
    const { corrections, masked, withdrawn } = frontMatter.value;
    if (corrections === undefined || corrections.length > last.corrections) return [];
    // A record with a fault has no head to compare: its paragraphs are.
    const head = frontMatter.whole ? textToRecord(frontMatter.value, blocks, last.recorded).head : [];
    const formerHead = frontMatter.whole ? last.head : [];
    const before = [...formerHead, ...last.blocks.map(({ text }) => text)];
    const after = [...head, ...blocks.map(({ text }) => text)];
    if (before.join('\n') === after.join('\n')) return [];
    if (withdrawn !== undefined && onlyTakesAway({ head: formerHead, blocks: last.blocks }, { head, blocks }))
      return [];
    if (masked !== undefined && masked.length > 0 && isMaskedText(before, after)) return [];
    const at = after.findIndex((line, index) => line !== before[index]);
    const block = blocks[at - head.length];
    return [changed({ file: reply.path, line: block?.line ?? 1, column: 1 }, before[at], after[at], last.recorded)];
  });
}

/** Whether lines are former ones with characters of them masked, and nothing else changed. */
const isMaskedText = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((line, index) => isMasked(line, after[index] ?? ''));

/** What of a reply's text is compared. */
interface LettersText {
  readonly head: readonly string[];
  readonly blocks: readonly { readonly text: string }[];
}

/** Whether a text is a former one with some or all of its paragraphs left out: a withdrawal says why, and may not rewrite. */
function onlyTakesAway(former: LettersText, now: LettersText): boolean {
  const texts = new Set(former.blocks.map(({ text }) => text));
  return now.head.join('\n') === former.head.join('\n') && now.blocks.every(({ text }) => texts.has(text));
}

/** Characters of a text that a finding shows, some of them before the first that differs. */
const SHOWN = 30;
const SHOWN_BEFORE = 10;

/** A text around the first character in which it differs from another. */
function quote(text: string | undefined, other = ''): string {
  if (text === undefined) return '—';
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  const start = text.length <= SHOWN ? 0 : Math.max(0, Math.min(at - SHOWN_BEFORE, text.length - SHOWN));
  const end = start + SHOWN;
  return `“${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}”`;
}

function changed(place: Place, before: string | undefined, after: string | undefined, day: string): Finding {
  return found(
    TEXT_CHANGED_SINCE,
    place,
    {
      zh: `这份答复 ${day} 已经公布，正式文本与公布的不同：公布时是${quote(before, after)}，现在是${quote(after, before)}`,
      en: `this reply was published on ${day} with another text: it was ${quote(before, after)}, now it is ${quote(after, before)}`,
    },
    {
      zh: '误改的请改回；确需更正的，在字段 corrections 加一条：日期 date、改了什么 what、为什么 why（中英文）',
      en: 'undo a slip; for a correction add an entry to corrections: date, what and why, in both languages',
    },
  );
}

function gone(path: string, id: string): Finding {
  return found(
    PUBLISHED_GONE,
    { file: path },
    { zh: `公布过的答复“${id}”不见了`, en: `the reply “${id}” was published and is gone` },
    {
      zh: '请恢复它；要撤回时保留文件，在字段 withdrawn 写明日期和原因',
      en: 'bring it back; to withdraw it, keep the file and say when and why under withdrawn',
    },
  );
}

/** A dataset that differs from what was published under the same version. */
function changedDataset({ path, id, read, place }: DatasetSource, { publishedDatasets, textOf }: ReadSite): Finding[] {
  if (!read.whole) return [];
  const { version } = read.value;
  const versionPlace = () => place(['version']);
  const folder = `data/published/datasets/${id}/`;
  const later = publishedDatasets
    .filter((former) => former.path.startsWith(folder))
    .map((former) => former.path.slice(folder.length, -'.json'.length))
    .find((former) => compareVersions(version, former) < 0);
  if (later !== undefined) return [olderVersion(versionPlace(), id, version, later)];
  const same = publishedDatasets.find((former) => former.path === `${folder}${version}.json`);
  const value: unknown = same && JSON.parse(textOf(path).replace(/^\ufeff/, ''));
  if (same === undefined || canonical(same.value) === canonical(value)) return [];
  return [
    found(
      DATASET_CHANGED_SINCE,
      versionPlace(),
      {
        zh: `${id} 的 ${version} 版已经公布，内容却变了`,
        en: `version ${version} of ${id} was published with other contents`,
      },
      {
        zh: '误改的请改回；确需更正的，改版本号，并在 changelog 写明改了什么、为什么、依据哪份答复',
        en: 'undo a slip; for a correction give a new version and say in changelog what changed, why and by which reply',
      },
    ),
  ];
}

function olderVersion(place: Place, id: string, version: string, later: string): Finding {
  return found(
    DATASET_CHANGED_SINCE,
    place,
    {
      zh: `${id} 已经公布到 ${later} 版，现在写的却是更早的 ${version} 版`,
      en: `${id} was published up to version ${later}, but this is the earlier ${version}`,
    },
    {
      zh: '版本号只能往前走：请写更大的版本号，并在 changelog 写明改了什么、为什么、依据哪份答复',
      en: 'versions only go forward: give a greater one, and say in changelog what changed, why and by which reply',
    },
  );
}

/** JSON with its keys in one order: equal for equal values. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => byCodeUnit(one, other));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
