import type { Finding } from '../../errors.ts';
import { filesBelow } from '../../system/files-below.ts';
import { auditFinding } from './finding.ts';

/** The files of a built site, relative to its folder with `/`, by code point. */
export interface SiteFiles {
  readonly folder: string;
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** Whether a name is a folder that holds files. */
  readonly hasFolder: (name: string) => boolean;
}

/** Lists a built site. A link in it, or anything else but files and folders, is a finding. */
export function listSite(folder: string): { readonly files: SiteFiles; readonly findings: readonly Finding[] } {
  const below = filesBelow(folder);
  const findings = below.others.map((file) =>
    auditFinding(
      'site-file',
      { file },
      {
        zh: '网站里只能有文件，这里是链接或其他东西',
        en: 'a site holds files only; this is a link or something else',
      },
      { zh: '把 public 里的这个链接换成文件本身', en: 'put the file itself in public, not a link' },
    ),
  );
  const known = new Set(below.files);
  const folders = new Set(below.folders);
  return {
    files: { folder, names: below.files, has: (name) => known.has(name), hasFolder: (name) => folders.has(name) },
    findings,
  };
}
