/*
 * Narrows the list of all replies by any of its conditions together, at once and in the address. Each condition is a link to a list of
 * its own, which is what it does without script. Of a long list the page has the newest; the rest is taken from the pages of its years.
 */
const layout = document.querySelector<HTMLElement>('[data-narrowed]');
const line = document.querySelector<HTMLElement>('.narrowed');
const file = document.querySelector<HTMLAnchorElement>('[data-list-file="csv"]');
/** The files that hold the whole list, and no narrowed one. */
const wholeFiles = [...document.querySelectorAll<HTMLElement>('[data-list-file]:not([data-list-file="csv"])')];
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-facet]')];

/** The chosen conditions by facet: `year` → `year:2025`. */
const chosen = new Map<string, string>();
const tokenOf = (link: HTMLElement) => link.dataset['facet'] ?? '';
const facetOf = (token: string) => token.slice(0, token.indexOf(':'));
const isOf = (entry: HTMLElement) => new Set(entry.dataset['is']?.split(' '));

let all: Promise<readonly HTMLElement[]> | undefined;

/** Every entry of the list: those of the page, or copies of those that are on the pages of its years. */
async function entries(): Promise<readonly HTMLElement[]> {
  const pages = layout?.dataset['narrowed']?.split(' ').filter(Boolean) ?? [];
  const inPage = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>('li[data-is]')];
  if (pages.length === 0) return inPage(document);
  const lists = await Promise.all(
    pages.map(async (page) => {
      const response = await fetch(page);
      if (!response.ok) throw new Error(page);
      return inPage(new DOMParser().parseFromString(await response.text(), 'text/html'));
    }),
  );
  return lists.flat();
}

function show(list: readonly HTMLElement[], status: HTMLElement): void {
  const wanted = [...chosen.values()];
  const fits = (entry: HTMLElement, without?: string) => {
    const own = isOf(entry);
    return wanted.every((token) => facetOf(token) === without || own.has(token));
  };
  const found = list.filter((entry) => fits(entry));
  const count = status.querySelector('b');
  if (count) count.textContent = String(found.length);
  for (const link of links) {
    const token = tokenOf(link);
    const of = list.filter((entry) => fits(entry, facetOf(token)) && isOf(entry).has(token)).length;
    const shown = link.querySelector('.count');
    if (shown) shown.textContent = ` ${of}`;
  }
  const isLong = (layout?.dataset['narrowed'] ?? '') !== '';
  const page = layout?.firstElementChild;
  if (!isLong || !(page instanceof HTMLElement)) {
    for (const entry of list) entry.hidden = !found.includes(entry);
    for (const part of layout?.querySelectorAll<HTMLElement>('section:has(.reply-list)') ?? [])
      part.hidden = !part.querySelector('li:not([hidden])');
    return;
  }
  document.querySelector('#narrowed')?.remove();
  page.hidden = wanted.length > 0;
  if (wanted.length === 0) return;
  const narrowed = document.createElement('div');
  narrowed.id = 'narrowed';
  const entriesOf = document.createElement('ul');
  entriesOf.className = 'reply-list';
  entriesOf.append(...found);
  const columns = page.querySelector('.list-columns')?.cloneNode(true);
  narrowed.append(...(columns ? [columns] : []), entriesOf);
  page.before(narrowed);
}

async function narrow(): Promise<void> {
  const status = line?.querySelector<HTMLElement>('[role="status"]');
  if (!line || !status) return;
  const words = status.innerHTML;
  line.hidden = chosen.size === 0;
  for (const link of wholeFiles) link.hidden = chosen.size > 0;
  for (const link of links) link.ariaCurrent = [...chosen.values()].includes(tokenOf(link)) ? 'true' : null;
  try {
    if (all === undefined && (layout?.dataset['narrowed'] ?? '') !== '')
      status.textContent = status.dataset['loading'] ?? '';
    all ??= entries();
    const list = await all;
    status.innerHTML = words;
    show(list, status);
  } catch {
    all = undefined;
    status.textContent = status.dataset['unreachable'] ?? '';
  }
}

/** The list as it is narrowed, from the file of the whole list: its head, and the lines that name a reply shown here. */
async function save(event: Event): Promise<void> {
  if (chosen.size === 0 || !file) return;
  event.preventDefault();
  const found = (await entriesShown()).map((entry) => entry.querySelector('a')?.getAttribute('href') ?? '');
  const [head = '', ...rows] = (await (await fetch(file.href)).text()).split('\n');
  const own = rows.filter((row) => found.some((href) => row.endsWith(href) || row.includes(`${href},`)));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([[`\ufeff${head.replace('\ufeff', '')}`, ...own, ''].join('\n')], { type: 'text/csv' }),
  );
  link.download = 'replies.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}

const entriesShown = async () => {
  const wanted = [...chosen.values()];
  return (await (all ?? entries())).filter((entry) => wanted.every((token) => isOf(entry).has(token)));
};

if (layout && line) {
  for (const [facet, value] of new URLSearchParams(location.search)) {
    const token = `${facet}:${value}`;
    if (links.some((link) => tokenOf(link) === token)) chosen.set(facet, token);
  }
  if (chosen.size > 0) narrow();
  for (const link of links)
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const token = tokenOf(link);
      const facet = facetOf(token);
      if (chosen.get(facet) === token) chosen.delete(facet);
      else chosen.set(facet, token);
      const query = new URLSearchParams([...chosen].map(([own, of]) => [own, of.slice(own.length + 1)]));
      history.replaceState(null, '', `${location.pathname}${chosen.size > 0 ? `?${query}` : ''}`);
      narrow();
    });
  file?.addEventListener('click', save);
}

/* A module, so that its names are not those of every other script. */
export {};
