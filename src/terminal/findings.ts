import { type Finding, type FindingLanguage, formatPlace, oneLine } from '../errors.ts';
import type { CliWords } from '../language/messages/cli.ts';

/** Findings as text for a terminal: place, severity and rule, what is wrong, and how to fix it; then the count. */
export function formatFindings(findings: readonly Finding[], locale: FindingLanguage, words: CliWords): string {
  const lines = findings.map(
    ({ place, severity, rule, message, hint }) =>
      `${formatPlace(place)}  ${severity === 'error' ? words.errorWord : words.warningWord}  ${rule}  ${oneLine(message[locale])}\n` +
      `    ${words.hintWord}: ${oneLine(hint[locale])}`,
  );
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return `${lines.join('\n')}\n${words.summary(errors, findings.length - errors)}\n`;
}
