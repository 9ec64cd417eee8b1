import { unapproved } from '../../reading/approvals.ts';
import { replyFolder, replyIds } from '../../reading/files.ts';
import { askGit } from '../../system/git.ts';
import { readOr } from '../../terminal/failures.ts';

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
