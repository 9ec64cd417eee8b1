import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../errors.ts';
import { pathPattern } from '../../formats/format.ts';
import { DATA_FORMATS, MISSING_FORMAT } from '../../formats/registry.ts';
import { ENVELOPE_FILE, fileOfPath, MANIFEST_FILE, SBOM_FILE, SIGNATURE_FILE } from '../../model/addresses.ts';
import { DOCUMENT_KIND_LIST } from '../../model/document-kinds.ts';
import { LOCALES } from '../../model/locale.ts';
import { readRedirects } from '../../reading/published.ts';
import { documentPath } from '../../routes.ts';
import { digestPlainFile, listFilesBelow } from '../../system/files.ts';
import { publicFiles } from '../copied-files.ts';
import { compressedOf, holdsSame } from '../output/compress.ts';
import { auditFinding, BUILD_RULES } from '../rules.ts';
import type { SiteFiles } from './site-files.ts';

/** The folders of all languages, as part of a pattern. */
const CODES = LOCALES.join('|');

/** Pages of datasets that other sites frame. */
const FRAME = new RegExp(`^embed/(?:${CODES})/([a-z0-9-]+)/index\\.html$`);

/** Files that every site may have without a page that links to them. Everything else is linked to, or comes from `public/`. */
const ENTRIES: readonly RegExp[] = [
  /^(?:index|404)\.html$/,
  /^(?:robots\.txt|sitemap[^/]*\.xml|\.well-known\/security\.txt)$/,
  // Well-known names, which programs ask for without a link.
  /^(?:api\/v1|verify)\/index\.json$/,
  ...[...DATA_FORMATS, MISSING_FORMAT].map((format) => new RegExp(`^${pathPattern(format)}$`)),
  /^verify\/files\/(?:hashes|(?:names|paths)\/(?:all|[0-9a-f]{1,2}))\.json$/,
  // Output of the bundler. A site that lacks some kind of content does not load all of it; the names contain a hash.
  /^assets\/.+[.-][\w-]{8}\.[a-z0-9]+$/,
  // The search index, whose packed files name each other.
  /^pagefind\/[^/]+\/(?:index\.json|parts\/[a-z0-9-]+\.json)$/,
  new RegExp(
    `^pagefind/[^/]+/(?:${CODES})/(?:[0-9-]+/)?(?:pagefind-entry\\.json|pagefind(?:-worker)?\\.js|(?:wasm\\.)?[\\w.-]+\\.(?:pagefind|pf_meta)|(?:index|fragment|filter)/\\w+\\.pf_\\w+)$`,
  ),
  // What other sites load beside a framed figure.
  /^embed\/resize\.js$/,
  // Pages for designers, and feeds that subscribers of earlier versions still follow.
  new RegExp(`^style/(?:(?:${CODES})/)?index\\.html$`),
  new RegExp(`^(?:${CODES})/issuers/[0-9a-f]{8}/feed\\.(?:xml|json)$`),
  // What a release adds, and what `server-config` writes for hosts without a configuration.
  new RegExp(`^(?:${[MANIFEST_FILE, ENVELOPE_FILE, SIGNATURE_FILE, SBOM_FILE].join('|').replaceAll('.', '\\.')})$`),
  /^_(?:headers|redirects)$/,
];

/** Folders whose lists name files by their paths. */
const LISTED: readonly string[] = ['verify/', 'api/'];

interface AccountOptions {
  readonly root: string;
  readonly files: SiteFiles;
  /** The files that a file leads to. */
  readonly leads: (file: string) => readonly string[];
}

/**
 * Errors for files of a built site that nothing accounts for: they are neither reachable from the cover, nor the page of a document, nor
 * the same as a plain file in `public/`. So a file that gets into an output by mistake is noticed.
 */
export function unaccountedFindings({ root, files, leads }: AccountOptions): Finding[] {
  const published = new Set(publicFiles(root));
  const former = new Set(readRedirects(root).entries.map(({ from }) => fileOfPath(from)));
  const documents = documentPages(root);
  const isEntry = (name: string) =>
    ENTRIES.some((entry) => entry.test(name)) ||
    former.has(name) ||
    documents.has(name) ||
    isFrame(name, root) ||
    isSameInPublic(name);
  const accounted = new Set<string>();
  const reach = (from: Iterable<string>) => {
    for (const waiting = [...from]; waiting.length > 0; ) {
      const name = waiting.pop() ?? '';
      if (accounted.has(name)) continue;
      accounted.add(name);
      waiting.push(...leads(name));
    }
  };
  reach(files.names.filter(isEntry));
  for (const folder of LISTED) reachListed(folder, files, accounted, reach);
  return files.names
    .filter((name) => !accounted.has(name) && !isCopy(name))
    .map((file) =>
      auditFinding(
        BUILD_RULES['file-unaccounted'],
        { file },
        {
          zh: '内容里没有与这个文件对应的来源，也没有页面通向它',
          en: 'nothing in the content accounts for this file, and no page leads to it',
        },
        {
          zh: '请重新生成；若仍出现，请把这条信息发给维护者',
          en: 'build again; if it is still there, send this message to the maintainers',
        },
      ),
    );

  /** Whether a file is the compressed copy that a release lays beside another. */
  function isCopy(name: string): boolean {
    const original = compressedOf(name);
    if (original === undefined || !accounted.has(original)) return false;
    const digest = digestPlainFile(join(files.folder, original));
    return typeof digest !== 'string' && holdsSame(join(files.folder, name), digest);
  }

  function isSameInPublic(name: string): boolean {
    if (!published.has(name)) return false;
    const [built, source] = [digestPlainFile(join(files.folder, name)), digestPlainFile(join(root, 'public', name))];
    return typeof built !== 'string' && typeof source !== 'string' && built.sha256 === source.sha256;
  }
}

/** The pages of documents besides replies: a page without a place in the footer may have no link to it. */
function documentPages(root: string): ReadonlySet<string> {
  return new Set(
    DOCUMENT_KIND_LIST.flatMap(([collection]) =>
      listFilesBelow(join(root, 'content', collection)).flatMap((file) => {
        const [, id, locale] = /^([^/]+)\/([^/]+)\.mdx$/.exec(file) ?? [];
        return id === undefined || locale === undefined ? [] : [fileOfPath(documentPath(collection, locale, id))];
      }),
    ),
  );
}

/** A page of a dataset that other sites frame. */
function isFrame(name: string, root: string): boolean {
  const id = FRAME.exec(name)?.[1];
  return id !== undefined && existsSync(join(root, 'data', `${id}.json`));
}

/** Follows the links between files of a folder, starting from those already reached, until no new file is found. */
function reachListed(
  folder: string,
  files: SiteFiles,
  accounted: ReadonlySet<string>,
  reach: (names: readonly string[]) => void,
): void {
  const own = files.names.filter((name) => name.startsWith(folder));
  const asked = new Set<string>();
  for (;;) {
    const open = own.filter((name) => !accounted.has(name));
    const next = own.filter((name) => accounted.has(name) && !asked.has(name));
    if (open.length === 0 || next.length === 0) return;
    for (const name of next) {
      asked.add(name);
      const bytes = readFileSync(join(files.folder, name));
      reach(open.filter((other) => isNamedIn(bytes, other)));
    }
  }
}

/** Whether a text holds a name, not as the end of a longer one. */
function isNamedIn(bytes: Buffer, name: string): boolean {
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1))
    if (at === 0 || !/[\w.-]/.test(String.fromCharCode(bytes[at - 1] ?? 0))) return true;
  return false;
}
