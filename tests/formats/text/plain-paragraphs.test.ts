import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphNode, phrasing, writeMarkdown } from '../../../src/formats/text/markdown.ts';
import { PARTS } from './parts.ts';

const OWN_PARTS = ['  ', 'http://a.b', 'www.', 'a@b.cn', '\n', '\t'];

test('a paragraph that is written as it stands is what the writer of Markdown gives', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS, ...OWN_PARTS), { minLength: 1, maxLength: 8 }), (parts) => {
      const value = parts.join('');
      const whole = { type: 'paragraph' as const, children: phrasing(value) };
      const next = { type: 'heading' as const, depth: 2 as const, children: [{ type: 'text' as const, value: '二' }] };
      expect(writeMarkdown([paragraphNode(value), next])).toBe(writeMarkdown([whole, next]));
    }),
    { numRuns: 5000, seed: 1 },
  );
});
