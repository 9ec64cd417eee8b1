/** The sentence of a reply that states an observation, in the language of the page, and where to read it. */
export interface SourceSentence {
  readonly observation: string;
  /** The reply's number as printed. */
  readonly replyNumber: string;
  /** The whole sentence, and in it the words that state the value. */
  readonly sentence: string;
  readonly exact: string;
  /** Where `exact` begins in `sentence`, counted in UTF-16 units. */
  readonly start: number;
  /** Address that lands on the sentence. */
  readonly href: string;
}

/** Source sentences with those that are the same joined: each sentence once, with every stated value in it. */
export function groupSentences(sources: readonly SourceSentence[]): {
  sentence: string;
  replyNumber: string;
  href: string;
  marks: { start: number; end: number; observation: string }[];
}[] {
  const groups = new Map<string, ReturnType<typeof groupSentences>[number]>();
  for (const { sentence, replyNumber, href, start, exact, observation } of sources) {
    const key = `${replyNumber}\n${sentence}`;
    const group = groups.get(key) ?? { sentence, replyNumber, href, marks: [] };
    group.marks.push({ start, end: start + exact.length, observation });
    groups.set(key, group);
  }
  for (const group of groups.values()) group.marks.sort((one, other) => one.start - other.start);
  return [...groups.values()];
}
