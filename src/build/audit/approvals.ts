import { basename } from 'node:path';
import { type Finding, SiteError } from '../../errors.ts';
import { APPROVAL_FILE } from '../../model/approval.ts';
import { readApprovals } from '../../reading/approvals.ts';
import { replyIds } from '../../reading/files.ts';
import { BUILD_RULES } from '../rules.ts';
import { auditFinding } from './finding.ts';

/** What may hold the number of a sheet: sixty-four hexadecimal digits. */
const NUMBER = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g;
const TEXT = /\.(?:html|svg|css|m?js|json|jsonld|webmanifest|xml|txt|md|csv|ics|bib|ris|ya?ml)$/;

/** The numbers of all sheets that were approved; those of a file that cannot be read are none, which the check says. */
export function approvedNumbers(root: string): ReadonlySet<string> {
  return new Set(
    replyIds(root).flatMap((id) => {
      try {
        return readApprovals(root, id).map(({ sheet }) => sheet);
      } catch (error) {
        if (error instanceof SiteError) return [];
        throw error;
      }
    }),
  );
}

/**
 * Gives what finds approvals in files of a built site, by their name and text: they stay with the content. `numbers` are those of all
 * sheets that were approved; the text is read only where there are any.
 */
export function approvalAudit(numbers: ReadonlySet<string>): (name: string, text: () => string) => Finding[] {
  return (name, text) => {
    const isOne = basename(name) === APPROVAL_FILE;
    const names =
      !isOne && numbers.size > 0 && TEXT.test(name) && (text().match(NUMBER) ?? []).some((own) => numbers.has(own));
    if (!isOne && !names) return [];
    return [
      auditFinding(
        BUILD_RULES['approval-published'],
        { file: name },
        { zh: '核准记录被发布出来了', en: 'an approval is published here' },
        {
          zh: '核准记录只留在仓库里：请从内容里删去校样编号',
          en: 'approvals stay in the repository: remove the sheet’s number from the content',
        },
      ),
    ];
  };
}
