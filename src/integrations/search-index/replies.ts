import { z } from 'zod';
import { LOCALES } from '../../model/locale.ts';
import type { Passage, SearchDocument } from '../../model/search-document.ts';

const textsSchema = z.object({ zh: z.string().optional(), en: z.string().optional() });
const linesSchema = z.array(z.string());

/** What search needs of `api/v1/replies/<id>.json`. */
const replySchema = z.object({
  id: z.string(),
  number: z.string(),
  date: z.string(),
  topics: z.array(z.string()),
  answered: z.string(),
  title: textsSchema,
  url: textsSchema,
  blocks: z.array(textsSchema.extend({ id: z.string() })),
  signature: z.object({ zh: linesSchema.optional(), en: linesSchema.optional() }).optional(),
});

/** The id of the part of a reply's page that names signers, contact and date. */
export const SIGNATURE_ANCHOR = 'signature';

/** A reply in each of its languages, from its JSON. Its figures are found through their datasets. */
export function replyDocuments(json: unknown): SearchDocument[] {
  const reply = replySchema.parse(json);
  return LOCALES.flatMap((locale) => {
    const [url, title] = [reply.url[locale], reply.title[locale]];
    if (url === undefined || title === undefined) return [];
    const blocks = reply.blocks.flatMap(({ id, [locale]: text }): Passage[] =>
      text === undefined || text === '' ? [] : [{ anchor: id, text }],
    );
    const lines = reply.signature?.[locale] ?? [];
    const signature = lines.map((text): Passage => ({ anchor: SIGNATURE_ANCHOR, text }));
    const { id, number, date, topics, answered } = reply;
    return [
      {
        id,
        kind: 'reply' as const,
        locale,
        url,
        title,
        number,
        date,
        topics,
        answered,
        passages: [...blocks, ...signature],
        figures: [],
      },
    ];
  });
}
