import { siteWords } from '../../language/messages/site.ts';
import { LOCALES, type Locale, languageOf } from '../../model/locale.ts';
import { QUOTE_FORMAT, type QuoteBundle, type QuoteManifest } from '../../quotes/bundle.ts';
import { checkQuote, type QuoteVerdict } from '../../quotes/check.ts';
import { type QuoteCorpus, quoteCorpus } from '../../quotes/corpus.ts';

/** What the page asks: where the list of texts is, and what to look for. */
export interface VerifyQuestion {
  readonly manifest: string;
  readonly quotation: string;
}

/** What it is told; no verdict where the texts could not be loaded. */
export interface VerifyAnswer {
  readonly verdict: QuoteVerdict | undefined;
}

async function fetchJson<Shape>(address: string): Promise<Shape> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

const corpora = new Map<Locale, Promise<QuoteCorpus>>();

/** Every text in a language, loaded once; a failed load is tried again the next time. */
function corpusIn(locale: Locale, manifest: string): Promise<QuoteCorpus> {
  const known = corpora.get(locale);
  if (known) return known;
  const loading = fetchJson<QuoteManifest>(manifest).then(async ({ format, bundles }) => {
    if (format !== QUOTE_FORMAT) throw new Error(`${manifest} is another release’s`);
    const own = bundles.filter((bundle) => bundle.locale === locale);
    const paths = own.map(({ path }) => new URL(path, manifest).href);
    return quoteCorpus(await Promise.all(paths.map((path) => fetchJson<QuoteBundle>(path))));
  });
  corpora.set(locale, loading);
  loading.catch(() => corpora.delete(locale));
  return loading;
}

/** The languages that a quotation can be in: those written in Han characters where it has one, else these last. */
function languagesOf(quotation: string): readonly Locale[] {
  const inHan = LOCALES.filter((locale) => languageOf(locale).script === 'Han');
  return /\p{Script=Han}/u.test(quotation) ? inHan : [...LOCALES].reverse();
}

/** The first verdict in a quotation's languages that finds something. */
async function verdictOn({ manifest, quotation }: VerifyQuestion): Promise<QuoteVerdict> {
  let verdict: QuoteVerdict = { kind: 'none' };
  for (const locale of languagesOf(quotation)) {
    verdict = checkQuote(await corpusIn(locale, manifest), quotation, [siteWords[locale].demonstration]);
    if (verdict.kind !== 'none' && verdict.kind !== 'too-long') break;
  }
  return verdict;
}

self.addEventListener('message', async ({ data }: MessageEvent<VerifyQuestion>) => {
  const verdict = await verdictOn(data).catch(() => undefined);
  self.postMessage({ verdict } satisfies VerifyAnswer);
});
