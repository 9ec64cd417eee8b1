import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Document, parseDocument } from 'yaml';
import type { FindingLanguage } from '../../errors.ts';
import { type ProofWords, proofWords } from '../../language/messages/proofing.ts';
import { approvalStates } from '../../model/approval.ts';
import { approvalFile, drawnRecords, readApprovals, sheetNumber, unapproved } from '../../reading/approvals.ts';
import { readSite, replyFolder, replyIds } from '../../reading/files.ts';
import { replaceFile } from '../../system/files.ts';
import { askGit } from '../../system/git.ts';
import { readOr, usageError } from '../../terminal/failures.ts';

/** Throws a CommandError for the first id that no letter has. */
export function knownIds(root: string, ids: readonly string[], words: ProofWords): void {
  const known = new Set(replyIds(root));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw usageError(() => words.noReply(unknown));
}

/** What `dafu proof --approve` is asked for. */
interface ApproveRequest {
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

/**
 * The ids of the letters that a change request is about: whose folders hold something else than at the commit that it set out from,
 * and those that were approved and changed since, which data that draw from them can do as well. Undefined where git knows no such commit.
 */
export function changedReplies(root: string, commit: string): string[] | undefined {
  // What begins with a hyphen would be an option of git's.
  const start = commit.startsWith('-') ? undefined : askGit(root, ['merge-base', commit, 'HEAD'])?.trim();
  if (start === undefined) return undefined;
  const changed = askGit(root, ['diff', '--name-only', '--relative', '-z', start, '--', 'content/replies']);
  const fresh = askGit(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', 'content/replies']);
  const files = `${changed ?? ''}\0${fresh ?? ''}`.split('\0');
  // Approvals that cannot be read are a finding of the check.
  const outdated = readOr(
    () => unapproved(root, undefined).filter((own) => own.changed.length > 0),
    () => [],
  );
  return replyIds(root).filter((id) => {
    const folder = `${replyFolder(root, id)}/`;
    return files.some((file) => file.startsWith(folder)) || outdated.some((own) => own.id === id);
  });
}
