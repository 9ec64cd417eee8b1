import { RESULT_LINK } from './search-results.ts';

/** Lets the arrow keys move between the box and the results, and Escape go back and clear. Enter needs no script. */
export function followKeys(page: HTMLElement, input: HTMLInputElement, clear: () => void): void {
  page.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      if (document.activeElement === input && input.value !== '') clear();
      else input.focus();
      event.preventDefault();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = Array.from(page.querySelectorAll<HTMLAnchorElement>(`[${RESULT_LINK}]`));
    const current = links.findIndex((link) => link.matches(':focus'));
    if (current < 0 && document.activeElement !== input) return;
    const next = current + (event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
    if (next < 0) input.focus();
    else links[Math.min(next, links.length - 1)]?.focus();
  });
}
