import { Converter } from 'opencc-js/t2cn';
import type { SearchDocument } from '../../model/search-document.ts';
import type { Variants } from '../../search/normalise.ts';

/** The blocks of Unicode in which a character is one UTF-16 unit: all that is typed. */
const BLOCKS = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const;

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/g;

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
  return { traditional, simplified };
}

/** A text with less of its Han characters in traditional ones is in simplified ones, and has them in a name or by chance (乾). */
const SHARE = 0.1;

/** Collects the characters of texts that are written in traditional ones: of whole documents, or of single texts in others. */
export function traditionalCharacters(): { add(document: SearchDocument): void; readonly all: () => string } {
  const { traditional, simplified } = characterVariants();
  const [known, shared] = [new Set(traditional), new Set(simplified)];
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
  const typed = new Map(Array.from(traditional, (character, place) => [character, simplified.charAt(place)]));
  const own = [...new Set(characters)].sort();
  const replaced = new Set(own.filter((character) => typed.has(character)).map((character) => typed.get(character)));
  // What such texts share with simplified ones matters where one of theirs is written so too: 里 beside 裏.
  const kept = own.filter((character) => typed.has(character) || replaced.has(character));
  return {
    traditional: kept.join(''),
    simplified: kept.map((character) => typed.get(character) ?? character).join(''),
  };
}
