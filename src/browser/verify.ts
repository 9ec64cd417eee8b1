import type { QuoteBundle, QuoteManifest } from '../exchange/quote/bundle.ts';
import { checkQuote } from '../exchange/quote/check.ts';
import { type QuoteCorpus, quoteCorpus } from '../exchange/quote/corpus.ts';
import { verifyWords } from '../i18n/verify.ts';
import { LOCALES, type Locale } from '../model/locale.ts';
import { checkFile } from './verify-file.ts';
import { showVerdict } from './verify-verdict.ts';

/** The language of a quotation: Chinese where it has any Chinese character. */
function languageOf(quotation: string): Locale {
  return /\p{Script=Han}/u.test(quotation) ? 'zh' : 'en';
}

async function fetchJson<Shape>(path: string): Promise<Shape> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** Loads every text in a language, once. */
function corpusLoader(manifestPath: string): (locale: Locale) => Promise<QuoteCorpus> {
  const loading = new Map<Locale, Promise<QuoteCorpus>>();
  const load = async (locale: Locale) => {
    const { bundles } = await fetchJson<QuoteManifest>(manifestPath);
    const own = bundles.filter((bundle) => bundle.locale === locale);
    return quoteCorpus(await Promise.all(own.map(({ path }) => fetchJson<QuoteBundle>(path))));
  };
  return (locale) => {
    const known = loading.get(locale);
    if (known) return known;
    const started = load(locale);
    loading.set(locale, started);
    // A failed load is tried again the next time.
    started.catch(() => loading.delete(locale));
    return started;
  };
}

function start(form: HTMLFormElement): void {
  const locale = LOCALES.find((candidate) => candidate === form.dataset['locale']) ?? 'zh';
  const words = verifyWords[locale];
  const output = form.querySelector('output');
  const text = form.querySelector('textarea');
  if (!output || !text) return;
  const corpusOf = corpusLoader(form.dataset['verify'] ?? '');
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    output.textContent = words.loading;
    try {
      const corpus = await corpusOf(languageOf(text.value));
      showVerdict(output, checkQuote(corpus, text.value), locale);
    } catch {
      output.textContent = words.failed;
    }
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-verify]')) start(form);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-verify-file]')) checkFile(form, fetchJson);
