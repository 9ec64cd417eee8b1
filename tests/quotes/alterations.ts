import type { Locale } from '../../src/model/locale.ts';
import type { QuoteBundle, QuotedReply } from '../../src/quotes/bundle.ts';
import type { Random } from '../corpus/random.ts';
import { corpusDocuments } from '../search/corpus-documents.ts';

/** A made-up archive as the page that checks quotations loads it. */
export function corpusBundles(replies: number, locale: Locale): QuoteBundle[] {
  const quoted = corpusDocuments(replies, [locale]).map(
    ({ id, number = '', title, url, passages }): QuotedReply => ({
      ...{ id, number, title, url, former: [] },
      blocks: passages.map(({ anchor, text }) => ({ id: anchor, text })),
    }),
  );
  return [{ locale, year: '0000', replies: quoted }];
}

/** A quotation of some length from a random reply, of whole words where spaces divide them, and the id of that reply; undefined where the reply is shorter. */
export function randomQuotation(bundles: readonly QuoteBundle[], length: number, random: Random) {
  const reply = random.pick(bundles.flatMap(({ replies }) => replies));
  const text = reply.blocks.map((block) => block.text).join('\n');
  if (text.length < length) return undefined;
  const start = random.integer(0, text.length - length);
  const cut = text.slice(start, start + length);
  const spaces = cut.split(' ').length > length / 20;
  return { id: reply.id, text: spaces ? cut.slice(cut.indexOf(' '), cut.lastIndexOf(' ')) : cut };
}

type Alteration = (text: string, random: Random) => string;

/** How a quotation can come to differ from its source, with the share of characters it changes. */
export const ALTERATIONS: Readonly<Record<string, Alteration>> = {
  'one character replaced': (text, random) => replaceAt(text, random.integer(1, text.length - 2), '囗'),
  'one figure changed': (text) => text.replace(/\d/, (digit) => String((Number(digit) + 4) % 10)),
  'one in twenty replaced': (text, random) => [...text].map((one) => (random.chance(5) ? '囗' : one)).join(''),
  'one in eight replaced': (text, random) => [...text].map((one) => (random.chance(12) ? '囗' : one)).join(''),
  'a tenth left out in the middle': (text) =>
    text.slice(0, Math.floor(text.length * 0.45)) + text.slice(Math.floor(text.length * 0.55)),
  'words left out here and there': (text) => text.replace(/(.{23}).{3}/gs, '$1'),
  'words put in here and there': (text) => text.replace(/(.{24})/gs, '$1大家都'),
};

function replaceAt(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1);
}
