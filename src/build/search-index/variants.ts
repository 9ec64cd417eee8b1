import { Converter } from 'opencc-js/t2cn';
import type { Variants } from '../../search/variants.ts';

/** The blocks of Unicode in which a character is one UTF-16 unit: all that is typed. */
const BLOCKS = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const;

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
