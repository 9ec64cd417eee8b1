import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { numberFindings } from '../../../src/rules/pairs/numbers.ts';

/** A sentence of a kind: the Chinese, a right translation, and wrong ones. */
interface Sentence {
  readonly zh: string;
  readonly right: string;
  readonly wrong: readonly string[];
}

function sentencesOf(section: string): readonly [kind: string, sentences: readonly Sentence[]] {
  const [kind = '', ...lines] = section.split('\n');
  const entries = lines.join('\n').trim().split('\n\n');
  return [
    kind,
    entries.map((entry) => {
      const [zh = '', right = '', ...wrong] = entry.split('\n');
      return { zh, right, wrong: wrong.map((line) => line.replace(/^- /, '')) };
    }),
  ];
}

const KINDS = readFileSync(join(import.meta.dirname, 'fixtures/kinds.txt'), 'utf8')
  .split(/^== /m)
  .slice(1)
  .map(sentencesOf);

const told = (zh: string, other: string): readonly string[] => {
  const place = () => ({ file: 'x' });
  return numberFindings({ zh, other, zhPlace: place, otherPlace: place }).map(({ message }) => message.en);
};

describe.each(KINDS)('%s', (_kind, sentences) => {
  it.each(sentences)('is silent about $zh / $right', ({ zh, right }) => {
    expect(told(zh, right)).toEqual([]);
  });

  it.each(sentences.flatMap(({ zh, wrong }) => wrong.map((other) => ({ zh, other }))))(
    'tells what is wrong in $zh / $other',
    ({ zh, other }) => {
      expect(told(zh, other)).not.toEqual([]);
    },
  );
});
