import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { writePdfs } from '../../src/release/printing/pdf.ts';
import { useChineseFont, useFontsFromNpm } from './chinese-font.ts';
import { useBrowser } from './open.ts';
import { POINT, type Printed, readPrinted, type Sheet } from './printed-sheets.ts';

const open = useBrowser();
const PAPER = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } as const;

/** What every sheet of a demonstration says. */
const DEMONSTRATION = /^(?:本站为演示|This site is a demonstration)/;

/** The lines of a page between its margins, without the page's number and what a demonstration says of itself. */
const bodyOf = (sheet: Sheet | undefined) =>
  (sheet?.lines ?? []).filter(
    ({ text, baseline }) => baseline < 265 && !text.startsWith('—') && !DEMONSTRATION.test(text),
  );

describe('the Chinese reply on paper, in the letter format of GB/T 9704-2012', () => {
  let sheets: readonly Sheet[];

  beforeAll(async () => {
    await using shown = await open('zh/replies/2025-86/', { bypassCSP: true });
    await shown.page.emulateMedia({ media: 'print' });
    await useChineseFont(shown.page, [
      'FangSong',
      'SimHei',
      'KaiTi',
      'FZXiaoBiaoSong-B05S',
      'Songti SC',
      'Times New Roman',
    ]);
    ({ sheets } = await readPrinted(await shown.page.pdf(PAPER)));
  });

  const body = (number: number) => bodyOf(sheets[number - 1]);
  const full = (number: number) => body(number).filter(({ text }) => text.length >= 27);

  test('says on every sheet that it is a demonstration', () => {
    expect(sheets.length).toBeGreaterThan(1);
    for (const { lines } of sheets) expect(lines.filter(({ text }) => text.includes('本站为演示'))).toHaveLength(1);
  });

  test('is A4', () => {
    for (const { width, height } of sheets) {
      expect(Math.abs(width - 210)).toBeLessThan(1);
      expect(Math.abs(height - 297)).toBeLessThan(1);
    }
  });

  test('has 22 lines on page 2, on a pitch of 225 / 22 mm', () => {
    const baselines = body(2).map(({ baseline }) => baseline);
    expect(baselines).toHaveLength(22);
    const [first = 0] = baselines;
    expect(((baselines.at(-1) ?? 0) - first) / 21).toBeCloseTo(225 / 22, 1);
  });

  test('keeps the margins to 1 mm: 28 mm at the left, 26 mm at the right, 37 mm above, 35 mm below', () => {
    const indent = 2 * 15.75 * POINT;
    for (const { left } of body(2)) {
      expect(Math.min(Math.abs(left - 28), Math.abs(left - 28 - indent))).toBeLessThan(1);
    }
    const whole = full(2).filter(({ text }) => !text.endsWith('。'));
    expect(whole.length).toBeGreaterThan(5);
    for (const { right } of whole) expect(Math.abs(right - (28 + 156))).toBeLessThan(1);
    // A line's box reaches above and below its letters: the first box begins at 37 mm, the last ends at 262 mm.
    const [first = 0] = body(2).map(({ baseline }) => baseline);
    const last = body(2).at(-1)?.baseline ?? 0;
    const belowBaseline = 37 + 225 - last;
    const aboveBaseline = first - 37;
    expect(aboveBaseline + belowBaseline).toBeCloseTo(225 / 22, 0);
    expect(aboveBaseline).toBeGreaterThan(belowBaseline);
    expect(belowBaseline).toBeGreaterThan(0);
  });

  test('has 28 characters to a full line of Han characters', () => {
    const han = sheets
      .flatMap((_, index) => full(index + 1))
      .filter(({ text }) => /^[\p{Script=Han}\u3001-\u3011\uFF00-\uFF65]+$/u.test(text));
    expect(han.length).toBeGreaterThan(5);
    expect(Math.max(...han.map(({ text }) => text.length))).toBe(28);
    const whole = han.filter(({ text }) => text.length === 28);
    expect(whole.length).toBeGreaterThan(han.length / 2);
  });

  test('numbers its pages on the outer side, between dashes, and page 1 not at all', () => {
    const numbers = sheets.map(({ lines }) => lines.find(({ text }) => /^—\s*\d+\s*—$/.test(text)));
    expect(numbers[0]).toBeUndefined();
    for (const [index, number] of numbers.slice(1).entries()) {
      const page = index + 2;
      expect(number?.text).toBe(`— ${page} —`);
      // One character of the page number's size, 14 pt, in from the edge of the type area.
      const inset = 14 * POINT;
      if (page % 2 === 0) expect(Math.abs((number?.left ?? 0) - 28 - inset)).toBeLessThan(1);
      else expect(Math.abs(184 - inset - (number?.right ?? 0))).toBeLessThan(1);
    }
  });

  test('begins with the issuer, then the number flush right, then the title', () => {
    const lines = sheets[0]?.lines ?? [];
    expect(lines[0]?.text).toBe('虚构市水务局');
    expect(lines[1]?.text).toMatch(/^\[2025\]\s*86号$/);
    expect(Math.abs((lines[1]?.right ?? 0) - 184)).toBeLessThan(1);
    expect(`${lines[2]?.text}${lines[3]?.text}`).toContain('关于市九届人大三次会议第62号建议的答复');
  });

  test('reduces the matter of the site to one line', () => {
    const last = sheets.at(-1)?.lines.filter(({ text }) => text.includes('SHA-256')) ?? [];
    expect(last).toHaveLength(1);
    expect(last[0]?.text).toMatch(/^https:.*\/replies\/2025-86\/\s*2025-05-06\s*SHA-256\s*[0-9a-f]{64}$/);
    expect(sheets.flatMap(bodyOf).filter(({ text }) => /公开信息|目录|本站/.test(text))).toEqual([]);
  });
});

describe('the English reply on paper, in the same spirit', () => {
  let sheets: readonly Sheet[];

  beforeAll(async () => {
    await using shown = await open('en/replies/2025-86/', { bypassCSP: true });
    await shown.page.emulateMedia({ media: 'print' });
    await useFontsFromNpm(shown.page);
    ({ sheets } = await readPrinted(await shown.page.pdf(PAPER)));
  });

  test('has the margins of the Chinese letter to 1 mm', () => {
    for (const { left } of bodyOf(sheets[1])) expect(Math.abs(left - 28)).toBeLessThan(1);
    for (const { right } of bodyOf(sheets[1])) expect(right).toBeLessThan(28 + 156 + 1);
    const baselines = bodyOf(sheets[1]).map(({ baseline }) => baseline);
    expect(Math.min(...baselines)).toBeGreaterThan(37);
    expect(Math.max(...baselines)).toBeLessThan(37 + 225);
  });

  test('sets its lines on a pitch of 225 / 36 mm', () => {
    const baselines = bodyOf(sheets[1]).map(({ baseline }) => baseline);
    const pitch = 225 / 36;
    // Between paragraphs half a line more; a browser sets each line on a whole pixel, 0.26 mm.
    for (const [index, baseline] of baselines.slice(1).entries()) {
      const lines = (baseline - (baselines[index] ?? 0)) / pitch;
      expect(Math.min(Math.abs(lines - 1), Math.abs(lines - 1.5)) * pitch).toBeLessThan(0.3);
    }
  });

  test('numbers its pages on the outer side, but for the first', () => {
    const numbers = sheets.map(({ lines }) => lines.find(({ text }) => /^—\s*\d+\s*—$/.test(text)));
    expect(numbers[0]).toBeUndefined();
    expect(numbers[1]?.left).toBeLessThan(50);
    expect(numbers[2]?.right).toBeGreaterThan(160);
  });

  test('says in one line what it is, where it stands, and its hash', () => {
    const line = sheets.at(-1)?.lines.filter(({ text }) => /SHA-256|governs/.test(text)) ?? [];
    expect(line.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Translation; .* 2025-05-06\s+SHA-256\s+[0-9a-f]{64}$/),
    ]);
  });
});

describe('what `dafu pdf` writes', () => {
  const printed = new Map<string, Printed>();

  beforeAll(async () => {
    const to = mkdtempSync(join(tmpdir(), 'dafu-pdf-'));
    const files = await writePdfs({ root: dirname(inject('dist')), out: inject('dist'), to, ids: ['2025-86'] });
    for (const file of files) printed.set(basename(file), await readPrinted(readFileSync(file)));
    rmSync(to, { recursive: true });
  });

  test('is a file for each language', () => {
    expect([...printed.keys()]).toEqual(['2025-86.zh.pdf', '2025-86.en.pdf']);
  });

  test.each([
    ['2025-86.zh.pdf', 'zh-Hans', '关于市九届人大三次会议第62号建议的答复', '一、持续加强节水灌区建设'],
    [
      '2025-86.en.pdf',
      'en',
      'Reply to Suggestion No. 62',
      '1. Continuing to strengthen the construction of water-saving schemes',
    ],
  ])('%s has its language, title, bookmarks and tags', (file, language, title, heading) => {
    const found = printed.get(file);
    expect(found?.language).toBe(language);
    expect(found?.title).toContain(title);
    expect(found?.outline).toContain(heading);
    for (const role of ['H1', 'H2', 'P', 'L', 'LI']) expect(found?.roles).toContain(role);
  });
});
