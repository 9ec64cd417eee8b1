import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lackingIn } from '../../src/language/messages/index.ts';
import type { Locale } from '../../src/model/locale.ts';

const MESSAGES = join(import.meta.dirname, '../../src/language/messages');
const PSEUDO = 'qps' as Locale;

/** Every message of a subject that is a text, by its path. */
function texts(words: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

const subjects: (readonly [string, Readonly<Record<string, unknown>>])[] = [];
for (const name of readdirSync(MESSAGES).sort()) {
  const module: Record<string, unknown> = await import(join(MESSAGES, name));
  for (const [key, value] of Object.entries(module))
    if (typeof value === 'object' && value !== null && PSEUDO in value)
      subjects.push([key, value as Record<string, unknown>]);
}

describe('the pseudo-language', () => {
  it('has the subjects of the interface', () => {
    expect(subjects.length).toBeGreaterThan(15);
    expect(lackingIn(PSEUDO)).toEqual([]);
  });

  it.each(subjects)('has no word of %s that is left in English', (_, words) => {
    const plain = texts(words[PSEUDO], '').filter(([, text]) =>
      /[A-Za-z]{2}/.test(text.replace(/https?:\S+|`[^`]*`|&\w+;/g, '')),
    );
    expect(plain).toEqual([]);
  });

  it.each(subjects)('has as many words of %s as the English', (_, words) => {
    expect(texts(words[PSEUDO], '').map(([path]) => path)).toEqual(texts(words['en'], '').map(([path]) => path));
  });
});
