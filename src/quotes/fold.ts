/** Marks that are one and the same to whoever compares quotations: kinds of quotes, brackets, dashes and dots. */
const SAME: Readonly<Record<string, string>> = {
  '"': "“”„‟«»「」『』〝〞＂‘’‚‛＇'`´",
  '(': '（［〔【[｛{〈<《',
  ')': '）］〕】]｝}〉>》',
  '-': '—–‐‑‒―－−─',
  '.': '。．…·・',
  '~': '～〜∼',
};

/** A white space or control character has this value in the table: it is dropped. */
const DROPPED = 0;

/**
 * For each UTF-16 unit what it is compared as: width folded (NFKC), marks of one kind made the same, white space and
 * invisible characters dropped (0). A character that NFKC makes several of stays itself.
 */
function foldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit += 1) {
    const character = String.fromCharCode(unit);
    const surrogate = unit >= 0xd800 && unit <= 0xdfff;
    const folded = surrogate ? character : character.normalize('NFKC');
    const kept = folded.length === 1 ? folded : character;
    table[unit] = /[\s\p{Cc}\p{Cf}]/u.test(character) ? DROPPED : kept.charCodeAt(0);
  }
  for (const [mark, kinds] of Object.entries(SAME)) {
    for (const kind of kinds) table[kind.charCodeAt(0)] = mark.charCodeAt(0);
  }
  return table;
}

/** A text as it is compared, and for each of its units where it was in the text as written. */
export interface FoldedText {
  readonly units: Uint16Array;
  readonly offsets: Uint32Array;
}

/** How the texts of a language are compared: character by character, or word by word where words stand apart. */
export type Comparison = 'characters' | 'words';

/** Folds texts for a comparison. */
export function folding(comparison: Comparison): (text: string) => FoldedText {
  if (comparison === 'words') return foldWords;
  const table = foldTable();
  return (text) => foldCharacters(text, table);
}

/** Folds a text by the table of `foldTable`. */
function foldCharacters(text: string, table: Uint16Array): FoldedText {
  const units = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = table[text.charCodeAt(at)] ?? DROPPED;
    if (unit === DROPPED) continue;
    units[length] = unit;
    offsets[length] = at;
    length += 1;
  }
  return { units: units.subarray(0, length), offsets: offsets.subarray(0, length) };
}

/**
 * A word with the marks inside it (don’t, 5.7, 1,000), a sign that belongs to a number, or “per cent”, which is one. All else that
 * stands between words only divides them: whoever quotes puts commas inside quotation marks and takes line breaks along.
 */
const WORD =
  /per\s?cent(?!\p{L})|(?:\p{N}+(?:[.,．，]\p{N}+)*)?[\p{L}\p{M}\p{N}\p{Cf}]+(?:['’ʼ＇][\p{L}\p{M}\p{Cf}]+)*|\p{N}+(?:[.,．，]\p{N}+)*|[%‰¥￥$€£°+=<>]|[-−–](?=\p{N})/giu;
const SIGN = /^[-−–]/u;
const IN_WORD = /[\p{L}\p{N}]$/u;

/** Whether a word is “per cent”, however it is written. */
const PER_CENT = /^per\s?cent$/iu;
const APOSTROPHE = /['’ʼ＇]/u;
/** A comma that groups thousands: 5,700. */
const GROUPING = /[,，](?=\p{N}{3}(?!\p{N}))/gu;

/** A character of a word as it is compared: width, case and ligatures folded, accents apart, invisible characters gone. */
function foldCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  if (APOSTROPHE.test(character)) return "'";
  return character
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '');
}

/**
 * Folds a text whose words stand apart, such as English, to its words in lower case with a space after each, so that neither capitals,
 * quotation marks, punctuation nor line breaks make two texts differ, and words never run together.
 */
function foldWords(text: string): FoldedText {
  const units: number[] = [];
  const offsets: number[] = [];
  const add = (folded: string, offset: number) => {
    for (let at = 0; at < folded.length; at += 1) {
      units.push(folded.charCodeAt(at));
      offsets.push(offset);
    }
  };
  for (const { 0: word, index } of text.matchAll(WORD)) {
    // A hyphen between two words is no sign of a number.
    if (SIGN.test(word) && IN_WORD.test(text.slice(Math.max(0, index - 2), index))) continue;
    const grouping = new Set(word.includes(',') ? Array.from(word.matchAll(GROUPING), (comma) => comma.index) : []);
    let at = 0;
    if (PER_CENT.test(word)) add('%', index);
    else
      for (const character of word) {
        if (!grouping.has(at)) add(foldCharacter(character), index + at);
        at += character.length;
      }
    if (units.length > 0) add(' ', index + word.length);
  }
  return { units: Uint16Array.from(units), offsets: Uint32Array.from(offsets) };
}

/** A hyphen before white space: where a line of a pasted page may end within a word, agri-⏎cultural. */
const HYPHEN = /[-‐\u00ad]\s+(?=\p{L})/gu;
/** Letters on each side of a hyphen that are taken for a word's. */
const LONGEST_HALF = 32;

/** A quotation with the words put together that a line end had broken, where `isWord` knows the whole word. */
export const withWholeWords = (quotation: string, isWord: (word: string) => boolean): string =>
  quotation.replace(HYPHEN, (hyphen, at: number) => {
    if (!hyphen.includes('\n')) return hyphen;
    const before =
      quotation
        .slice(Math.max(0, at - LONGEST_HALF), at)
        .split(/\P{L}/u)
        .at(-1) ?? '';
    const from = at + hyphen.length;
    const [after = ''] = quotation.slice(from, from + LONGEST_HALF).split(/\P{L}/u);
    return before !== '' && isWord(before + after) ? '' : hyphen;
  });
