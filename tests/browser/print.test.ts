import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { useChineseFont } from './chinese-font.ts';
import { useBrowser } from './open.ts';

const open = useBrowser();

/** Millimetres in a PDF's point. */
const POINT = 25.4 / 72;

/** A line of type on a page, in millimetres from the page's upper left corner. */
interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where the line's letters stand. */
  readonly baseline: number;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

let sheets: Sheet[];
let title: unknown;
let language: unknown;
let outline: string[];

async function measure(bytes: Uint8Array): Promise<void> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const { info } = await pdf.getMetadata();
  title = 'Title' in info ? info.Title : undefined;
  language = 'Language' in info ? info.Language : undefined;
  const entries = await pdf.getOutline();
  outline = (entries ?? []).flatMap((entry) => [
    entry.title,
    ...entry.items.map((item: { title: string }) => item.title),
  ]);
  sheets = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const lines = new Map<number, Line>();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , , x = 0, y = 0] = item.transform as number[];
      const baseline = (height - y) * POINT;
      const key = Math.round(baseline);
      const before = lines.get(key);
      lines.set(key, {
        text: (before?.text ?? '') + item.str,
        left: Math.min(before?.left ?? Number.POSITIVE_INFINITY, x * POINT),
        right: Math.max(before?.right ?? 0, (x + item.width) * POINT),
        baseline,
      });
    }
    sheets.push({ width: width * POINT, height: height * POINT, lines: [...lines.values()] });
  }
}

describe('the Chinese reply on paper, in the letter format of GB/T 9704-2012', () => {
  beforeAll(async () => {
    await using shown = await open('zh/replies/2025-578/', { bypassCSP: true });
    await shown.page.emulateMedia({ media: 'print' });
    await useChineseFont(shown.page, [
      'FangSong',
      'SimHei',
      'KaiTi',
      'FZXiaoBiaoSong-B05S',
      'Songti SC',
      'Times New Roman',
    ]);
    await measure(
      await shown.page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }),
    );
  });

  const body = (number: number) =>
    (sheets[number - 1]?.lines ?? []).filter(({ text, baseline }) => baseline < 265 && !text.startsWith('—'));
  const full = (number: number) => body(number).filter(({ text }) => text.length >= 27);

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
    expect(lines[0]?.text).toBe('长治市规划和自然资源局');
    expect(lines[1]?.text).toMatch(/^\[2025\]\s*578号$/);
    expect(Math.abs((lines[1]?.right ?? 0) - 184)).toBeLessThan(1);
    expect(`${lines[2]?.text}${lines[3]?.text}`).toContain('关于市十五届人大五次会议第109号建议的答复');
  });

  test('reduces the matter of the site to one line', () => {
    const last = sheets.at(-1)?.lines.filter(({ text }) => text.includes('SHA-256')) ?? [];
    expect(last).toHaveLength(1);
    expect(last[0]?.text).toMatch(/^https:.*\/replies\/2025-578\/\s*2025-05-06\s*SHA-256\s*[0-9a-f]{64}$/);
    expect(sheets.flatMap(({ lines }) => lines).filter(({ text }) => /公开信息|目录|本站/.test(text))).toEqual([]);
  });

  test('has a title, a language and bookmarks', () => {
    expect(title).toContain('关于市十五届人大五次会议第109号建议的答复');
    expect(language).toBe('zh-Hans');
    expect(outline).toContain('一、持续加强绿色矿山建设');
  });
});
