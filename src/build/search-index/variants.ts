import { Converter } from 'opencc-js/t2cn';
import { byCodeUnit } from '../../model/order.ts';
import type { SearchDocument } from '../../model/search-document.ts';
import type { Variants } from '../../search/normalise.ts';

/** The blocks of Unicode in which a character is one UTF-16 unit: all that is typed. */
const BLOCKS = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const;

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/g;

/**
 * Characters of simplified Chinese that traditional texts also write for another one, in some of its words: 答覆, 部份, 計畫, 想像, 座標, 憑藉,
 * 瞭解, 著手, 隄防, 揹負. OpenCC knows most of these words one by one.
 */
const BY_WORD = ['覆复', '份分', '畫划', '像象', '座坐', '藉借', '瞭了', '著着', '隄堤', '揹背'];

/** The traditional characters that OpenCC knows simplified ones for, by code point. */
export function characterVariants(): Variants {
  const convert = Converter({ from: 't', to: 'cn' });
  let [traditional, simplified] = ['', ''];
  for (const [first, last] of BLOCKS)
    for (let code = first; code <= last; code += 1) {
      const character = String.fromCharCode(code);
      const other = convert(character);
      if (other === character || other.length !== 1) continue;
      traditional += character;
      simplified += other;
    }
  for (const [character = '', other = ''] of BY_WORD) {
    // What it is by itself comes first.
    if (!traditional.includes(character)) [traditional, simplified] = [traditional + character, simplified + character];
    traditional += character;
    simplified += other;
  }
  return { traditional, simplified };
}

/** A text with less of its Han characters in traditional ones is in simplified ones, and has them in a name or by chance (乾). */
const SHARE = 0.1;

/** Collects the characters of texts that are written in traditional ones: of whole documents, or of single texts in others. */
export function traditionalCharacters(): { add(document: SearchDocument): void; readonly all: () => string } {
  const { traditional, simplified } = characterVariants();
  const known = new Set(Array.from(traditional).filter((character, place) => character !== simplified.charAt(place)));
  for (const [character = ''] of BY_WORD) known.delete(character);
  const shared = new Set(simplified);
  const found = new Set<string>();
  const isTraditional = (text: string) => {
    const han = text.match(HAN) ?? [];
    const own = han.filter((character) => known.has(character)).length;
    return own > 1 && own >= han.length * SHARE;
  };
  return {
    add({ title, passages }) {
      const texts = [title, ...passages.map((passage) => passage.text)];
      const written = isTraditional(texts.join('')) ? texts : texts.filter(isTraditional);
      for (const character of written.join('')) if (known.has(character) || shared.has(character)) found.add(character);
    },
    all: () => [...found].sort().join(''),
  };
}

/** Characters of texts in traditional ones, each with the simplified one that a reader may type for it, sorted. */
export function pairsOf(characters: string): Variants {
  const { traditional, simplified } = characterVariants();
  const own = new Set(characters);
  const pairs = Array.from(traditional, (character, place) => [character, simplified.charAt(place)] as const).filter(
    ([character]) => own.has(character),
  );
  const known = new Set(pairs.map(([character]) => character));
  // What such texts share with simplified ones matters where one of theirs is written so too: 里 beside 裏.
  for (const other of new Set(pairs.map(([, typed]) => typed)))
    if (own.has(other) && !known.has(other)) pairs.push([other, other]);
  // Sorted by the character alone: of one that is there twice, the first pair stays first.
  pairs.sort(([one], [other]) => byCodeUnit(one, other));
  return {
    traditional: pairs.map(([character]) => character).join(''),
    simplified: pairs.map(([, typed]) => typed).join(''),
  };
}
