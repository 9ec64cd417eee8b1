import { describe, expect, test } from 'vitest';
import { askedNames, askerNameIn } from '../../src/model/askers.ts';

/** A reply to one document, and what its English calls the body and who asked. */
const reply = (body: string, english: string | undefined, proposers: string[] = [], others: string[] = []) => ({
  record: { answers: [{ body, proposers }] },
  translations: english === undefined ? {} : { en: { answers: [{ body: english, proposers: others }] } },
});

describe('a body', () => {
  test('is called as most translations call it', () => {
    const name = askedNames(
      [reply('市人大', 'City Congress'), reply('市人大', 'City Congress'), reply('市人大', 'The Congress')],
      'en',
      'body',
    );
    expect(name('市人大')).toBe('City Congress');
  });

  test('has no name that no letter gives', () => {
    const name = askedNames([reply('市人大', undefined)], 'en', 'body');
    expect([name('市人大'), name('县政协'), name(undefined)]).toEqual([undefined, undefined, undefined]);
  });

  test('that is called as another is told from it by what is printed', () => {
    const name = askedNames([reply('市人大', 'City Congress'), reply('本市人大', 'City Congress')], 'en', 'body');
    expect(name('市人大')).toBe('City Congress (市人大)');
  });
});

describe('somebody who asked', () => {
  const asked = (...of: Parameters<typeof reply>) => [{ reply: reply(...of), index: 0 }];

  test('is called as the letter’s translation does', () => {
    expect(askerNameIn(asked('市人大', 'x', ['甲代表', '乙代表'], ['Deputy A', 'Deputy B']), '乙代表', 'en')).toBe(
      'Deputy B',
    );
  });

  test('has no name where the translation names fewer or none', () => {
    expect(askerNameIn(asked('市人大', 'x', ['甲代表', '乙代表'], ['Deputy A']), '甲代表', 'en')).toBeUndefined();
    expect(askerNameIn(asked('市人大', undefined, ['甲代表']), '甲代表', 'en')).toBeUndefined();
  });
});
