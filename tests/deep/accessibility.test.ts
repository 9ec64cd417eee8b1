import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../browser/open.ts';
import { templatePages } from '../dist/site.ts';

const open = useBrowser();
const WIDTHS = [320, 768, 1440];
const THEMES = ['light', 'dark'] as const;

const SETTINGS = WIDTHS.flatMap((width) => THEMES.map((colorScheme) => ({ width, colorScheme })));
const pages = templatePages();
const framed = pages.filter(({ template }) => template !== 'none');

describe.each(SETTINGS)('at $width px, $colorScheme', (setting) => {
  test.each(pages)('nothing is found against $template in $language', async ({ path }) => {
    await using shown = await open(path, setting);
    const { violations } = await new AxeBuilder({ page: shown.page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
    expect(await sideways(shown.page)).toBe(0);
  });
});

describe('on 1280 px at 400 %', () => {
  test.each(pages)('$template in $language does not scroll sideways', async ({ path }) => {
    await using shown = await open(path, { width: 320 });
    expect(await sideways(shown.page)).toBe(0);
  });
});

describe('by keyboard', () => {
  test.each(framed)('everything of $template in $language is reached, and shows it', async ({ path }) => {
    await using shown = await open(path);
    const expected = await shown.page.evaluate(() => {
      const groups = new Set<string>();
      return [
        ...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, summary, [tabindex="0"]'),
      ]
        .filter(
          (element) =>
            element.checkVisibility({ visibilityProperty: true }) &&
            element.tabIndex >= 0 &&
            !element.matches(':disabled'),
        )
        .filter((element) => {
          // One stop for all radio buttons of a name.
          if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
          const first = !groups.has(element.name);
          groups.add(element.name);
          return first;
        }).length;
    });
    const unseen: string[] = [];
    let reached = 0;
    for (let step = 0; step < expected + 20; step += 1) {
      await shown.page.keyboard.press('Tab');
      const focus = await focusShown(shown.page);
      if (focus === undefined) break;
      reached += 1;
      if (!focus.visible) unseen.push(focus.what);
    }
    expect(unseen).toEqual([]);
    expect(reached).toBeGreaterThanOrEqual(expected);
  });
});

describe('in forced colours', () => {
  test.each(framed)('$template in $language keeps its words apart from its ground', async ({ path }) => {
    await using shown = await open(path, { forcedColors: 'active' });
    const { violations } = await new AxeBuilder({ page: shown.page }).withRules(['color-contrast']).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await shown.page.keyboard.press('Tab');
    expect((await focusShown(shown.page))?.visible).toBe(true);
  });
});

describe('for who wants less motion', () => {
  test.each(framed)('nothing of $template in $language moves', async ({ path }) => {
    await using shown = await open(path, { reducedMotion: 'reduce' });
    const moving = await shown.page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
          return (
            animationName !== 'none' ||
            transitionDuration.split(', ').some((time) => time !== '0s') ||
            scrollBehavior === 'smooth'
          );
        }).length,
    );
    expect(moving).toBe(0);
  });
});

describe.each([
  { size: '', least: 44 },
  { size: 'elders', least: 60 },
])('targets, with text size “$size”', ({ size, least }) => {
  test.each(framed)(`in $template in $language are ${least} px, but in running text`, async ({ path }) => {
    await using shown = await open(path, { width: 390 });
    if (size !== '') {
      await shown.page.evaluate((chosen) => localStorage.setItem('reading', JSON.stringify({ size: chosen })), size);
      await shown.page.reload();
    }
    expect(await smallTargets(shown.page, least)).toEqual([]);
  });
});

describe('names', () => {
  test.each(framed)(
    '$template in $language: whatever is in the other script says its language',
    async ({ path, language }) => {
      await using shown = await open(path);
      const foreign = await shown.page.evaluate((tag) => {
        const chinese = /\p{Script=Han}/u;
        const latin = /[A-Za-z]{3,}(?:\s+[A-Za-z]{2,}){3,}/;
        const found: string[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const parent = node.parentElement;
          if (!parent || parent.closest('script, style, noscript, code, pre')) continue;
          const own = parent.closest('[lang]')?.getAttribute('lang') ?? tag;
          const text = node.textContent ?? '';
          if (own === 'en' ? chinese.test(text) : !chinese.test(text) && latin.test(text))
            found.push(text.trim().slice(0, 60));
        }
        for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')) {
          const own = element.closest('[lang]')?.getAttribute('lang') ?? tag;
          for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
            const text = element.getAttribute(name) ?? '';
            if (own === 'en' ? chinese.test(text) : !chinese.test(text) && latin.test(text))
              found.push(`${name}: ${text}`);
          }
        }
        return found;
      }, language);
      expect(foreign).toEqual([]);
    },
  );
});

/** By how many pixels a page is wider than its window. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What has the focus, and whether an outline or a change of its ground shows it; nothing after the last stop. */
function focusShown(page: Page): Promise<{ what: string; visible: boolean } | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const outlined = (one: Element | null) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    const { width, height } = element.getBoundingClientRect();
    const visible =
      (outlined(element) || outlined(element.nextElementSibling) || outlined(element.closest('label'))) &&
      width * height > 0;
    return {
      what: `${element.tagName} ${element.id || element.className} ${element.textContent?.trim().slice(0, 30)}`,
      visible,
    };
  });
}

/**
 * The targets below a size, with how large they are. Those in a line of text are excused (WCAG 2.2, 2.5.5), and so are
 * those that are only shown to whoever comes to them by keyboard.
 */
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((size) => {
    const inText = (element: Element) => {
      const block = element.closest('p, li, dd, dt, td, th, figcaption, label, small, blockquote, .official-text');
      const own = element.textContent?.trim() ?? '';
      return (
        getComputedStyle(element).display === 'inline' && block !== null && (block.textContent?.trim() ?? '') !== own
      );
    };
    return [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, summary')]
      .filter(
        (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !inText(element),
      )
      .map((element) => {
        const target = element.closest('label') ?? element;
        const { height, width } = target.getBoundingClientRect();
        return { element, height, width };
      })
      .filter(({ height, width }) => width > 1 && height > 1 && height < size - 0.5)
      .map(
        ({ element, height }) =>
          `${element.tagName} .${element.className} “${element.textContent?.trim().slice(0, 24)}” ${Math.round(height)}`,
      );
  }, least);
}
