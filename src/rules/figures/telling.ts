import type { Place } from '../../errors.ts';
import type { Commitment } from '../../model/commitment.ts';
import { LOCALES, type Locale, originalWords, type Translated } from '../../model/locale.ts';
import type { DocumentFacts } from '../file-report.ts';
import { SITE_PATH } from '../layout.ts';
import { wordPlacer } from '../lines.ts';
import type { ReadSite, SiteDocument } from '../read-site.ts';
import type { Statement } from './claims.ts';
import type { DatasetSource } from './source.ts';
import { quoted, read, type Sources } from './statements.ts';

/** A text that tells of data or replies. */
export interface Telling {
  readonly text: string;
  readonly locale: Locale;
  readonly place: (words: string) => Place;
  readonly sources: () => readonly Statement[];
  /** What tells the times in it, where that is less than `sources`. */
  readonly times?: () => readonly Statement[];
  /** Whether it tells of these sources alone, or of anything: then it may state what nothing on the site does. */
  readonly of: 'sources' | 'anything';
}

const START_OF_SITE: Place = { file: SITE_PATH, line: 1, column: 1 };

/** Every text of a site that tells of data or replies, with what may state the figures in it. */
export function tellingsOf({ sources, datasets, commitments, documents, site }: ReadSite): Telling[] {
  return [
    ...datasets.flatMap((dataset) => ofDataset(dataset, sources)),
    ...commitments.flatMap(({ commitment, place }) => ofCommitment(commitment, place, sources)),
    ...documents.flatMap((document) => ofDocument(document, sources)),
    ...[site?.name, site?.description, ...(site?.topics ?? []).map(({ label }) => label)].flatMap((words) =>
      LOCALES.flatMap((locale) =>
        telling(words?.[locale], locale, () => START_OF_SITE, sources.everything, 'anything'),
      ),
    ),
  ];
}

function telling(
  text: string | undefined,
  locale: Locale,
  place: Telling['place'],
  sources: Telling['sources'],
  of: Telling['of'] = 'sources',
  times?: Telling['times'],
): Telling[] {
  return text === undefined || !/[\d０-９%一二三四五六七八九十百千万]|[a-z]/iu.test(text)
    ? []
    : [{ text, locale, place, sources, of, ...(times === undefined ? {} : { times }) }];
}

/** Words in several languages, each a text of its own. */
const inEach = (
  words: Translated | undefined,
  place: (locale: Locale) => Place,
  sources: Telling['sources'],
  of?: Telling['of'],
  times?: Telling['times'],
): Telling[] => LOCALES.flatMap((locale) => telling(words?.[locale], locale, () => place(locale), sources, of, times));

function ofDataset({ id, read: { value }, place }: DatasetSource, own: Sources): Telling[] {
  const sources = () => own.dataset(id);
  // What names a dataset says when its own values were so, and nothing else of the letter.
  const times = () => own.times(id);
  const at =
    (...path: readonly PropertyKey[]) =>
    (locale: Locale) =>
      place([...path, locale]);
  const { series = [], panels = [], notes = [], changelog = [], observations = [] } = value;
  return [
    ...(['title', 'span'] as const).flatMap((key) => inEach(value[key], at(key), sources, 'sources', times)),
    ...(['headline', 'measure', 'place'] as const).flatMap((key) => inEach(value[key], at(key), sources)),
    ...series.flatMap(({ label }, index) => inEach(label, at('series', index, 'label'), sources)),
    ...panels.flatMap(({ title }, index) => inEach(title, at('panels', index, 'title'), sources)),
    ...notes.flatMap((note, index) => inEach(note, at('notes', index), sources)),
    ...changelog.flatMap(({ note }, index) => inEach(note, at('changelog', index, 'note'), sources)),
    ...observations.flatMap(({ note }, index) => inEach(note, at('observations', index, 'note'), sources)),
  ];
}

function ofCommitment(
  { statement, measure, note, target, quote, progress }: Commitment,
  place: (...steps: readonly PropertyKey[]) => Place,
  { reply, dataset, everything }: Sources,
): Telling[] {
  const sources = () => [...reply(quote.reply), ...(target === undefined ? [] : dataset(target.split('/')[0] ?? ''))];
  const at =
    (...steps: readonly PropertyKey[]) =>
    (locale: Locale) =>
      place(...steps, locale);
  return [
    ...inEach(statement, at('statement'), sources),
    ...inEach(measure, at('measure'), sources),
    ...inEach(note, at('note'), sources),
    ...progress.flatMap((entry, index) =>
      inEach(entry.note, at('progress', index, 'note'), () => [...sources(), ...everything(), ...quoted(entry.quote)]),
    ),
  ];
}

function ofDocument(document: SiteDocument, { reply, dataset, everything }: Sources): Telling[] {
  const { facts } = document;
  const { id, locale, frontMatter, blocks } = facts;
  const at = (line: number) => wordPlacer(document, line);
  const head = (text: string | undefined) => (words: string) => at(1)(words === '' ? (text ?? '') : words);
  const body = (sources: Telling['sources'], of: Telling['of']) =>
    blocks.flatMap(({ text, line }) => telling(text, locale, at(line), sources, of));
  if (frontMatter === undefined) return [];
  switch (frontMatter.kind) {
    case 'translation': {
      const { title, summary } = frontMatter.value;
      return [title, summary].flatMap((text) => telling(text, locale, head(text), () => reply(id)));
    }
    case 'record': {
      const { corrections = [], answers = [] } = frontMatter.value;
      const own = () => reply(id);
      const line = (words: Translated) => () => at(1)(originalWords(words));
      return [
        ...corrections.flatMap(({ what, why }) => [what, why].flatMap((words) => inEach(words, line(words), own))),
        ...answers.flatMap(({ points }) =>
          (points ?? []).flatMap(({ point, quote }) =>
            inEach(point, line(point), () => [...own(), ...read(quote ?? '', locale, 'quote')], 'anything'),
          ),
        ),
      ];
    }
    case 'document': {
      const named = namedIn(facts);
      const sources = () => [...named.datasets.flatMap(dataset), ...named.replies.flatMap(reply)];
      // A standing page is about the whole site, whatever it links to.
      const isNone = facts.collection === 'pages' || named.datasets.length + named.replies.length === 0;
      const about = isNone ? everything : sources;
      const of = isNone ? 'anything' : 'sources';
      const { title, summary } = frontMatter.shown;
      return [...[title, summary].flatMap((text) => telling(text, locale, head(text), about, of)), ...body(about, of)];
    }
  }
}

/** The datasets and replies that a report takes figures from, draws, quotes or links to. */
export function namedIn({ components, links }: DocumentFacts): {
  readonly datasets: string[];
  readonly replies: string[];
} {
  const linked = (kind: string) =>
    links.flatMap(({ address }) => new RegExp(`/${kind}/([a-z0-9-]+)/`).exec(address)?.[1] ?? []);
  const datasets = components.flatMap(({ attributes }) => attributes['of']?.split('/')[0] ?? []);
  const replies = components.flatMap(({ attributes }) => attributes['reply'] ?? []);
  return {
    datasets: [...new Set([...datasets, ...linked('data')])],
    replies: [...new Set([...replies, ...linked('replies')])],
  };
}
