import type { Page } from 'playwright-core';

/** A stop of the Tab key. */
export interface Stop {
  /** The element and its words. */
  readonly what: string;
  /** Whether an outline of 2 pixels or more is drawn for it: on it, on what is laid over it, or on its label. */
  readonly outlined: boolean;
  /** Whether it is in the window, whole or as much of it as the window holds. */
  readonly inSight: boolean;
}

/** Everything that Tab comes to in a page, from its top to its end, in order. */
export async function walk(page: Page): Promise<readonly Stop[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo({ top: 0, behavior: 'instant' });
  });
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(describeFocus);
    if (stop === null) return stops;
    stops.push(stop);
    if (stops.length > 1000) throw new Error('Tab does not come to the end of the page');
  }
}

/** What Tab should come to: one of each group of radio buttons, and every other shown control and link. */
export function expectedStops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input:not(:disabled, [type=hidden]), select, textarea, summary, [tabindex="0"]',
    );
    const shown = Array.from(all).filter((element) => element.checkVisibility({ visibilityProperty: true }));
    const radios = shown.filter((element) => element instanceof HTMLInputElement && element.type === 'radio');
    const groups = new Set(
      radios.map(
        (radio) => `${(radio as HTMLInputElement).form?.outerHTML.length} ${(radio as HTMLInputElement).name}`,
      ),
    );
    return shown.length - radios.length + groups.size;
  });
}

function describeFocus(): Stop | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const outline = (style: CSSStyleDeclaration) =>
    style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
  const label = element.closest('label');
  const box = element.getBoundingClientRect();
  return {
    what: `${element.tagName.toLowerCase()}.${element.className} ${(element.ariaLabel ?? element.textContent).trim().slice(0, 40)}`,
    outlined:
      outline(getComputedStyle(element)) ||
      outline(getComputedStyle(element, '::after')) ||
      (label !== null && outline(getComputedStyle(label))),
    inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}
