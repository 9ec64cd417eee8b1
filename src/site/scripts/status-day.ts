/*
 * Makes what a page says of commitments true on the day it is read: the day itself, what has fallen due since the page was built,
 * and the days left. Without script the page says the day that it was built for.
 */
import { daysBetween } from '../../language/days.ts';

const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);
/** `YYYY-MM-DD` in Beijing, where every document of the site is dated; Swedish writes days so. */
const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format();
/** The day in the page's language, in the order of day, month and year where that language has several: 150 is Europe. */
const inWords = new Intl.DateTimeFormat(`${document.documentElement.lang}-150`, { dateStyle: 'long', timeZone: 'UTC' });

/** Where a machine's clock is behind the build, the page stays as it was built. */
if ([...all('[data-status-day]')].every((day) => (day.getAttribute('datetime') ?? '') < today)) {
  for (const day of all('[data-status-day]')) {
    day.setAttribute('datetime', today);
    day.textContent = inWords.format(Date.parse(today));
  }
  for (const strip of all('[data-dues]')) {
    const dues = strip.dataset['dues']?.split(' ').filter(Boolean) ?? [];
    const late = dues.filter((due) => due < today).length;
    for (const [kind, count] of [
      ['due', late],
      ['not-due', dues.length - late],
    ] as const) {
      const cell = strip.querySelector(`[data-outlook="${kind}"]`);
      if (cell) cell.textContent = String(count);
    }
    const next = [...strip.querySelectorAll<HTMLElement>('[data-due]')];
    const first = next.find(({ dataset }) => (dataset['due'] ?? '') >= today);
    for (const one of next) one.hidden = one !== first;
  }
  for (const one of all('[data-due]')) {
    const left = daysBetween(today, one.dataset['due'] ?? today);
    for (const days of one.querySelectorAll('[data-days]')) days.textContent = String(left);
    const status = one.querySelector<HTMLElement>('[data-when-due]');
    one.classList.toggle('late', left < 0);
    for (const words of one.querySelectorAll<HTMLElement>('[data-left]')) words.hidden = left < 0;
    if (left >= 0) continue;
    if (status) status.textContent = status.dataset['whenDue'] ?? '';
    if (one.closest('#status-not-due')) document.querySelector('#status-due ul')?.append(one);
  }
}
