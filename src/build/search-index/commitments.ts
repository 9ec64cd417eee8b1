import { apiCommitmentsSchema } from '../../formats/api/lists.ts';
import { type Languages, LOCALES, translated } from '../../model/locale.ts';
import type { Passage, SearchDocument } from '../../model/search-document.ts';
import { rowsOf } from './pages.ts';

/** What of the reply that makes a commitment is the commitment's too. */
export type OwnFacts = Pick<SearchDocument, 'date' | 'topics' | 'answered' | 'bureaus'>;

/**
 * Each commitment in each of the site's languages: what it says from `api/v1/commitments.json`, its status from its row on the
 * page, whose HTML is at an address.
 */
export async function commitmentDocuments(
  json: unknown,
  languages: Languages,
  htmlAt: (url: string) => Promise<string>,
  factsOf: (reply: string) => Promise<OwnFacts>,
): Promise<SearchDocument[]> {
  const { items } = apiCommitmentsSchema(languages).parse(json);
  const documents: SearchDocument[] = [];
  for (const locale of LOCALES) {
    const page = items.flatMap(({ url }) => url[locale] ?? [])[0]?.replace(/#.*/, '');
    if (page === undefined) continue;
    const rows = rowsOf(await htmlAt(page));
    for (const { id, statement, quote, note, url } of items) {
      const address = url[locale];
      if (address === undefined) continue;
      const texts = [translated(quote, locale)?.value.exact ?? '', note?.[locale] ?? ''].filter((text) => text !== '');
      documents.push({
        id,
        kind: 'commitment',
        locale,
        url: address,
        title: statement[locale],
        number: undefined,
        ...(await factsOf(quote.reply)),
        outcome: undefined,
        // What is done, by when, how measured, its status, its source.
        status: rows.get(id)?.[3] ?? '',
        passages: texts.map((text): Passage => ({ anchor: id, text })),
        figures: [],
      });
    }
  }
  return documents;
}
