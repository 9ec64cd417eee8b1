import { z } from 'zod';
import { ALIGNMENTS, type Alignment, BLOCK_KINDS, type Block } from '../../model/block.ts';
import { type Locale, perLanguages, type Translated } from '../../model/locale.ts';
import { blockHash, languageShape, translatedSchema, withLanguages } from '../../model/text.ts';

/** A block of a reply: its text by language. */
export type BlockJson = Translated & {
  readonly id: string;
  readonly kind: (typeof BLOCK_KINDS)[number];
  readonly depth?: number | undefined;
  /** The cells of a table, row by row. */
  readonly rows?: Translated<string[][]> | undefined;
  /** The alignment of each column of a table. */
  readonly align?: Translated<Alignment[]> | undefined;
  /** Pairs of UTF-16 units. */
  readonly bold?: Translated<number[][]> | undefined;
  /** Addresses are absolute. */
  readonly links?: Translated<LinkJson[]> | undefined;
  /** Of an item of a numbered list. */
  readonly number?: number | undefined;
  readonly hash: string;
};

/** A stretch of a text that leads somewhere. */
export type LinkJson = z.infer<typeof linksSchema>[number];

const tableRowsSchema = z.array(z.array(z.string()));
const alignSchema = z.array(z.enum(ALIGNMENTS).nullable());
/** A stretch of a text: its first UTF-16 unit and the one after its last. */
const stretchSchema = z.array(z.int().nonnegative()).length(2);
const boldSchema = z.array(stretchSchema);
const linksSchema = z.array(z.strictObject({ at: stretchSchema, url: z.string() }));

/** A block of a reply in some languages. */
export const apiBlockSchema = perLanguages((languages) =>
  withLanguages<BlockJson>(
    z.strictObject({
      id: z
        .string()
        .describe(
          'The id of the element on the page: p1, p2 … for paragraphs, list items and tables, s1, s1-2 … for headings; a1, a1-p1, a1-s1 … in annexes, i1 … in the imprint.',
        ),
      kind: z.enum(BLOCK_KINDS),
      depth: z
        .int()
        .positive()
        .optional()
        .describe('Headings only: 1 for those of the letter’s first level (一、), 2 for those below (（一）).'),
      ...languageShape(languages, () => false, z.string()),
      rows: translatedSchema(languages, tableRowsSchema)
        .optional()
        .describe('Tables only: the cells row by row, the head first. In the text they are joined by spaces.'),
      align: translatedSchema(languages, alignSchema)
        .optional()
        .describe('Tables only, where the text gives any: the alignment of each column.'),
      bold: translatedSchema(languages, boldSchema)
        .optional()
        .describe(
          'The bold stretches of the text, each as start and end (exclusive) in UTF-16 code units. Of a table, they are offsets in its text too.',
        ),
      links: translatedSchema(languages, linksSchema)
        .optional()
        .describe('The links in the text: stretches in the same form, with absolute addresses.'),
      number: z.int().nonnegative().optional().describe('Items of numbered lists only: the number before the text.'),
      hash: z
        .string()
        .regex(/^[0-9a-f]{16}$/)
        .describe('The first 16 hex digits of the SHA-256 of the original’s text in UTF-8.'),
    }),
  ),
);

/**
 * What addresses in a text are resolved against, absolute: the site's base, ending in `/`, and the text's own page in a
 * language.
 */
interface Origins {
  readonly site: string;
  page(locale: Locale): string;
}

/** A block in a language. */
type Own = readonly [locale: Locale, block: Block];

/**
 * The blocks of a reply as the JSON interface gives them: those of the original in order, each with what translates it. The languages are
 * in the order that `texts` has them.
 */
export function blocksJson(texts: Translated<readonly Block[]>, original: Locale, origins: Origins): BlockJson[] {
  const byId = (Object.entries(texts) as [Locale, readonly Block[]][]).map(
    ([locale, blocks]) => [locale, new Map(blocks.map((block) => [block.id, block]))] as const,
  );
  return (texts[original] ?? []).map(({ id, kind, depth, number, text }) => {
    const all = byId.flatMap(([locale, blocks]): Own[] => {
      const block = blocks.get(id);
      return block === undefined ? [] : [[locale, block]];
    });
    return {
      ...{ id, kind },
      ...(depth === undefined ? {} : { depth }),
      ...(number === undefined ? {} : { number }),
      ...inLanguages(all, (block) => block.text),
      ...keyed(
        'rows',
        inLanguages(all, ({ rows }) => rows?.map((cells) => [...cells])),
      ),
      ...keyed(
        'align',
        inLanguages(all, ({ align }) => align && [...align]),
      ),
      ...keyed(
        'bold',
        marked(
          original,
          inLanguages(all, ({ bold }) => bold?.map((stretch) => [...stretch])),
        ),
      ),
      ...keyed(
        'links',
        marked(
          original,
          inLanguages(all, ({ links }, locale) =>
            links?.map(({ at, url }) => ({ at: [...at], url: absolute(url, origins, locale) })),
          ),
        ),
      ),
      hash: blockHash(text),
    };
  });
}

/** The values that exist, by language. */
const inLanguages = <T>(
  blocks: readonly Own[],
  value: (block: Block, locale: Locale) => T | undefined,
): Translated<T> =>
  Object.fromEntries(
    blocks.flatMap(([locale, block]) => {
      const own = value(block, locale);
      return own === undefined ? [] : [[locale, own]];
    }),
  );

/** The marks of a block by language, where there are any: the original's language is always a key. */
const marked = <T>(original: Locale, marks: Translated<T[]>): Translated<T[]> =>
  Object.keys(marks).length === 0 ? marks : { [original]: [], ...marks };

/** An object with one key, or an empty one where there is nothing. */
const keyed = <Key extends string, T>(key: Key, value: Translated<T>): Partial<Record<Key, Translated<T>>> =>
  Object.keys(value).length === 0 ? {} : ({ [key]: value } as Record<Key, Translated<T>>);

/** An address of a text made absolute. */
function absolute(url: string, { site, page }: Origins, locale: Locale): string {
  if (url.startsWith('#')) return page(locale) + url;
  return url.startsWith('/') ? site + url.slice(1) : url;
}
