import type { Finding } from '../../errors.ts';
import { readQuantities } from '../../language/quantities/index.ts';
import type { Term } from '../../model/glossary.ts';
import { type Languages, LOCALES, type Locale } from '../../model/locale.ts';
import { publishedReplyFile } from '../../model/published.ts';
import type { Site } from '../../model/site.ts';
import type { DocumentFacts } from '../file-report.ts';
import type { SiteInput } from '../inspect-site.ts';
import { missingTwin, type PairMember, twinFindings } from './index.ts';

/** The ids of replies that are in one language only, on a site in several. */
export function untranslatedReplies(documents: readonly DocumentFacts[], languages: Languages): string[] {
  if (languages.length < 2) return [];
  const replies = documents.filter(({ collection }) => collection === 'replies');
  const texts = Map.groupBy(replies, ({ id }) => id);
  return [...texts].flatMap(([id, own]) => (own.length > 1 ? [] : [id]));
}

/** The languages of a site in which figures are not compared with those of the original, since nothing reads one of the two. */
export function uncomparedLanguages(documents: readonly DocumentFacts[], languages: Languages): Locale[] {
  const isRead = (locale: Locale) => readQuantities('', locale) !== undefined;
  const [first] = languages;
  const translated = languages.filter((locale) =>
    documents.some((own) => own.locale === locale && own.frontMatter?.kind === 'translation'),
  );
  return translated.filter((locale) => !isRead(locale) || (first !== undefined && !isRead(first)));
}

/** Which documents of a site in several languages have to be in all: all but replies, and these too where the site asks for it. */
export function translationDuty(site: Partial<Site> | undefined, languages: Languages) {
  return ({ collection }: DocumentFacts): boolean =>
    languages.length > 1 && (collection !== 'replies' || site?.requireTranslation === true);
}

/** What a document's texts say of themselves: which is the original, in the order of the site's languages. */
function originalOf(texts: readonly PairMember[], languages: Languages): PairMember | undefined {
  const inOrder = [...new Set([...languages, ...LOCALES])].flatMap((locale) =>
    texts.filter(({ facts }) => facts.locale === locale),
  );
  const [first] = inOrder;
  if (first?.facts.collection !== 'replies') return first;
  return inOrder.find(({ facts }) => facts.frontMatter?.kind === 'record') ?? first;
}

/** What is wrong between the texts of each document, and texts that are missing. `isDuty` says whether a document has to be in every language. */
export function pairedFindings(
  members: readonly PairMember[],
  languages: Languages,
  isDuty: (facts: DocumentFacts) => boolean,
  terms: readonly Term[],
  remember: NonNullable<SiteInput['remember']>,
): Finding[] {
  const about = `twins ${JSON.stringify(terms)}`;
  const texts = Map.groupBy(members, ({ facts }) => `${facts.collection}/${facts.id}`);
  return [...texts.values()].flatMap((own): Finding[] => {
    const original = originalOf(own, languages);
    if (original === undefined) return [];
    const { facts, path } = original;
    const [first = facts.locale] = languages;
    // Without the text that governs there is nothing to compare with.
    if (facts.locale !== first && facts.frontMatter?.kind !== 'record') return [missingTwin(original, first, first)];
    return [...new Set([...languages, ...own.map((member) => member.facts.locale)])].flatMap((locale): Finding[] => {
      if (locale === facts.locale) return [];
      const other = own.find((member) => member.facts.locale === locale);
      if (other === undefined) return isDuty(facts) ? [missingTwin(original, locale, facts.locale)] : [];
      return remember(about, [path, other.path, publishedReplyFile(facts.id)], () =>
        twinFindings(original, other, terms),
      );
    });
  });
}
