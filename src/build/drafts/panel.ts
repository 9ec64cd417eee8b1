import { type Finding, type FindingLanguage, formatPlace } from '../../errors.ts';
import { checkWords } from '../../language/messages/check.ts';
import { excerpt, type LineOf } from '../check/formats/pretty.ts';

/** One finding in the words of whoever edits, as a page of the draft shows it. */
interface PanelEntry {
  readonly severity: Finding['severity'];
  /** Severity in words, and place. */
  readonly head: string;
  readonly message: string;
  /** The line with its place marked, as two lines of equal-width text; empty where no line is known. */
  readonly excerpt: string;
  readonly hint: string;
}

/** What the browser shows of a check: plain text only, ready to be put into elements. */
export interface Panel {
  readonly lang: string;
  readonly title: string;
  readonly entries: readonly PanelEntry[];
}

/** A check's findings for the browser, in one language. */
export function findingsPanel(findings: readonly Finding[], locale: FindingLanguage, lineOf: LineOf): Panel {
  const words = checkWords[locale];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    lang: locale === 'zh' ? 'zh-CN' : 'en',
    title: words.drafts(errors, findings.length - errors),
    entries: findings.map((finding) => ({
      severity: finding.severity,
      head: `${words[finding.severity]} · ${formatPlace(finding.place)} · ${finding.rule}`,
      message: finding.message[locale],
      excerpt: excerpt(finding.place, lineOf).join('\n'),
      hint: `${words.hint}: ${finding.hint[locale]}`,
    })),
  };
}
