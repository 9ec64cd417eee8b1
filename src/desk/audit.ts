import { existsSync, realpathSync } from 'node:fs';
import { readSite } from '../catalogue/files.ts';
import type { Finding } from '../errors.ts';
import { auditSite } from '../integrations/audit/index.ts';
import { usageError } from './failures.ts';

/** Audits a finished site where it stands: places are files of it. Throws a DeskError where there is none. */
export function auditFolder(root: string, folder: string, address: string | undefined): readonly Finding[] {
  if (!existsSync(folder)) throw usageError((words) => words.notBuilt(folder));
  const site = readSite(root);
  return auditSite({
    folder: realpathSync(folder),
    root,
    site: address === undefined ? site : { ...site, address },
  });
}
