import path from 'node:path';
import { FINISHED_FILES, plainKey, replyKey } from '../../reading/page-reads.ts';

/** What Astro tells of a path that it would render. */
export interface PagePath {
  readonly pathname: string;
  readonly route: { readonly type: string };
  /** What the page shows. */
  readonly cacheKey?: string | undefined;
}

export const withoutSlashes = (pathname: string): string => pathname.replace(/^\/|\/$/g, '');

/** The file of a page in the output: `zh/replies/2024-7/index.html`; an endpoint's is its path, and that of errors has its number. */
export function outputFile({ pathname, route }: PagePath): string {
  const plain = withoutSlashes(pathname);
  if (route.type === 'endpoint') return plain;
  return /^(?:404|500)$/.test(plain) ? `${plain}.html` : path.posix.join(plain, 'index.html');
}

/** What pages have in common that show the same. */
export const groupOf = ({ cacheKey }: PagePath): string | undefined =>
  cacheKey === undefined ? undefined : plainKey(cacheKey);

/**
 * Pages in the order of what they show, so that those of one reply follow each other and share its rendered text. Those that tell of
 * finished files come last.
 */
export function byWhatTheyShow<T extends PagePath>(paths: readonly T[]): T[] {
  const groups = Map.groupBy(paths, groupOf);
  const [others, last] = [groups.get(undefined) ?? [], groups.get(FINISHED_FILES) ?? []];
  groups.delete(undefined);
  groups.delete(FINISHED_FILES);
  return [...others, ...[...groups.values()].flat(), ...last];
}

/** The number of pages that show only one reply, for each reply: these can be made by another process. */
export function replyGroups(paths: readonly PagePath[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const path of paths) {
    const group = groupOf(path);
    if (group?.startsWith(replyKey(''))) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  return sizes;
}
