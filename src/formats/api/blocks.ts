import type { Block } from '../../model/block.ts';
import type { Locale, Translated } from '../../model/locale.ts';
import { blockHash } from '../../model/text.ts';
import type { BlockJson } from './reply.ts';

/** Where the addresses in a text begin, absolute: those of the site's pages, ending in `/`, and those of places on its page in a language. */
interface Origins {
  readonly site: string;
  page(locale: Locale): string;
}

/** A block in a language. */
type Own = readonly [locale: Locale, block: Block];

/**
 * The blocks of a reply as the JSON interface gives them: those of the original in order, each with what translates it. The languages
 * stand in the order that `texts` has them.
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

/** What there is of something, by language. */
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

/** What is marked, where anything is in any language: that of the original always says so. */
const marked = <T>(original: Locale, marks: Translated<T[]>): Translated<T[]> =>
  Object.keys(marks).length === 0 ? marks : { [original]: [], ...marks };

/** Under a key, where there is anything. */
const keyed = <Key extends string, T>(key: Key, value: Translated<T>): Partial<Record<Key, Translated<T>>> =>
  Object.keys(value).length === 0 ? {} : ({ [key]: value } as Record<Key, Translated<T>>);

/** An address of a text as it is followed from anywhere. */
function absolute(url: string, { site, page }: Origins, locale: Locale): string {
  if (url.startsWith('#')) return page(locale) + url;
  return url.startsWith('/') ? site + url.slice(1) : url;
}
