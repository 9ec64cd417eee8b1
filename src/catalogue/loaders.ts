import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { datasetFiles, readDataset, readGlossary, readReply, readSite, replyIds } from './files.ts';
import { siteRoot } from './root.ts';

/** What a loader of ours puts into a collection. */
interface LoadedEntry {
  readonly id: string;
  readonly data: object;
}

/**
 * A loader that reads the whole collection anew and lets every error out: Astro's own `file()` and `glob()` keep what
 * the last build had where a file is broken. In development it loads again when a file under `watched` changes.
 */
function strictLoader(name: string, watched: string, entries: (root: string) => LoadedEntry[]): Loader {
  return {
    name: `dafu-${name}`,
    load: async (context: LoaderContext) => {
      const load = async () => {
        const root = siteRoot();
        const loaded = entries(root);
        context.store.clear();
        for (const { id, data } of loaded) {
          const parsed = await context.parseData({ id, data: { ...data } });
          context.store.set({ id, data: parsed, digest: context.generateDigest(data as Record<string, unknown>) });
        }
      };
      await load();
      const folder = path.join(siteRoot(), watched);
      context.watcher?.add(folder);
      context.watcher?.on('change', (changed) => {
        if (!path.resolve(changed).startsWith(folder)) return;
        load().catch((error: unknown) => context.logger.error(error instanceof Error ? error.message : String(error)));
      });
    },
  };
}

/** content/site.yaml as the one entry `site`. */
export const siteLoader = (): Loader =>
  strictLoader('site', 'content/site.yaml', (root) => [{ id: 'site', data: readSite(root) }]);

/** content/glossary.yaml as the one entry `glossary`. */
export const glossaryLoader = (): Loader =>
  strictLoader('glossary', 'content/glossary.yaml', (root) => [{ id: 'glossary', data: readGlossary(root) }]);

/** data/*.json, one entry a dataset. */
export const datasetsLoader = (): Loader =>
  strictLoader('datasets', 'data', (root) =>
    datasetFiles(root).map((file) => {
      const dataset = readDataset(root, file);
      return { id: dataset.id, data: dataset };
    }),
  );

/**
 * content/replies/<id>/: the front matter in each language. Bodies are read while their pages are made,
 * so that the collection stays small however long the texts are.
 */
export const repliesLoader = (): Loader =>
  strictLoader('replies', 'content/replies', (root) =>
    replyIds(root).map((id) => {
      const { zh, en } = readReply(root, id);
      return { id, data: { record: zh.frontMatter, translation: en?.frontMatter } };
    }),
  );

/**
 * content/pages/ or content/reports/, which are MDX with components: Astro's own loader, since it alone lets their
 * modules be rendered. What it would swallow, the check before every build reports.
 */
export function documentsLoader(kind: 'pages' | 'reports'): Loader {
  const folder = path.join(siteRoot(), 'content', kind);
  if (!existsSync(folder)) return strictLoader(kind, `content/${kind}`, () => []);
  return glob({ base: pathToFileURL(`${folder}/`), pattern: '*/{zh,en}.mdx' });
}
