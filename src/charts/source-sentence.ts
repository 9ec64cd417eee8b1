import type { Locale } from '../model/locale.ts';

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
}

/** A sentence with every stated value in it marked. */
export interface MarkedSentence {
  readonly locale: Locale;
  readonly replyName: string;
  readonly href: string;
  readonly pieces: readonly { readonly text: string; readonly marked: boolean }[];
}

/** Source sentences with those that are the same joined: each sentence once, in the order given, all its values marked. */
export function markSentences(sources: Iterable<SourceSentence>): MarkedSentence[] {
  const groups = new Map<string, { first: SourceSentence; text: string; marks: [number, number][] }>();
  for (const source of sources) {
    const text = source.before + source.exact + source.after;
    const key = `${source.replyName}\n${text}`;
    const group = groups.get(key) ?? { first: source, text, marks: [] };
    group.marks.push([source.before.length, source.before.length + source.exact.length]);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first, text, marks }) => ({
    locale: first.locale,
    replyName: first.replyName,
    href: first.href,
    pieces: cut(text, marks),
  }));
}

function cut(text: string, marks: [number, number][]): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  let from = 0;
  for (const [start, end] of marks.sort((one, other) => one[0] - other[0])) {
    pieces.push({ text: text.slice(from, start), marked: false }, { text: text.slice(start, end), marked: true });
    from = end;
  }
  return [...pieces, { text: text.slice(from), marked: false }].filter((piece) => piece.text !== '');
}
