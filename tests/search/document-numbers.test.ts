import { describe, expect, test } from 'vitest';
import { canonicalQuery, mentionedNumbers } from '../../src/search/document-numbers.ts';

describe('a document number in any form', () => {
  test.each([
    ['〔2025〕846号', '2025-846'],
    ['[2025] 846', '2025-846'],
    ['［２０２５］８４６号', '2025-846'],
    ['【2025】第846号', '2025-846'],
    ['(2025)0846号', '2025-846'],
    ['2025年846号', '2025-846'],
    ['2025年第846号', '2025-846'],
    ['2025-846', '2025-846'],
    ['2025 846', '2025-846'],
    ['虚规资〔2025〕846号', '虚规资2025-846'],
    ['临水建字〔2024〕15-1号', '临水建字2024-15-1'],
    ['〔2024〕15号之一', '2024-15-1'],
    ['No. 846 [2025]', '2025-846'],
    ['[2025] No. 846', '2025-846'],
    ['Reply No. 846 of 2025', '2025-846'],
  ])('%s', (text, expected) => {
    expect(canonicalQuery(text)).toBe(expected);
  });

  test.each(['846号', '4.47万亩', '2025年', '2025-05-06', '绿色矿山', '0355-2021855'])('%s is none', (text) => {
    expect(canonicalQuery(text)).toBeUndefined();
  });
});

test('numbers that a text mentions are found with and without their series', () => {
  const mentioned = mentionedNumbers('根据《通知》（自然资规〔2024〕1号）精神');
  expect(mentioned).toContain('2024-1');
  expect(mentioned).toContain('自然资规2024-1');
  expect(mentionedNumbers('见虚水建〔2025〕12-1号。')).toContain('虚水建2025-12-1');
  expect(mentionedNumbers('见虚水建〔2025〕12-1号。')).not.toContain('2025-12');
  expect(mentionedNumbers('2025年完成4.47万亩')).toEqual([]);
});
