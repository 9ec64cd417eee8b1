import type { Bilingual, Finding, Place } from '../errors.ts';
import type { Example } from './example.ts';

/** What a rule is and why it is there: what `dafu rules` and docs/rules.md show. */
export interface Rule {
  /** Stable kebab-case identifier. */
  readonly id: string;
  readonly severity: Finding['severity'];
  readonly why: Bilingual;
  /** The smallest content that breaks the rule, and the same put right: both are the rule's test fixtures. */
  readonly bad: Example;
  readonly good: Example;
  /** Whether an author may set the rule aside with a reason. */
  readonly waivable?: boolean;
}

/** What was found to break a rule, in the rule's own severity. The message says what is and what was expected; the hint how to mend it. */
export function found(rule: Rule, place: Place, message: Bilingual, hint: Bilingual): Finding {
  return { rule: rule.id, severity: rule.severity, place, message, hint };
}
