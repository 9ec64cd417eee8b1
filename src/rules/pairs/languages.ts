import { readQuantities } from '../../language/quantities/index.ts';
import { type Languages, LOCALES, type Locale } from '../../model/locale.ts';
import { on, pass } from '../checks.ts';
import type { DocumentFacts } from '../file-report.ts';
import type { ReadSite, SiteDocument } from '../read-site.ts';
import { missingTwin, type PairOfTexts, pairsFindings } from './index.ts';
import { NUMBER_RULES } from './numbers.ts';
import { ANSWERED_UNPAIRED, PAIR_BROKEN, TWIN_MISSING, UNTRANSLATED } from './structure.ts';
import { STALE, TERM } from './translation.ts';

/** The ids of replies that are in one language only, on a site in several. */
export function untranslatedReplies({ replies, languages }: ReadSite): string[] {
  if (languages.length < 2) return [];
  const texts = Map.groupBy(replies, ({ id }) => id);
  return [...texts].flatMap(([id, own]) => (own.length > 1 ? [] : [id]));
}

/** The languages of a site in which figures are not compared with those of the original, since nothing reads one of the two. */
export function uncomparedLanguages({ documents, languages }: ReadSite): Locale[] {
  const isRead = (locale: Locale) => readQuantities('', locale) !== undefined;
  const [first] = languages;
  const translated = languages.filter((locale) =>
    documents.some(({ facts }) => facts.locale === locale && facts.frontMatter?.kind === 'translation'),
  );
  return translated.filter((locale) => !isRead(locale) || (first !== undefined && !isRead(first)));
}

/** What a document's texts say of themselves: which is the original, in the order of the site's languages. */
function originalOf(texts: readonly SiteDocument[], languages: Languages): SiteDocument | undefined {
  const inOrder = [...new Set([...languages, ...LOCALES])].flatMap((locale) =>
    texts.filter(({ facts }) => facts.locale === locale),
  );
  const [first] = inOrder;
  if (first?.facts.collection !== 'replies') return first;
  return inOrder.find(({ facts }) => facts.frontMatter?.kind === 'record') ?? first;
}

/** A text with another that translates it, or with the language that the document lacks. */
type Pairing =
  | { readonly kind: 'pair'; readonly original: SiteDocument; readonly other: SiteDocument }
  | { readonly kind: 'missing'; readonly present: SiteDocument; readonly missing: Locale; readonly original: Locale };

/** The texts of each document, each translation with its original, and the texts that have to be there and are not. */
function pairings({ documents, languages, site }: ReadSite): Pairing[] {
  // All documents of a site in several languages have to be in each but replies, and these too where the site asks for it.
  const isDuty = ({ collection }: DocumentFacts): boolean =>
    languages.length > 1 && (collection !== 'replies' || site?.requireTranslation === true);
  const texts = Map.groupBy(documents, ({ facts }) => `${facts.collection}/${facts.id}`);
  return [...texts.values()].flatMap((own): Pairing[] => {
    const original = originalOf(own, languages);
    if (original === undefined) return [];
    const { facts } = original;
    const [first = facts.locale] = languages;
    // Without the text that governs there is nothing to compare with.
    if (facts.locale !== first && facts.frontMatter?.kind !== 'record')
      return [{ kind: 'missing', present: original, missing: first, original: first }];
    return [...new Set([...languages, ...own.map((member) => member.facts.locale)])].flatMap((locale): Pairing[] => {
      if (locale === facts.locale) return [];
      const other = own.find((member) => member.facts.locale === locale);
      if (other !== undefined) return [{ kind: 'pair', original, other }];
      return isDuty(facts) ? [{ kind: 'missing', present: original, missing: locale, original: facts.locale }] : [];
    });
  });
}

export const MISSING_TEXTS = pass({
  finds: [TWIN_MISSING],
  because: 'which texts are missing and which pair is one question',
  check: on('site', (site) =>
    pairings(site).flatMap((pairing) =>
      pairing.kind === 'missing' ? [missingTwin(pairing.present, pairing.missing, pairing.original)] : [],
    ),
  ),
});

/**
 * The texts of a site that are compared with what translates them, with the terms of its glossary. `about` and `filesOfPair` name what is
 * found in each between runs.
 */
export function comparedTexts(site: ReadSite): {
  readonly about: string;
  readonly terms: ReadSite['terms'];
  readonly pairs: readonly PairOfTexts[];
} {
  const { terms } = site;
  const bare = ({ path, facts }: SiteDocument) => ({ path, facts });
  const pairs = pairings(site).flatMap((pairing): PairOfTexts[] =>
    pairing.kind === 'pair' ? [{ original: bare(pairing.original), other: bare(pairing.other) }] : [],
  );
  return { about: `twins ${JSON.stringify(terms)}`, terms, pairs };
}

/** The files that what is found in a pair depends on. */
export const filesOfPair = ({ original, other }: PairOfTexts): string[] => [original.path, other.path];

export const PAIRED_TEXTS = pass({
  finds: [PAIR_BROKEN, ANSWERED_UNPAIRED, UNTRANSLATED, ...NUMBER_RULES, TERM, STALE],
  because: 'what is found between two texts is kept between runs as one, and only blocks that pair are compared',
  check: on('site', (site) => {
    const { about, terms, pairs } = comparedTexts(site);
    return pairs.flatMap((pair) =>
      site.remember(about, filesOfPair(pair), () => pairsFindings([pair], terms, site.textOf).flat()),
    );
  }),
});
