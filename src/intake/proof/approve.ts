import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Document, parseDocument } from 'yaml';
import type { FindingLanguage } from '../../errors.ts';
import { type ProofWords, proofWords } from '../../language/messages/proofing.ts';
import { approvalStates } from '../../model/approval.ts';
import { approvalFile, drawnRecords, readApprovals, sheetNumber } from '../../reading/approvals.ts';
import { readSite, replyIds } from '../../reading/files.ts';
import { replaceFile } from '../../system/files.ts';
import { usageError } from '../../terminal/failures.ts';

/** Throws a CommandError for the first id that no letter has. */
export function knownIds(root: string, ids: readonly string[], words: ProofWords): void {
  const known = new Set(replyIds(root));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw usageError(() => words.noReply(unknown));
}

/** What `dafu proof --approve` is asked for. */
export interface ApproveRequest {
  readonly root: string;
  readonly ids: readonly string[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly language: FindingLanguage;
  readonly role: string;
}

/** Writes that a role approves letters as they are. Gives whether each was written, by its id. Throws a CommandError or SiteError. */
export function approve({ root, ids, role, today, language }: ApproveRequest): ReadonlyMap<string, boolean> {
  const words = proofWords[language];
  const roles = readSite(root).requireApproval;
  if (roles === undefined) throw usageError(() => words.noRoles);
  if (!roles.includes(role)) throw usageError(() => words.badRole(role, roles));
  knownIds(root, ids, words);
  const records = drawnRecords(root);
  return new Map(
    ids.map((id) => {
      const number = sheetNumber(root, id, records);
      const before = readApprovals(root, id);
      if (approvalStates([role], before, number).get(role) === 'approved') return [id, false];
      const path = join(root, approvalFile(root, id));
      const document = existsSync(path) ? parseDocument(readFileSync(path, 'utf8')) : new Document({ approvals: [] });
      document.setIn(
        ['approvals'],
        document.createNode([...before.filter((own) => own.role !== role), { role, date: today, sheet: number }]),
      );
      mkdirSync(dirname(path), { recursive: true });
      replaceFile(path, document.toString({ lineWidth: 120 }));
      return [id, true];
    }),
  );
}
