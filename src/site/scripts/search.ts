import { searchWords } from '../../language/messages/search.ts';
import { localeOf } from '../../model/locale.ts';
import { perFacet } from '../../model/search-facets.ts';
import { NO_FILTERS } from '../../search/facets.ts';
import type { SearchOutcome } from '../../search/outcome.ts';
import { LONGEST_TEXT, readState, type SearchState, writeState } from './search-address.ts';
import { createClient, type FailureReason, SearchFailure } from './search-client.ts';
import { make } from './search-dom.ts';
import { resultsCsv } from './search-download.ts';
import { renderFacets } from './search-facets.ts';
import { followKeys } from './search-keys.ts';
import { mainGroups, renderOutcome, summaryOf } from './search-results.ts';

/** How long a reader pauses before what was typed is looked for, in milliseconds. */
const PAUSE = 180;
/** How long a search may take before the page says that it is under way, in milliseconds. */
const PATIENCE = 400;
/** How far down the window results may begin once the filters are opened, as a share of its height. */
const RESULTS_IN_SIGHT = 0.75;
/** How many results are shown at first, and how many more each time. */
const STEP = 10;

/** The parts of the page that the script fills. */
interface Parts {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly lead: HTMLElement;
  readonly summary: HTMLElement;
  readonly filters: HTMLFormElement;
  readonly details: HTMLDetailsElement;
  readonly facets: HTMLElement;
  readonly remove: HTMLButtonElement;
  readonly results: HTMLElement;
  readonly more: HTMLButtonElement;
  readonly download: HTMLButtonElement;
  readonly failure: HTMLElement;
  readonly failureText: HTMLElement;
  readonly retry: HTMLButtonElement;
  readonly outcome: HTMLElement;
  readonly others: HTMLElement;
}

function part<Part extends HTMLElement>(page: HTMLElement, name: string, type: new () => Part): Part {
  const found = page.querySelector(`[data-search-part="${name}"]`);
  if (!(found instanceof type)) throw new TypeError(`The search page has no ${name}`);
  return found;
}

function findParts(page: HTMLElement): Parts {
  return {
    form: part(page, 'form', HTMLFormElement),
    input: part(page, 'input', HTMLInputElement),
    lead: part(page, 'lead', HTMLElement),
    summary: part(page, 'summary', HTMLElement),
    filters: part(page, 'filters', HTMLFormElement),
    details: part(page, 'details', HTMLDetailsElement),
    facets: part(page, 'facets', HTMLElement),
    remove: part(page, 'remove', HTMLButtonElement),
    results: part(page, 'results', HTMLElement),
    more: part(page, 'more', HTMLButtonElement),
    download: part(page, 'download', HTMLButtonElement),
    failure: part(page, 'failure', HTMLElement),
    failureText: part(page, 'failure-text', HTMLElement),
    retry: part(page, 'retry', HTMLButtonElement),
    outcome: part(page, 'outcome', HTMLElement),
    others: part(page, 'others', HTMLElement),
  };
}

/** What the filter form says. */
function chosenFilters(form: HTMLFormElement): Pick<SearchState, 'filters' | 'order'> {
  const data = new FormData(form);
  const values = (name: string) => data.getAll(name).filter((value) => typeof value === 'string');
  return { filters: perFacet(values), order: data.get('sort') === 'date' ? 'date' : 'relevance' };
}

/** What the browser keeps with the page for whoever comes back to it: how many results were shown, and how far down the reader was. */
interface Left {
  readonly shown: number;
  readonly top: number;
}

/** What was kept with an entry of the history; another script may have kept something else. */
function readLeft(kept: unknown): Left {
  const [shown, top] = ['shown', 'top'].map((name) =>
    typeof kept === 'object' && kept !== null ? Number(Reflect.get(kept, name)) : 0,
  );
  return { shown: Math.max(STEP, shown || 0), top: top || 0 };
}

/** Runs the search page. */
function run(page: HTMLElement): void {
  const parts = findParts(page);
  const locale = localeOf(page.dataset['locale']);
  const words = searchWords[locale];
  const client = createClient(page.dataset['index'] ?? '', locale);
  let state: SearchState = readState(location.search);
  const left = readLeft(history.state);
  let { shown } = left;
  let typing: ReturnType<typeof setTimeout> | undefined;
  /** Whether the newest entry of the history is one that typing goes on changing. */
  let editing = false;

  function remember(how: 'push' | 'replace'): void {
    const address = location.pathname + writeState(state);
    if (address === location.pathname + location.search) return;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  function say(sentence: string): void {
    if (parts.summary.textContent !== sentence) parts.summary.textContent = sentence;
  }

  function showNothing(): void {
    say('');
    parts.outcome.hidden = true;
    parts.failure.hidden = true;
    parts.others.hidden = false;
    parts.lead.hidden = false;
  }

  function showFilters(outcome: SearchOutcome): void {
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : undefined;
    parts.facets.replaceChildren(...renderFacets(outcome, state.filters, locale, page.dataset['feed'] ?? ''));
    const unfiltered = Object.values(state.filters).every((values) => values.length === 0);
    parts.filters.hidden = outcome.unfiltered < 2 && unfiltered;
    parts.remove.hidden = unfiltered;
    for (const radio of parts.filters.querySelectorAll<HTMLInputElement>('input[name="sort"]'))
      radio.checked = radio.value === state.order;
    // The boxes are new: the one that was just used keeps the focus.
    if (focused?.type === 'checkbox')
      parts.facets
        .querySelector<HTMLInputElement>(`input[name="${focused.name}"][value="${CSS.escape(focused.value)}"]`)
        ?.focus();
  }

  function showOutcome(outcome: SearchOutcome): void {
    parts.failure.hidden = true;
    say(summaryOf(outcome, locale));
    showFilters(outcome);
    parts.results.replaceChildren(...renderOutcome(outcome, locale, location.pathname));
    const left = mainGroups(outcome).reduce((sum, { total }) => sum + total, 0) - shown;
    parts.more.hidden = left <= 0;
    parts.more.textContent = words.more(Math.min(left, STEP));
    parts.download.hidden = left + shown <= 0;
    parts.download.disabled = false;
    parts.outcome.hidden = false;
    parts.lead.hidden = true;
    parts.others.hidden = outcome.groups.length > 0;
  }

  function showFailure(reason: FailureReason): void {
    say('');
    parts.outcome.hidden = true;
    parts.others.hidden = false;
    const sentences = { failed: words.failed, replaced: words.replaced, 'no-webassembly': words.noWebAssembly };
    parts.failureText.textContent = sentences[reason];
    // Trying again gives a browser nothing that it does not have.
    parts.retry.hidden = reason === 'no-webassembly';
    parts.failure.hidden = false;
  }

  async function look(): Promise<void> {
    document.title =
      state.text === '' ? (page.dataset['title'] ?? '') : `${state.text} · ${page.dataset['title'] ?? ''}`;
    if (state.text.trim() === '') {
      showNothing();
      return;
    }
    const wait = setTimeout(() => say(words.searching), PATIENCE);
    page.setAttribute('aria-busy', 'true');
    const asked = state;
    try {
      const show = (outcome: SearchOutcome) => {
        if (asked === state) showOutcome(outcome);
      };
      // Further results are asked for from the end of the list: there what stood must not go for a moment.
      const early = shown === STEP ? show : () => undefined;
      show(await client.search({ ...asked, locale, limit: shown }, early));
    } catch (error) {
      if (asked === state) showFailure(error instanceof SearchFailure ? error.reason : 'failed');
    } finally {
      clearTimeout(wait);
      if (asked === state) page.removeAttribute('aria-busy');
    }
  }

  /** Saves all that was found, not only what is shown. */
  async function download(): Promise<void> {
    parts.download.disabled = true;
    try {
      const outcome = await client.search({ ...state, locale, limit: Number.POSITIVE_INFINITY }, () => undefined);
      const file = new Blob([resultsCsv(outcome, locale, location.href)], { type: 'text/csv' });
      const link = make('a', { href: URL.createObjectURL(file), download: `${words.results}.csv` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch (error) {
      showFailure(error instanceof SearchFailure ? error.reason : 'failed');
    } finally {
      parts.download.disabled = false;
    }
  }

  function change(next: SearchState, how: 'push' | 'replace'): void {
    state = next;
    shown = STEP;
    remember(how);
    void look();
  }

  function typed(): void {
    clearTimeout(typing);
    typing = undefined;
    const text = parts.input.value.slice(0, LONGEST_TEXT);
    if (text === state.text) return;
    // The first change makes an entry in the history, and further ones change it, until the reader goes on to something else.
    change({ ...state, text }, editing || state.text === '' ? 'replace' : 'push');
    editing = true;
  }

  parts.input.addEventListener('focus', () => client.start(), { once: true });
  parts.input.addEventListener('input', (event) => {
    clearTimeout(typing);
    if (!(event instanceof InputEvent && event.isComposing)) typing = setTimeout(typed, PAUSE);
  });
  parts.input.addEventListener('compositionend', () => {
    clearTimeout(typing);
    typing = setTimeout(typed, PAUSE);
  });
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    typed();
    editing = false;
  });
  parts.input.addEventListener('blur', () => {
    editing = false;
  });
  parts.filters.addEventListener('change', () => change({ ...state, ...chosenFilters(parts.filters) }, 'push'));
  parts.filters.addEventListener('submit', (event) => event.preventDefault());
  parts.filters.addEventListener('reset', (event) => {
    event.preventDefault();
    change({ ...state, filters: NO_FILTERS }, 'push');
  });
  parts.details.addEventListener('toggle', () => {
    // Opened above the results, as on a phone: the head of the page goes, not what was found.
    const isBelow = parts.results.getBoundingClientRect().top > innerHeight * RESULTS_IN_SIGHT;
    if (parts.details.open && isBelow) parts.details.scrollIntoView({ block: 'start' });
  });
  parts.more.addEventListener('click', async () => {
    const before = parts.results.querySelectorAll('.search-result').length;
    shown += STEP;
    await look();
    // Whoever used the button goes on reading where the new results begin.
    parts.results.querySelectorAll('.search-result')[before]?.querySelector('a')?.focus();
  });
  parts.download.addEventListener('click', () => void download());
  parts.retry.addEventListener('click', () => void look());
  window.addEventListener('popstate', (event) => {
    state = readState(location.search);
    parts.input.value = state.text;
    editing = false;
    shown = readLeft(event.state).shown;
    void look();
  });
  window.addEventListener('pagehide', () => {
    // The browser goes down a page as soon as it is there, and results come later.
    history.scrollRestoration = 'manual';
    history.replaceState({ shown, top: scrollY } satisfies Left, '');
  });
  followKeys(page, parts.input, () => {
    parts.input.value = '';
    typed();
  });

  // The filters open by themselves only where they stand beside the results.
  parts.details.open = matchMedia('(min-width: 60em)').matches;
  // What was typed while the script was loading is newer than the address.
  if (parts.input.value === '') parts.input.value = state.text;
  else state = { ...state, text: parts.input.value.slice(0, LONGEST_TEXT) };
  void look().then(() => {
    if (scrollY === 0 && left.top > 0) scrollTo({ top: left.top, behavior: 'instant' });
  });
}

const page = document.querySelector<HTMLElement>('[data-search-page]');
if (page) run(page);
