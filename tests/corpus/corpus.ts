import { stringify } from 'yaml';
import type { Locale } from '../../src/model/locale.ts';
import { blockMarkdown } from './blocks.ts';
import { corpusGlossary, corpusSite } from './bureau.ts';
import { corpusDataset, datasetCount } from './figures.ts';
import { corpusPages } from './pages.ts';
import { type CorpusReply, corpusReply } from './reply.ts';
import { corpusSlots, corpusYears } from './schedule.ts';

/** What a corpus is made from: the same settings give the same bytes. */
export interface CorpusSettings {
  readonly replies: number;
  readonly seed: string;
  readonly languages: readonly Locale[];
}

/** One file of a root that `dafu build --root` takes; `path` is relative to it. */
export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

const YAML_OPTIONS = { lineWidth: 0 } as const;

/** Leaves out what is empty, as a person who writes a record does. */
function withoutEmpty(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

function replyFile({ id, record, translation, blocks }: CorpusReply, locale: Locale): CorpusFile {
  const front =
    locale === 'zh' ? { ...withoutEmpty(record), answers: withoutEmpty(record.answers) } : withoutEmpty(translation);
  const body = blocks.map((block) => blockMarkdown(block, locale)).join('\n\n');
  return {
    path: `content/replies/${id}/${locale}.mdx`,
    text: `---\n${stringify(front, YAML_OPTIONS)}---\n\n${body}\n`,
  };
}

/** All replies of a corpus, one at a time. */
export function* corpusReplies({ seed, replies }: Pick<CorpusSettings, 'seed' | 'replies'>): Generator<CorpusReply> {
  for (const slot of corpusSlots(replies)) yield corpusReply(seed, replies, slot);
}

/** All files of a corpus, one at a time. Reads no disk and no clock. */
export function* corpusFiles(settings: CorpusSettings): Generator<CorpusFile> {
  const { replies, seed, languages } = settings;
  const datasets = datasetCount(replies);
  const lastYear = corpusYears(replies).at(-1);
  const keyFigures = Array.from({ length: Math.min(datasets, 3) }, (_, i) => `restored-area-${i + 1}/done-${lastYear}`);
  yield { path: 'content/site.yaml', text: stringify(corpusSite(languages, keyFigures), YAML_OPTIONS) };
  yield { path: 'content/glossary.yaml', text: stringify(corpusGlossary(), YAML_OPTIONS) };
  yield* corpusPages(languages);
  for (let number = 1; number <= datasets; number += 1) {
    const dataset = corpusDataset(seed, replies, number);
    yield { path: `data/${dataset.id}.json`, text: `${JSON.stringify(dataset, null, 2)}\n` };
  }
  for (const reply of corpusReplies(settings)) {
    for (const locale of languages) yield replyFile(reply, locale);
  }
}
