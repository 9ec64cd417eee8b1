import type { Block } from './block.ts';
import type { TextQuote } from './dataset.ts';
import { type Locale, languageOf } from './locale.ts';

/** The place of a quote: a half-open range of UTF-16 offsets in a block's text. */
export interface QuoteMatch {
  readonly block: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Every place in the blocks where the exact words are between the given prefix and suffix, both directly adjacent (W3C
 * Web Annotation Data Model, 4.2.4 Text Quote Selector). A match lies within one block.
 */
export function findQuote(blocks: readonly Pick<Block, 'id' | 'text'>[], quote: TextQuote): QuoteMatch[] {
  const { exact, prefix = '', suffix = '' } = quote;
  const needle = prefix + exact + suffix;
  return blocks.flatMap(({ id, text }) => {
    const matches: QuoteMatch[] = [];
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
      const start = at + prefix.length;
      matches.push({ block: id, start, end: start + exact.length });
    }
    return matches;
  });
}

/** Whether two matches share a character. */
export function overlap(one: QuoteMatch, other: QuoteMatch): boolean {
  return one.block === other.block && one.start < other.end && other.start < one.end;
}

/** Words of a reply that a quote may have meant, and the block they are in. */
export interface Candidate {
  readonly block: string;
  readonly text: string;
}

const MOST_CANDIDATES = 3;
/** Below this share of a quote's characters and pairs a sentence has nothing to do with it. */
const LEAST_SHARE = 0.3;
/** Characters of a sentence that are shown; longer ones are cut around what they share. */
const SHOWN = 60;

/** A text's characters and overlapping pairs of them, white space left out. */
function pieces(text: string): Set<string> {
  const bare = [...text.replace(/\s+/g, '')];
  return new Set([...bare, ...bare.slice(1).map((character, index) => `${bare[index]}${character}`)]);
}

const sentences = (text: string): string[] =>
  text.split(/(?<=[。！？；])|(?<=[.!?;])\s+|\n/).filter((sentence) => sentence.trim() !== '');

/**
 * The sentences most similar to words that are not in the text, the most similar first: what an author probably meant.
 * Empty where nothing is similar.
 */
export function nearestSentences(blocks: readonly Pick<Block, 'id' | 'text'>[], words: string): Candidate[] {
  const wanted = pieces(words);
  const scored = blocks.flatMap(({ id, text }) =>
    sentences(text).map((sentence) => {
      const own = pieces(sentence);
      const shared = [...wanted].filter((piece) => own.has(piece)).length / wanted.size;
      return { block: id, text: cutAround(sentence.trim(), wanted), shared };
    }),
  );
  const best = Math.max(LEAST_SHARE, ...scored.map(({ shared }) => shared * 0.8));
  return scored
    .filter(({ shared }) => shared >= best)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, MOST_CANDIDATES)
    .map(({ block, text }) => ({ block, text }));
}

/** A sentence, or the part of a long one that shares most pieces with what was looked for. */
function cutAround(sentence: string, wanted: ReadonlySet<string>): string {
  const characters = [...sentence];
  if (characters.length <= SHOWN) return sentence;
  const hits = characters.map((character, index) => (wanted.has(character + (characters[index + 1] ?? '')) ? 1 : 0));
  let inWindow = 0;
  let [at, most] = [0, -1];
  for (const [index, hit] of hits.entries()) {
    inWindow += hit - (hits[index - SHOWN] ?? 0);
    if (inWindow > most) [at, most] = [Math.max(0, index - SHOWN + 1), inWindow];
  }
  // The window ends with the last shared pair: half of what is before it is of less use than what follows.
  const from = Math.min(at + SHOWN / 4, characters.length - SHOWN);
  const shown = characters.slice(from, from + SHOWN).join('');
  return `${from > 0 ? '…' : ''}${shown}${from + SHOWN < characters.length ? '…' : ''}`;
}

/** Each place of a quote with the words around it, so that an author can copy what only one of them has. */
export function placesInContext(
  blocks: readonly Pick<Block, 'id' | 'text'>[],
  matches: readonly QuoteMatch[],
): Candidate[] {
  return matches.slice(0, MOST_CANDIDATES).map(({ block, start, end }) => {
    const text = blocks.find(({ id }) => id === block)?.text ?? '';
    const [before, after] = [text.slice(Math.max(0, start - 12), start), text.slice(end, end + 12)];
    return { block, text: `${start > 12 ? '…' : ''}${before}【${text.slice(start, end)}】${after}` };
  });
}

/** Where sentences end: marks of scripts without spaces, and those of others before a space. */
const SENTENCE_END = { Han: /[。！？；]/g, others: /[.!?؟۔](?=\s)/g } as const;

/** The bounds of the sentence around a range: after the last end of a sentence before it, through the first after it. */
export function sentenceAround(text: string, start: number, end: number, locale: Locale): [number, number] {
  const ends = [...text.matchAll(SENTENCE_END[languageOf(locale).script === 'Han' ? 'Han' : 'others'])].map(
    (match) => match.index + match[0].length,
  );
  const from = ends.filter((at) => at <= start).at(-1) ?? 0;
  const to = ends.find((at) => at >= end) ?? text.length;
  return [from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0), to];
}

/**
 * A sentence of no more characters than this is named whole: its first clause alone, such as “To date,”, may occur
 * elsewhere too. A longer one is named by its first and last clause.
 */
const WHOLE = 400;

/**
 * The fragment of an address that leads to a paragraph and has the browser highlight a sentence of it
 * (https://wicg.github.io/scroll-to-text-fragment/). A browser that cannot find the sentence still goes to the
 * paragraph. Clauses are cut at commas (not that of 3,200), since a match has to begin and end at word boundaries.
 */
export function sentenceFragment(block: string, sentence: string): string {
  const words = sentence.trim();
  const clauses = words.split(/(?<=[，、：；]|[,:;](?=\s))/u).filter((clause) => /\p{L}|\p{N}/u.test(clause));
  const [first = words] = clauses;
  const last = clauses.at(-1) ?? words;
  const whole = words.length <= WHOLE || clauses.length < 2;
  return `${block}:~:text=${whole ? encoded(words) : `${encoded(first)},${encoded(last)}`}`;
}

/** A dash, a comma and an ampersand mean something in a text fragment. */
function encoded(words: string): string {
  return encodeURIComponent(words.trim()).replaceAll('-', '%2D');
}
