import { z } from 'zod';
import { calendarDaySchema } from './dates.ts';
import { textSchema } from './text.ts';

/** An approval of a letter: in which role, on which day, and of which proof sheet. It names no person. */
const approvalSchema = z.strictObject({
  /** One of site.yaml's `requireApproval`: 审核人, 分管领导 … */
  role: textSchema,
  date: calendarDaySchema,
  /** The number of the sheet: the SHA-256 over all that it was made from. */
  sheet: z.string().regex(/^[0-9a-f]{64}$/, 'must be the number of a proof sheet: 64 hexadecimal digits'),
});

/** `content/replies/<id>/approval.yaml`, which stays with the content and is never published. */
export const approvalsSchema = z.strictObject({ approvals: z.array(approvalSchema) });

export type Approval = z.infer<typeof approvalSchema>;

/** The name of the file of a letter's approvals, in its folder. */
export const APPROVAL_FILE = 'approval.yaml';

/** The state of a role's approval: of the letter as it is, of another state of it, or none. */
export type ApprovalState = 'approved' | 'changed' | 'missing';

/** The state of each role's approval for a letter whose proof sheet has this number. */
export function approvalStates(
  roles: readonly string[],
  approvals: readonly Approval[],
  sheet: string,
): ReadonlyMap<string, ApprovalState> {
  return new Map(
    roles.map((role) => {
      const own = approvals.filter((approval) => approval.role === role);
      if (own.some((approval) => approval.sheet === sheet)) return [role, 'approved'];
      return [role, own.length === 0 ? 'missing' : 'changed'];
    }),
  );
}
