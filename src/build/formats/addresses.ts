import { join } from 'node:path';
import { SiteError } from '../../errors.ts';
import { indexedPage } from '../../formats/address/head.ts';
import { redirectPage } from '../../formats/address/redirects.ts';
import { sitemapFiles } from '../../formats/address/sitemap.ts';
import { robotsText, securityText } from '../../formats/address/well-known.ts';
import { fileOfPath, missingAddresses, redirectFindings } from '../../model/addresses.ts';
import type { Site } from '../../model/site.ts';
import { readPublishedAddresses, readRedirects } from '../../reading/address-files.ts';
import { filesBelow } from '../../system/files-below.ts';
import { readHead } from '../../system/read-head.ts';
import { siteUrls } from '../../urls.ts';
import type { OutputMemory } from '../reuse/output-memory.ts';
import { putSiteFile, writeSiteFile } from './replies.ts';

/** Writes sitemap, robots.txt, security.txt and a page at each former address. Throws a SiteError where an address was lost. */
export function writeAddresses(folder: string, root: string, site: Site, memory: OutputMemory): void {
  const urls = siteUrls(site);
  const { files } = filesBelow(folder);
  writeRedirects(folder, root, site, files);
  const pages = files
    .filter((file) => file.endsWith('.html') && file !== '404.html')
    .flatMap((file) => memory.fact(file, 'head', () => indexedPage(readHead(join(folder, file))) ?? null) ?? []);
  for (const [name, text] of sitemapFiles(pages, urls.absolute(urls.asset(''))))
    putSiteFile(folder, memory, name, text);
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
