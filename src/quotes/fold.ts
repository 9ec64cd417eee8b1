import { foldWords } from './words.ts';

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

/** A text as it is compared, and for each of its units where it stood in the text as written. */
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
