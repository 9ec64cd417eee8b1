import { describe, expect, test } from 'vitest';
import { canonicalQuery, mentionedNumbers } from '../../src/search/document-numbers.ts';

describe('a document number in any form', () => {
  test.each([
    ['〔2025〕578号', '2025-578'],
    ['[2025] 578', '2025-578'],
    ['［２０２５］５７８号', '2025-578'],
    ['【2025】第578号', '2025-578'],
    ['(2025)0578号', '2025-578'],
    ['2025年578号', '2025-578'],
    ['2025年第578号', '2025-578'],
    ['2025-578', '2025-578'],
    ['2025 578', '2025-578'],
    ['虚规资〔2025〕578号', '虚规资2025-578'],
    ['No. 578 [2025]', '2025-578'],
    ['[2025] No. 578', '2025-578'],
    ['Reply No. 578 of 2025', '2025-578'],
  ])('%s', (text, expected) => {
    expect(canonicalQuery(text)).toBe(expected);
  });

  test.each(['578号', '4.47万亩', '2025年', '2025-05-06', '绿色矿山', '0355-2021855'])('%s is none', (text) => {
    expect(canonicalQuery(text)).toBeUndefined();
  });
});

test('numbers that a text mentions are found with and without their series', () => {
  const mentioned = mentionedNumbers('根据《通知》（自然资规〔2024〕1号）精神');
  expect(mentioned).toContain('2024-1');
  expect(mentioned).toContain('自然资规2024-1');
  expect(mentionedNumbers('2025年完成4.47万亩')).toEqual([]);
});
