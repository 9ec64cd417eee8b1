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
    '[2025] No. 846',
    '(2025) No 846',
    '2025年第846号',
    '2025 846',
    '〔2025〕第0846号',
  ])('%s is 846 of 2025', (text) => {
    expect(parseDocumentNumber(text)).toEqual({ series: '', year: 2025, serial: 846 });
  });

  it.each([
    ['某规资函〔2024〕1号', '某规资函', 2024, 1, undefined],
    ['临水建字〔2024〕15号', '临水建字', 2024, 15, undefined],
    ['临水建字〔2024〕15-1号', '临水建字', 2024, 15, 1],
    ['〔2024〕15—2号', '', 2024, 15, 2],
    ['临水函〔2024〕15号之一', '临水函', 2024, 15, 1],
    ['临水函〔2024〕15之3号', '临水函', 2024, 15, 3],
    ['教建字〔2023〕7号', '教建字', 2023, 7, undefined],
    ['临水函〔２０２４〕１５号', '临水函', 2024, 15, undefined],
    ['临水函（2024）第015号', '临水函', 2024, 15, undefined],
    ['临水函〔 2024 〕 15 号', '临水函', 2024, 15, undefined],
    ['临水函﹝2024﹞15號', '临水函', 2024, 15, undefined],
    ['临水函《2024》15号', '临水函', 2024, 15, undefined],
    ['临水函〔2024年〕15号', '临水函', 2024, 15, undefined],
    ['临水函2024年第15号', '临水函', 2024, 15, undefined],
    ['临水函第〔2024〕15号', '临水函', 2024, 15, undefined],
    ['(2024)临水函第15号', '临水函', 2024, 15, undefined],
    ['临水函〔2024〕15', '临水函', 2024, 15, undefined],
    ['临水函〔2024〕B15号', '临水函B', 2024, 15, undefined],
    ['临水函〔二〇二四〕第十五号', '临水函', 2024, 15, undefined],
    ['临水函[2024]一百二十号', '临水函', 2024, 120, undefined],
    ['临水函〔2024〕二十三号', '临水函', 2024, 23, undefined],
  ])('%s is series %s, %d, %d, %s', (text, series, year, serial, sub) => {
    expect(parseDocumentNumber(text)).toEqual({ series, year, serial, ...(sub === undefined ? {} : { sub }) });
  });

  it.each([
    '846号',
    '2025',
    '',
    '二〇二五年',
    '〔25〕846号',
    '2025-5-6',
    '2025-1234567',
    '2024年5月6日',
    '2024年完成15',
    '临水函',
  ])('%s is none', (text) => {
    expect(parseDocumentNumber(text)).toBeUndefined();
  });

  it('gives the folder of a reply', () => {
    expect(replyId({ year: 2025, serial: 846 })).toBe('2025-846');
    expect(replyId({ year: 2025, serial: 846, sub: 1 })).toBe('2025-846-1');
  });
});
