import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SiteError } from '../../errors.ts';
import { indexablePage, sitemapFiles } from '../../formats/address/sitemap.ts';
import { redirectPage, robotsText, securityText } from '../../formats/address/well-known.ts';
import { fileOfPath, missingAddresses, redirectFindings } from '../../model/addresses.ts';
import { sha256Of } from '../../model/hashes.ts';
import type { Site } from '../../model/site.ts';
import type { QuoteManifest } from '../../quotes/bundle.ts';
import { fileIndex, shardDigits } from '../../quotes/file-index.ts';
import { readPublishedAddresses, readRedirects } from '../../reading/published.ts';
import { filesBelow, readHead } from '../../system/files.ts';
import { siteUrls } from '../../urls.ts';
import type { OutputMemory } from '../reuse/output-memory.ts';
import { deriveSiteFile, putSiteFile, writeSiteFile } from './replies.ts';

/** Writes the sitemap, robots.txt, security.txt and a page at each former address. Throws a SiteError where a published address is gone. */
export function writeAddresses(folder: string, root: string, site: Site, memory: OutputMemory): void {
  const urls = siteUrls(site);
  const { files } = filesBelow(folder);
  writeRedirects(folder, root, site, files);
  const pages = files
    .filter((file) => file.endsWith('.html') && file !== '404.html')
    .flatMap((file) => memory.fact(file, 'head', () => indexablePage(readHead(join(folder, file))) ?? null) ?? []);
  for (const { name, from, write } of sitemapFiles(pages, urls.absolute(urls.asset(''))))
    deriveSiteFile(folder, memory, name, sha256Of(JSON.stringify(from)), write);
  writeSiteFile(folder, 'robots.txt', robotsText(urls.absolute(urls.asset('sitemap.xml'))));
  const security = securityText(site, urls.absolute(urls.asset('.well-known/security.txt')));
  if (security !== undefined) writeSiteFile(folder, '.well-known/security.txt', security);
}

function writeRedirects(folder: string, root: string, site: Site, files: readonly string[]): void {
  const built = new Set(files);
  const redirects = readRedirects(root);
  const published = readPublishedAddresses(root);
  const former = new Set(redirects.entries.map(({ from }) => fileOfPath(from)));
  const findings = [
    ...redirectFindings(
      redirects.entries,
      (file) => built.has(file),
      (index, key) => redirects.placeOf('redirects', index, key),
    ),
    ...missingAddresses(
      published.entries,
      (file) => built.has(file) || former.has(file),
      (index) => published.placeOf('addresses', index),
    ),
  ];
  if (findings.length > 0) throw new SiteError(findings);
  for (const redirect of redirects.entries) {
    if (redirect.from.endsWith('/')) writeSiteFile(folder, fileOfPath(redirect.from), redirectPage(redirect, site));
  }
}

/** What readers download and may want to check: pages, texts, data and originals. */
const CHECKED = /\.(?:html|md|txt|json|ndjson|csv|tgz|xlsx|pdf|ofd|docx|png|jpe?g|webp|avif|svg|ics|xml)$/;
const NOT_CHECKED = /^(?:verify|assets|_astro|search|pagefind|cards)\//;

/** Whether the page that checks quotations knows a built file. */
export const isCheckedFile = (path: string): boolean => CHECKED.test(path) && !NOT_CHECKED.test(path);

/**
 * Writes SHA-256, path and name of every published file, in pieces small enough to load, so that the page that checks quotations can tell
 * whether a file is as published. Runs after everything that writes such files. Returns how the pieces are named.
 */
export function writeFileHashes(folder: string, site: Site, memory: OutputMemory): QuoteManifest['files'] {
  const files = filesBelow(folder)
    .files.filter(isCheckedFile)
    .map((path) => ({ path, sha256: memory.fact(path, 'sha256', () => sha256Of(readFileSync(join(folder, path)))) }));
  const digits = shardDigits(files.length);
  const { hashes, paths, names } = fileIndex(files, digits, sha256Of);
  const put = (name: string, content: unknown) =>
    putSiteFile(folder, memory, `verify/files/${name}.json`, JSON.stringify(content));
  put('hashes', hashes);
  for (const [shard, own] of paths) put(`paths/${shard}`, own);
  for (const [shard, own] of names) put(`names/${shard}`, own);
  return { digits, folder: `${site.base}verify/files/` };
}
