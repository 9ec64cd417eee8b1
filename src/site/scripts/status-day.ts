/*
 * Makes what a page says of commitments true on the day it is read: the day itself, what has fallen due since the page was built,
 * and the days left. Without script the page says the day that it was built for.
 */
import { daysBetween } from '../../language/days.ts';

const all = (selector: string, within: ParentNode = document) => within.querySelectorAll<HTMLElement>(selector);
/** `YYYY-MM-DD` in Beijing, where every document of the site is dated; Swedish writes days so. */
const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format();
/** A day in the language around an element, in the order of day, month and year where it has several: 150 is Europe. */
const inWords = (day: string, element: Element) =>
  new Intl.DateTimeFormat(`${element.closest<HTMLElement>('[lang]')?.lang}-150`, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(day));

/** Where a machine's clock is behind the build, the page stays as it was built. */
if ([...all('[data-status-day]')].every((day) => (day.getAttribute('datetime') ?? '') < today)) {
  for (const day of all('[data-status-day]')) {
    day.setAttribute('datetime', today);
    day.textContent = inWords(today, day);
  }
  for (const one of all('[data-dues]')) {
    const dues = one.dataset['dues']?.split(' ').filter(Boolean) ?? [];
    const late = dues.filter((due) => due < today).length;
    for (const [kind, count] of [
      ['due', late],
      ['not-due', dues.length - late],
    ] as const)
      for (const shown of all(`[data-outlook="${kind}"]`, one)) shown.textContent = String(count);
    const how = late === 0 ? 'none' : late === 1 ? 'one' : 'more';
    for (const words of all('[data-late]', one)) words.hidden = words.dataset['late'] !== how;
    const next = [...all('[data-due]', one)];
    const first = next.find(({ dataset }) => (dataset['due'] ?? '') >= today);
    for (const each of next) each.hidden = each !== first;
  }
  for (const one of all('[data-due]')) {
    const left = daysBetween(today, one.dataset['due'] ?? today);
    for (const days of all('[data-days]', one)) days.textContent = String(left);
    one.classList.toggle('late', left < 0);
    for (const words of all('[data-left]', one)) words.hidden = left < 0;
    if (left >= 0) continue;
    for (const status of all('[data-when-due]', one)) {
      // An empty one keeps what it says, such as a result.
      if (status.dataset['whenDue']) status.textContent = status.dataset['whenDue'];
    }
    if (one.closest('#status-not-due')) document.querySelector('#status-due')?.append(one);
  }
  for (const group of all('tbody[id^="status-"]'))
    for (const none of all(':scope > .none-yet', group)) none.hidden = all(':scope > [id]', group).length > 0;
}
