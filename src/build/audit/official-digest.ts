import { hash } from 'node:crypto';

/** White space as `\s` has it (ECMA-262, WhiteSpace and LineTerminator). */
const SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
/** The characters that Markdown gives a meaning. */
const MARKS = '#*_>|\\`~:+-';
/** Whether a text is compared without a UTF-16 unit: 1 for each that is left out. */
const IS_LEFT_OUT = new Uint8Array(0x10000);
for (const character of SPACE + MARKS) IS_LEFT_OUT[character.charCodeAt(0)] = 1;

/** A text as it is compared, in UTF-16 units: without white space and Markdown's marks. */
function comparedUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (IS_LEFT_OUT[unit] === 1) continue;
    units[count] = unit;
    count += 1;
  }
  return units.subarray(0, count);
}

/** The SHA-256 of a text as it is compared: equal for texts that count as the same. */
export const officialDigest = (text: string): string => hash('sha256', comparedUnits(text));

/** The words of a text around the first character in which another differs from it, both as they are compared. */
export function firstDifference(shown: string, source: string): string {
  const [own, other] = [comparedUnits(source), comparedUnits(shown)];
  const at = own.findIndex((unit, index) => unit !== other[index]);
  const from = at === -1 ? own.length : at;
  return String.fromCharCode(...own.subarray(Math.max(0, from - 6), from + 10));
}
