import type { Finding } from '../errors.ts';
import { approvalFile, unapproved } from '../reading/approvals.ts';
import { RELEASE_RULES } from './rules.ts';

/**
 * An error for each letter that is public at a moment and that one of the roles of site.yaml's `requireApproval` has not approved as it
 * is now; none where the site asks for no approval. Throws a SiteError where an approval cannot be read.
 */
export function approvalFindings(root: string, moment: string | undefined): Finding[] {
  return unapproved(root, moment).flatMap(({ id, missing, changed }) => {
    const file = approvalFile(root, id);
    return [...refused(file, id, changed, true), ...refused(file, id, missing, false)];
  });
}

function refused(file: string, id: string, roles: readonly string[], changed: boolean): Finding[] {
  if (roles.length === 0) return [];
  const who = { zh: roles.join('、'), en: roles.join(', ') };
  return [
    {
      rule: RELEASE_RULES[changed ? 'approval-outdated' : 'approval-missing'].id,
      severity: 'error',
      place: { file },
      message: changed
        ? { zh: `${id} 在${who.zh}核准以后改动过`, en: `${id} was changed after ${who.en} approved it` }
        : { zh: `${id} 没有经${who.zh}核准`, en: `${id} was not approved by ${who.en}` },
      hint: {
        zh: `请用 dafu proof ${id} 打印现在的校样，核准后用 dafu proof ${id} --approve 写入，或照校样末尾的几行写进这个文件`,
        en: `print the sheet of what it is now (dafu proof ${id}); when it is approved, dafu proof ${id} --approve writes it, or copy the lines at the foot of the sheet into this file`,
        web: {
          zh: '请打印现在的校样；核准后照校样末尾的几行写进这个文件',
          en: 'print the sheet of what it is now; when it is approved, copy the lines at its foot into this file',
        },
      },
    },
  ];
}
