import type { Page } from 'playwright-core';

/** What can be pressed, followed or filled in. */
const INTERACTIVE = 'a[href], button, input:not([type=hidden]), select, textarea, summary';

/**
 * What is smaller than `size` CSS pixels each way, of all that can be pressed and is shown: its words and its measures.
 * A link in a line of text is excused (WCAG 2.2, 2.5.5), and so is what only the keyboard brings into sight. Where a target
 * is larger than its box, by its label or by a pseudo-element, what a finger meets is asked of the page.
 */
export function smallTargets(page: Page, size: number): Promise<readonly string[]> {
  return page.evaluate(
    ({ selector, size }) => {
      const small: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>(selector)) {
        if (!element.checkVisibility({ visibilityProperty: true }) || element.matches('.skip-link')) continue;
        if (inText(element)) continue;
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const [width, height] = [reach(element, 1, 0), reach(element, 0, 1)];
        if (width < size || height < size)
          small.push(`${element.tagName.toLowerCase()} ${name(element)}: ${width} × ${height}`);
      }
      return small;

      /** A link, or a mark of a term or figure, that stands in a line with other words. */
      function inText(element: HTMLElement): boolean {
        if (element.closest('dfn, data, time, .noted')) return true;
        if (getComputedStyle(element).display !== 'inline') return false;
        const block = element.closest('p, li, dd, dt, td, th, blockquote, figcaption, caption, h2, h3, legend');
        return block !== null && block.textContent.trim().length > element.textContent.trim().length;
      }

      /** How many pixels in a row, through the middle of an element, belong to it, up to `size` and a bit. */
      function reach(element: HTMLElement, across: number, down: number): number {
        const box = element.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const own = (at: number) => {
          const met = document.elementFromPoint(x + at * across, y + at * down);
          const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
          return met !== null && (element.contains(met) || label?.contains(met) === true);
        };
        let [from, to] = [0, 0];
        while (to < size && own(to + 1)) to += 1;
        while (to - from < size && own(from - 1)) from -= 1;
        // A box that ends between two pixels is as wide as it is.
        return Math.max(to - from + 1, Math.round(across ? box.width : box.height));
      }

      function name(element: HTMLElement): string {
        return (element.ariaLabel ?? element.textContent).trim().slice(0, 40);
      }
    },
    { selector: INTERACTIVE, size },
  );
}
