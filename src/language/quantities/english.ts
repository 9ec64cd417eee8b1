import { ENGLISH_NUMERAL } from '../../model/english-numeral.ts';
import { ENGLISH_FORMS, ENGLISH_WORDS } from './english-forms.ts';
import { MONEY, SIGN } from './english-numbers.ts';
import { MONTH } from './english-times.ts';
import { formReader } from './forms.ts';
import { joinClocks, type Quantity } from './quantity.ts';
import { withSense } from './sense.ts';
import { ENGLISH_SENSE } from './sense-words.ts';

const readForm = formReader(ENGLISH_FORMS, 60);
const NEXT = new RegExp(
  `(?<![\\p{L}\\d]|\\p{L}[\\d.]{0,20})(?:${ENGLISH_WORDS}|\\d|[\\[〔(（](?=\\s*\\d)|${MONEY}(?=\\d)|${MONTH}|${ENGLISH_NUMERAL})|(?<=\\p{L}[-–])\\d`,
  'giu',
);
const SIGNED = new RegExp(`${SIGN}$`, 'u');

/** The quantities of an English text in order. Every one has the value that it states: 44,700 mu, 900 million yuan, sixty-eight. */
export function readEnglishQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  let at = 0;
  while (at < text.length) {
    NEXT.lastIndex = at;
    const next = NEXT.exec(text);
    if (next === null) break;
    at = next.index;
    const match = readForm(text, at);
    if (match === undefined) {
      at += 1;
      continue;
    }
    const end = at + match.length;
    found.push({ ...match.reading, start: at, end, text: text.slice(at, end) });
    at = end;
  }
  return withSense(text, joinClocks(text, found), ENGLISH_SENSE).map((quantity) => signed(quantity, text));
}

/** A quantity with the sign before it, where it has one. */
function signed(quantity: Quantity, text: string): Quantity {
  if (!quantity.negative || !SIGNED.test(text.slice(Math.max(0, quantity.start - 2), quantity.start))) return quantity;
  const start = quantity.start - 1;
  return { ...quantity, start, text: text.slice(start, quantity.end) };
}
