import { existsSync, realpathSync } from 'node:fs';
import type { Finding } from '../errors.ts';
import { readSite } from '../reading/files.ts';
import { usageError } from '../terminal/failures.ts';
import { auditSite } from './audit/index.ts';

/** What a finished site is audited as. */
export interface AuditOutputRequest {
  /** Absolute. */
  readonly root: string;
  /** In place of the address in site.yaml. */
  readonly address: string | undefined;
  /** The moment up to which replies are public. */
  readonly moment: string;
  /** How many processes may work at once. */
  readonly jobs: number;
}

/** Audits a finished site where it stands: places are files of it. Throws a CommandError where there is none. */
export async function auditFolder(
  { root, address, moment, jobs }: AuditOutputRequest,
  folder: string,
): Promise<readonly Finding[]> {
  if (!existsSync(folder)) throw usageError((words) => words.notBuilt(folder));
  const site = readSite(root);
  return auditSite({
    folder: realpathSync(folder),
    ...{ root, moment, jobs },
    site: address === undefined ? site : { ...site, address },
  });
}
