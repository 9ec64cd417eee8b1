import type { Finding } from '../../errors.ts';
import { filesBelow } from '../../system/files.ts';
import { auditFinding, BUILD_RULES } from '../rules.ts';

/** The files of a built site, relative to its folder with `/`, by code point. */
export interface SiteFiles {
  readonly folder: string;
  readonly names: readonly string[];
  readonly folders: readonly string[];
  readonly has: (name: string) => boolean;
  /** Whether a name is a folder that holds files. */
  readonly hasFolder: (name: string) => boolean;
}

/** Lists a built site. A link, or anything else that is neither a file nor a folder, is a finding. */
export function listSite(folder: string): { readonly files: SiteFiles; readonly findings: readonly Finding[] } {
  const below = filesBelow(folder);
  const findings = below.others.map((file) =>
    auditFinding(
      BUILD_RULES['site-file'],
      { file },
      {
        zh: '网站里只能有文件，这里是链接或其他东西',
        en: 'a site holds files only; this is a link or something else',
      },
      { zh: '把 public 里的这个链接换成文件本身', en: 'put the file itself in public, not a link' },
    ),
  );
  return { files: siteFiles({ folder, names: below.files, folders: below.folders }), findings };
}

/** A list of a built site's files. Can be sent to another process. */
export interface ListedSite extends Pick<SiteFiles, 'folder' | 'names' | 'folders'> {}

/** The files of a list. */
export function siteFiles({ folder, names, folders }: ListedSite): SiteFiles {
  const [known, knownFolders] = [new Set(names), new Set(folders)];
  return {
    ...{ folder, names, folders },
    has: (name) => known.has(name),
    hasFolder: (name) => knownFolders.has(name),
  };
}

/**
 * Checks that the sitemaps name every page that may be indexed, by its canonical address, and nothing else.
 * `sitemaps` are their texts; `pages` maps canonical addresses to files.
 */
export function sitemapFindings(
  sitemaps: readonly { readonly file: string; readonly text: string }[],
  pages: ReadonlyMap<string, string>,
): readonly Finding[] {
  const listed = new Map<string, string>();
  for (const { file, text } of sitemaps) {
    if (text.includes('<sitemapindex')) continue;
    for (const { 1: address = '' } of text.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g))
      listed.set(address.replaceAll('&amp;', '&'), file);
  }
  const missing = [...pages].filter(([address]) => !listed.has(address));
  const unknown = [...listed].filter(([address]) => !pages.has(address));
  return [
    ...missing.map(([address, file]) =>
      auditFinding(
        BUILD_RULES['sitemap-missing'],
        { file },
        { zh: `网站地图里没有这个页面：${address}`, en: `the sitemap does not name this page: ${address}` },
      ),
    ),
    ...unknown.map(([address, file]) =>
      auditFinding(
        BUILD_RULES['sitemap-unknown'],
        { file },
        {
          zh: `网站地图里的页面不存在或不供收录：${address}`,
          en: `the sitemap names a page that does not exist or is not to be indexed: ${address}`,
        },
      ),
    ),
  ];
}
