import { describe, expect, it } from 'vitest';
import { parseDocumentNumber, replyId } from '../../src/model/document-number.ts';

describe('a document number', () => {
  it.each([
    '[2025] 846号',
    '[2025] 846 号',
    '〔2025〕846号',
    '［2025］８４６号',
    '【2025】846号',
    '（2025）846号',
    '(2025)846',
    '2025-846',
    '2025年第846号',
    '2025 846',
    '〔2025〕第0846号',
  ])('%s is 846 of 2025', (text) => {
    expect(parseDocumentNumber(text)).toEqual({ series: '', year: 2025, serial: 846 });
  });

  it('keeps the series of the issuer', () => {
    expect(parseDocumentNumber('某规资函〔2024〕1号')).toEqual({ series: '某规资函', year: 2024, serial: 1 });
  });

  it.each(['846号', '2025', '', '二〇二五年', '〔25〕846号', '2025-5-6', '2025-1234567'])('%s is none', (text) => {
    expect(parseDocumentNumber(text)).toBeUndefined();
  });

  it('gives the folder of a reply', () => {
    expect(replyId({ year: 2025, serial: 846 })).toBe('2025-846');
  });
});
