import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { CACHES, cacheKey, digestOfParts } from '../cache/index.ts';
import { SiteError } from '../errors.ts';
import type { DocumentCollection } from '../model/document-kinds.ts';
import { LOCALES } from '../model/locale.ts';
import { datasetFiles, readDataset, readGlossary, readReply, readSite, replyFile } from './files.ts';
import { publicReplyIds } from './publication.ts';
import { buildingCache, buildMoment, siteRoot } from './root.ts';

/** An entry that one of these loaders puts into a collection. */
interface LoadedEntry {
  readonly id: string;
  /**
   * A digest of all that the entry is read from: an entry with the same digest is taken from the last build. In
   * development, where the program may have changed since, only one that this process has loaded.
   */
  readonly digest?: string | undefined;
  readonly read: () => object;
}

/**
 * A loader that reads a collection from the files as they are now and lets every error out: Astro's own `file()` and
 * `glob()` keep what the last build had where a file is broken. In development it loads again when a file under `watched` changes.
 */
function strictLoader(name: string, watched: readonly string[], entries: (root: string) => LoadedEntry[]): Loader {
  return {
    name: `dafu-${name}`,
    load: async (context: LoaderContext) => {
      const isDraft = context.watcher !== undefined;
      const loaded = new Map<string, string>();
      const load = async () => {
        const root = siteRoot();
        const found = entries(root);
        const ids = new Set(found.map(({ id }) => id));
        for (const id of context.store.keys()) if (!ids.has(id)) context.store.delete(id);
        for (const { id, digest, read } of found) {
          const kept = isDraft ? loaded.get(id) : context.store.get(id)?.digest;
          if (digest !== undefined && kept === digest) continue;
          const value = readEntry(read, isDraft);
          if (value === undefined) context.store.delete(id);
          else {
            const data = await context.parseData({ id, data: { ...value } });
            // In a draft, a changed text alone must not rewrite the store: that would reload everything.
            const own = isDraft ? undefined : digest;
            context.store.set({ id, data, digest: own ?? context.generateDigest(data) });
          }
          if (digest !== undefined) loaded.set(id, digest);
        }
      };
      await load();
      const places = watched.map((place) => path.join(siteRoot(), place));
      context.watcher?.add(places);
      // Loads run one at a time, and once for all changes in the meantime: an editor writes a file in several steps.
      let loading = Promise.resolve();
      let waits = false;
      const reload = (changed: string) => {
        if (waits || !places.some((place) => path.resolve(changed).startsWith(place))) return;
        waits = true;
        loading = loading
          .then(() => {
            waits = false;
            return load();
          })
          .catch((error: unknown) => context.logger.error(error instanceof Error ? error.message : String(error)));
      };
      for (const event of ['add', 'change', 'unlink'] as const) context.watcher?.on(event, reload);
    },
  };
}

/** An entry's value; in a draft, where the check shows what is wrong beside the pages, `undefined` for one that cannot be read. */
function readEntry(read: () => object, draft: boolean): object | undefined {
  try {
    return read();
  } catch (error) {
    if (draft && error instanceof SiteError) return undefined;
    throw error;
  }
}

/** A digest of a reply's files, and of the program that reads them where a build says which that is. */
function sourceDigest(root: string, id: string): string {
  const cache = buildingCache();
  const files = LOCALES.flatMap((locale) => {
    const file = path.join(root, replyFile(root, id, locale));
    return existsSync(file) ? [locale, readFileSync(file)] : [];
  });
  return cache === undefined ? digestOfParts(files) : cacheKey(cache, CACHES.entries, { files });
}

/** content/site.yaml, with the bureaus of content/bureaus.yaml, as the one entry `site`. */
export const siteLoader = (): Loader =>
  strictLoader('site', ['content/site.yaml', 'content/bureaus.yaml'], (root) => [
    { id: 'site', read: () => readSite(root) },
  ]);

/** content/glossary.yaml as the one entry `glossary`. */
export const glossaryLoader = (): Loader =>
  strictLoader('glossary', ['content/glossary.yaml'], (root) => [{ id: 'glossary', read: () => readGlossary(root) }]);

/** data/*.json, one entry a dataset. */
export const datasetsLoader = (): Loader =>
  strictLoader('datasets', ['data'], (root) =>
    datasetFiles(root).map((file) => ({ id: path.basename(file, '.json'), read: () => readDataset(root, file) })),
  );

/**
 * content/replies/<id>/ or content/replies/<bureau>/<folder>/: the front matter in each language. Bodies are read while their pages are made,
 * so that the collection stays small however long the texts are.
 */
export const repliesLoader = (): Loader =>
  strictLoader('replies', ['content/replies'], (root) =>
    publicReplyIds(root, buildMoment()).map((id) => ({
      id,
      digest: sourceDigest(root, id),
      read: () => {
        const { original, language, translations } = readReply(root, id);
        const others = Object.entries(translations).map(([locale, { frontMatter }]) => [locale, frontMatter]);
        return { record: original.frontMatter, language, translations: Object.fromEntries(others) };
      },
    })),
  );

/**
 * A folder of documents that are MDX with components: Astro's own loader, which alone can render their modules. The
 * errors that it swallows are reported by the check before every build.
 */
export function documentsLoader(kind: DocumentCollection): Loader {
  const folder = path.join(siteRoot(), 'content', kind);
  if (!existsSync(folder)) return strictLoader(kind, [`content/${kind}`], () => []);
  return glob({ base: pathToFileURL(`${folder}/`), pattern: `*/{${LOCALES.join(',')}}.mdx` });
}
