import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Finding } from '../../errors.ts';
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
  const names: string[] = [];
  const folders = new Set<string>();
  const findings: Finding[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const name = relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    if (entry.isFile()) names.push(name);
    else if (entry.isDirectory()) folders.add(name);
    else
      findings.push(
        auditFinding(
          'site-file',
          { file: name },
          {
            zh: '网站里只能有文件，这里是链接或其他东西',
            en: 'a site holds files only; this is a link or something else',
          },
          { zh: '把 public 里的这个链接换成文件本身', en: 'put the file itself in public, not a link' },
        ),
      );
  }
  names.sort();
  const known = new Set(names);
  return {
    files: { folder, names, has: (name) => known.has(name), hasFolder: (name) => folders.has(name) },
    findings,
  };
}
