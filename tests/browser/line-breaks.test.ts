import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useFontsFromNpm } from './chinese-font.ts';
import { useBrowser } from './open.ts';

const open = useBrowser();

/** Signs that begin no line (GB/T 15834). */
const NEVER_FIRST = /^[、，。；：！？）〕》〉】”’%‰]/;
/** Signs that end none. */
const NEVER_LAST = /[（〔《〈【“‘]$/;
/** A number with what it counts, whatever that is, and the number of a document. */
const KEPT =
  /[〔[]\d{4}[〕\]] ?\d+号|\d+月\d+日|第\d+\p{Script=Han}|\d+(?:\.\d+)?[十百千万亿]{0,2}(?:[%‰]|\p{Script=Han})/gu;

/** The lines of each element as the browser breaks them, by where its characters stand. */
function linesOf(page: Page, selector: string): Promise<readonly (readonly string[])[]> {
  return page.evaluate(
    (selected) =>
      [...document.querySelectorAll(selected)].map((block) => {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        const own: string[] = [''];
        let bottom = Number.NaN;
        while (walker.nextNode()) {
          const { currentNode: node } = walker;
          if (node.parentElement?.closest('.asides, .unseen, details:not([open]) > :not(summary)')) continue;
          for (let at = 0; at < (node.textContent?.length ?? 0); at += 1) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const [box] = range.getClientRects();
            if (box === undefined) continue;
            // The next line begins below the middle of this one.
            if (box.top > bottom) own.push('');
            bottom = box.top + box.height / 2;
            own[own.length - 1] += node.textContent?.[at] ?? '';
          }
        }
        return own.map((line) => line.trim());
      }),
    selector,
  );
}

/** Where lines end that must not: within a number, after an opening or before a closing sign. */
function wrongBreaks(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.flatMap((lines) => {
    const whole = lines.join('');
    const ends = lines.map((_, index) => lines.slice(0, index + 1).join('').length).slice(0, -1);
    const cut = [...whole.matchAll(KEPT)].filter(({ 0: words, index }) =>
      ends.some((end) => end > index && end < index + words.length),
    );
    return [
      ...cut.map(([words]) => words),
      ...lines.filter((line) => NEVER_FIRST.test(line)),
      ...lines.slice(0, -1).filter((line) => NEVER_LAST.test(line)),
    ];
  });
}

const LETTER = 'h1, .letterhead .title, .official-text > :is(p, h2, h3, h4), .official-text li';
const PAGES = [
  ['zh/replies/2025-86/', LETTER],
  ['zh/replies/2024-7/', LETTER],
  ['zh/replies/2025-9-4-s42/', LETTER],
  ['bilingual/replies/2025-86/', `.half-original :is(${LETTER})`],
  ['zh/replies/', '.reply-list-title, .reply-list-answers, .reply-list-facts > *'],
  ['zh/commitments/', '.commitment-chart .statement, .commitments-table tbody tr[id] th'],
  ['zh/search/?q=%E6%B8%A0%E9%81%93', '.search-result h3, .search-passages a'],
] as const;

describe.each(['screen', 'print'] as const)('on %s', (media) => {
  const pages = media === 'print' ? PAGES.filter(([, selector]) => selector === LETTER) : PAGES;
  test.each(pages)('no line of %s ends where it must not, at any width', async (path, selector) => {
    await using shown = await open(path, { width: 1280, bypassCSP: true });
    const { page } = shown;
    await page.emulateMedia({ media });
    await useFontsFromNpm(page);
    await page.locator(selector).first().waitFor();
    const wrong: Record<number, readonly string[]> = {};
    let lines = 0;
    for (const width of [320, 360, 390, 412, 480, 600, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const blocks = await linesOf(page, selector);
      lines += blocks.flat().length;
      const found = wrongBreaks(blocks);
      if (found.length > 0) wrong[width] = found;
    }
    expect(lines).toBeGreaterThan(10);
    expect(wrong).toEqual({});
  });
});

test.each([
  [['共5.7', '万亩'], ['5.7万亩']],
  [['虚水函〔2025〕', '36号'], ['〔2025〕36号']],
  [['11月', '23日'], ['11月23日']],
  [['甲', '、乙'], ['、乙']],
  [['称“', '节水”'], ['称“']],
  [['甲、', '2026年'], []],
])('a break in %j is told', (lines, found) => {
  expect(wrongBreaks([lines])).toEqual(found);
});
