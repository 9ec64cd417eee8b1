import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, nearestEnd } from '../../src/quotes/align.ts';

/** The fewest changes that make a quotation of some piece of a text, by the table that textbooks fill (Sellers, 1980). */
function fewestChanges(quote: string, text: string): number {
  let row = Array.from({ length: text.length + 1 }, () => 0);
  for (let at = 1; at <= quote.length; at += 1) {
    const next = [at];
    for (let column = 1; column <= text.length; column += 1) {
      const same = quote[at - 1] === text[column - 1] ? 0 : 1;
      next.push(Math.min((row[column - 1] ?? 0) + same, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(...row);
}

const words = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('一', '二', '三', 'a'), minLength: 1, maxLength });

describe('the nearest piece of a text', () => {
  it('needs as few changes as a full comparison finds, and its steps are that piece and that quotation', () => {
    fc.assert(
      fc.property(words(90), words(140), (quote, text) => {
        const { start, end, distance, steps } = align(quote, text);
        expect(distance).toBe(fewestChanges(quote, text));
        expect(nearestEnd(quote, text)).toEqual({ distance, end });
        let source = start;
        let quoted = 0;
        for (const step of steps) {
          if (step === 'same') expect(quote[quoted]).toBe(text[source]);
          if (step === 'other') expect(quote[quoted]).not.toBe(text[source]);
          if (step !== 'quotation') source += 1;
          if (step !== 'source') quoted += 1;
        }
        expect([source, quoted]).toEqual([end, quote.length]);
        expect(steps.filter((step) => step !== 'same')).toHaveLength(distance);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('of a text without anything in common is nothing, and every character is the quotation’s own', () => {
    expect(align('甲乙', 'xyz')).toEqual({ start: 0, end: 0, distance: 2, steps: ['quotation', 'quotation'] });
  });
});
