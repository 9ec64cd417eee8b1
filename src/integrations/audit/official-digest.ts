import { hash } from 'node:crypto';

/** White space, and the characters that Markdown gives a meaning; official texts are not compared by them. */
const SPACE_OR_MARK = /[\s#*_>|\\`~:+-]/g;

/** Every UTF-16 unit, in order. */
const UNITS = Buffer.from(Uint16Array.from({ length: 0x10000 }, (_, unit) => unit).buffer).toString('utf16le');
const LEFT_OUT: ReadonlySet<number> = new Set(UNITS.matchAll(SPACE_OR_MARK).map(({ index }) => index));
/** Whether a text is compared without a unit: 1 for each that is left out. */
const IS_LEFT_OUT = Uint8Array.from({ length: 0x10000 }, (_, unit) => Number(LEFT_OUT.has(unit)));

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
