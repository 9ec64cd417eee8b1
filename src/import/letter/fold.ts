import { Converter } from 'opencc-js/t2cn';

/** Signs that letters use for one another, each of one code unit and folded to one code unit. */
const SIGNS: Readonly<Record<string, string>> = {
  '[': '〔',
  '【': '〔',
  '﹝': '〔',
  '］': '〔',
  ']': '〕',
  '】': '〕',
  '﹞': '〕',
  '『': '“',
  '「': '“',
  '〝': '“',
  '』': '”',
  '」': '”',
  '〞': '”',
  '‟': '“',
  '〈': '《',
  '﹤': '《',
  '〉': '》',
  '﹥': '》',
  '﹙': '(',
  '﹚': ')',
  '︰': ':',
  '﹕': ':',
  '∶': ':',
  '—': '-',
  '–': '-',
  '－': '-',
  '─': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '•': '·',
  '・': '·',
  '‧': '·',
  '．': '.',
  '～': '~',
  〇: '〇',
  '○': '〇',
  '◯': '〇',
  '◦': '〇',
};

const simplified = Converter({ from: 't', to: 'cn' });

/** One code unit without its width and with one form of its sign. */
function foldUnit(unit: string): string {
  const sign = SIGNS[unit];
  if (sign !== undefined) return sign;
  const code = unit.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) {
    const ascii = String.fromCharCode(code - 0xfee0);
    return SIGNS[ascii] ?? ascii;
  }
  return /\s/u.test(unit) ? ' ' : unit;
}

/** Straight quotation marks as opening and closing ones by turns, where they come in pairs. */
function pairQuotes(text: string): string {
  const parts = text.split('"');
  if (parts.length === 1 || parts.length % 2 === 0) return text;
  return parts.map((part, index) => (index === 0 ? '' : index % 2 === 1 ? '“' : '”') + part).join('');
}

/**
 * A text as patterns read it: brackets, widths, quotation marks and traditional characters made one. Its code units stand
 * where those of the text do, so that a place found in it is a place in the text.
 */
export function fold(text: string): string {
  const plain = pairQuotes(text.split('').map(foldUnit).join(''));
  const characters = simplified(plain);
  return characters.length === plain.length ? characters : plain;
}

/** A folded text without its spaces, for lines whose characters are spaced out. */
export function foldTight(text: string): string {
  return fold(text).replace(/ +/g, '');
}

/** A folded line without spaces around it, and with one for several: for patterns of whole lines. */
export function foldLine(text: string): string {
  return fold(text).replace(/ +/g, ' ').trim();
}

/** A text with full-width digits and Latin letters as the usual ones: １５ → 15. Signs stay; code units stand where they stood. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
