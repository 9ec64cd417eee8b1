import { z } from 'zod';
import type { SiteUrls } from '../../urls.ts';

/** The keys by which a page of a list gives its place, the same for every paginated list. */
export const pageShape = {
  total: z.int().nonnegative().describe('Of the whole list.'),
  page: z.int().positive(),
  pages: z.int().positive(),
  next: z.string().optional().describe('The path of the next page, where there is one.'),
  links: z
    .strictObject({ self: z.string(), next: z.string().optional(), previous: z.string().optional() })
    .describe('Absolute addresses.'),
};

type Page<Item> = z.infer<z.ZodObject<typeof pageShape>> & { items: Item[] };

/**
 * A list cut into pages of some length, each by its name in the interface (`changes`, `changes-2`); one empty page
 * where there is nothing. `more` is added to all of them.
 */
export function listPages<Item, More extends object>(
  list: string,
  items: readonly Item[],
  { length, urls, more }: { readonly length: number; readonly urls: SiteUrls; readonly more: More },
): { name: string; body: Page<Item> & More }[] {
  const pages = Math.max(1, Math.ceil(items.length / length));
  const nameOf = (page: number) => (page === 1 ? list : `${list}-${page}`);
  return Array.from({ length: pages }, (_, index) => {
    const page = index + 1;
    const next = page < pages ? urls.api(nameOf(page + 1)) : undefined;
    return {
      name: nameOf(page),
      body: {
        ...{ total: items.length, page, pages },
        ...(next === undefined ? {} : { next }),
        ...more,
        links: {
          self: urls.absolute(urls.api(nameOf(page))),
          ...(next === undefined ? {} : { next: urls.absolute(next) }),
          ...(page === 1 ? {} : { previous: urls.absolute(urls.api(nameOf(page - 1))) }),
        },
        items: items.slice(index * length, page * length),
      },
    };
  });
}
