import { existsSync, realpathSync } from 'node:fs';
import type { Finding } from '../errors.ts';
import { readSite } from '../reading/files.ts';
import { usageError } from '../terminal/failures.ts';
import { auditSite } from './audit/index.ts';

/** Audits a finished site where it stands, with the replies that are public at a moment: places are files of it. Throws a CommandError where there is none. */
export function auditFolder(
  root: string,
  folder: string,
  address: string | undefined,
  moment?: string,
): readonly Finding[] {
  if (!existsSync(folder)) throw usageError((words) => words.notBuilt(folder));
  const site = readSite(root);
  return auditSite({
    folder: realpathSync(folder),
    root,
    ...(moment === undefined ? {} : { moment }),
    site: address === undefined ? site : { ...site, address },
  });
}
