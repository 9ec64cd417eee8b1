/*
 * What a figure shares with its page: the unit that its reader chose, which goes into the address and to every other figure, and the
 * place of each value: a mark lights up with the words, the row or the link that states it, and they with it, when pointed at or
 * reached by keyboard. Without script units switch each for itself, and every value is a link to its row.
 */
const all = <Found extends Element>(selector: string) => document.querySelectorAll<Found>(selector);
const switches = () => all<HTMLInputElement>('.unit-switch input');

function choose(unit: string | null): void {
  for (const input of switches()) if (input.value === unit) input.checked = true;
}

choose(new URLSearchParams(location.search).get('unit'));
for (const input of switches())
  input.addEventListener('change', () => {
    choose(input.value);
    const address = new URL(location.href);
    if (input.classList.contains('unit-1')) address.searchParams.delete('unit');
    else address.searchParams.set('unit', input.value);
    history.replaceState(history.state, '', address);
  });

/** By `dataset#observation`: what shows or states it. */
const shown = new Map<string, Set<Element>>();
const keys = new Map<Element, string>();

function add(key: string, element: Element | null | undefined): void {
  if (!element) return;
  keys.set(element, key);
  shown.set(key, (shown.get(key) ?? new Set()).add(element));
}

for (const figure of all<HTMLElement>('[data-set]'))
  for (const part of figure.querySelectorAll<HTMLElement | SVGElement>('[data-of], tr[id]'))
    add(`${figure.dataset['set']}#${part.dataset['of'] ?? part.id}`, part);
for (const link of all('a[href*="/data/"]')) {
  const key = /\/data\/([^/#]+)\/#([^/#]+)$/.exec(link.getAttribute('href') ?? '');
  if (!key) continue;
  // A link in a note stands for the words that lead to the note.
  const note = link.closest('.aside-notes li');
  const words = note ? document.querySelector(`data > [href="#${note.id}"]`)?.closest('data') : link;
  add(`${key[1]}#${key[2]}`, words);
}

let lit: Iterable<Element> = [];

function light({ target }: Event): void {
  let element = target instanceof Element ? target : null;
  while (element && !keys.has(element)) element = element.parentElement;
  const now = shown.get((element && keys.get(element)) ?? '') ?? [];
  if (now === lit) return;
  for (const former of lit) former.classList.remove('lit');
  for (const one of now) one.classList.add('lit');
  lit = now;
}

if (shown.size > 0) for (const event of ['pointerover', 'focusin']) document.addEventListener(event, light);
