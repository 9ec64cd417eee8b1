import { describe, expect, it } from 'vitest';
import { checkQuote } from '../../src/quotes/check.ts';
import { quoteCorpus } from '../../src/quotes/corpus.ts';
import { seededRandom } from '../corpus/random.ts';
import { ALTERATIONS, corpusBundles, randomQuotation } from './alterations.ts';

const SAMPLES = 8;
const bundles = { zh: corpusBundles(200, 'zh'), en: corpusBundles(200, 'en') };
const corpora = { zh: quoteCorpus(bundles.zh), en: quoteCorpus(bundles.en) };

describe.each([
  ['zh', [30, 120, 600, 2000]],
  // As many words, not letters.
  ['en', [60, 240, 1200, 2000]],
] as const)('in a made-up archive (%s)', (locale, lengths) => {
  const texts = new Map(
    bundles[locale].flatMap(({ replies }) =>
      replies.map((reply) => [reply.id, reply.blocks.map(({ text }) => text).join('')] as const),
    ),
  );
  const samples = (length: number) => {
    const random = seededRandom('recall', `${locale} ${length}`);
    return Array.from({ length: SAMPLES }, () => randomQuotation(bundles[locale], length, random)).filter(
      (sample) => sample !== undefined,
    );
  };

  it.each(lengths)('quotations of %d characters are exact as they stand', (length) => {
    for (const { id, text } of samples(length)) {
      const verdict = checkQuote(corpora[locale], text);
      // A quotation may begin in the middle of a word, which is an alteration of its own.
      if (verdict.kind !== 'exact') expect(verdict).toMatchObject({ kind: 'altered', agreement: 1 });
      else if (length > 100) expect(verdict.places.map(({ reply }) => reply.id)).toContain(id);
    }
  });

  describe.each(lengths)('of quotations of %d characters', (length) => {
    it.each(Object.entries(ALTERATIONS))('those with %s are altered', (_name, alter) => {
      const random = seededRandom('recall', 'alter');
      const missed = samples(length).filter(({ text }) => {
        const altered = alter(text, random);
        if (altered === text) return false;
        const verdict = checkQuote(corpora[locale], altered);
        if (verdict.kind !== 'altered') return true;
        // What is the same and what only the source has must be words of the one reply, in their order.
        const source = verdict.parts.filter(({ kind }) => kind !== 'quotation').map((part) => part.text);
        const plain = (words: string) => words.replace(/\s/g, '');
        const stands = texts.get(verdict.place.reply.id) ?? '';
        return !plain(stands).includes(plain(source.join('')));
      });
      expect(missed).toEqual([]);
    });
  });
});
