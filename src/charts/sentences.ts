import { chartWords } from '../language/messages/charts.ts';
import type { Dataset, Panel } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import { hasValue, type MarkOptions, panelMarks } from './marks.ts';

/** A panel's values in one plain sentence, generated from the observations alone: the chart's label for those who do not see it. */
export function describePanel(dataset: Dataset, panel: Panel, options: MarkOptions): string {
  const { locale } = options;
  const words = chartWords[locale];
  const marks = panelMarks(dataset, panel, options);
  if (!marks.some(hasValue)) return words.empty;
  const series = [...new Set(marks.map((mark) => mark.series))];
  const parts = series.map((id) => {
    const own = marks.filter((mark) => mark.series === id);
    const label = own[0]?.label ?? id;
    const valued = own.filter(hasValue);
    const alike = new Set(valued.map((mark) => mark.kind)).size < 2;
    // A kind shared by all values is said once; where kinds differ, each value says its own, results too.
    const values = valued.map((mark, index) => {
      const kind = alike ? (index === 0 ? words.kindBefore[mark.kind] : '') : words.kindAmongOthers[mark.kind];
      return words.periodValue(mark.periodLabel, kind + mark.text);
    });
    return words.pair(label, values.length === 0 ? words.noFigure : words.list(values));
  });
  const sentence = words.join(parts);
  return panel.title ? words.titled(panel.title[locale], sentence) : sentence;
}

/** The sentence of a reply that states an observation, cut around the words themselves. */
export interface SourceSentence {
  /** The language of the sentence: a reply that is not translated is quoted in Chinese. */
  readonly locale: Locale;
  readonly replyName: string;
  readonly before: string;
  readonly exact: string;
  readonly after: string;
  /** Address that lands on the sentence. */
  readonly href: string;
  /** The id of the observation that it states, where a page links the two. */
  readonly of?: string;
}

/** A sentence with every stated value in it marked. */
interface MarkedSentence {
  readonly locale: Locale;
  readonly replyName: string;
  readonly href: string;
  readonly pieces: readonly { readonly text: string; readonly marked: boolean; readonly of?: string | undefined }[];
}

/** Source sentences with those that are the same joined: each sentence once, in the order given, all its values marked. */
export function markSentences(sources: Iterable<SourceSentence>): MarkedSentence[] {
  const groups = new Map<string, { first: SourceSentence; text: string; marks: StatedWords[] }>();
  for (const source of sources) {
    const text = source.before + source.exact + source.after;
    const key = `${source.replyName}\n${text}`;
    const group = groups.get(key) ?? { first: source, text, marks: [] };
    const start = source.before.length;
    group.marks.push({ start, end: start + source.exact.length, of: source.of });
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first, text, marks }) => ({
    locale: first.locale,
    replyName: first.replyName,
    href: first.href,
    pieces: cut(text, marks),
  }));
}

/** Where the words that state an observation are in a sentence. */
interface StatedWords {
  readonly start: number;
  readonly end: number;
  readonly of: string | undefined;
}

function cut(text: string, marks: readonly StatedWords[]): MarkedSentence['pieces'] {
  const pieces: MarkedSentence['pieces'][number][] = [];
  let from = 0;
  for (const { start, end, of } of marks.toSorted((one, other) => one.start - other.start)) {
    pieces.push({ text: text.slice(from, start), marked: false }, { text: text.slice(start, end), marked: true, of });
    from = end;
  }
  return [...pieces, { text: text.slice(from), marked: false }].filter((piece) => piece.text !== '');
}
