import { type Finding, type FindingLanguage, formatPlace, type HintReader, hintFor, oneLine } from '../errors.ts';
import type { CliWords } from '../language/messages/cli.ts';

/** Findings as lines of text: place, severity and rule, what is wrong, and how whoever reads it fixes it; then the count. */
export function formatFindings(
  findings: readonly Finding[],
  locale: FindingLanguage,
  words: CliWords,
  reader: HintReader = 'terminal',
): string {
  const lines = findings.map(
    ({ place, severity, rule, message, hint }) =>
      `${formatPlace(place)}  ${severity === 'error' ? words.errorWord : words.warningWord}  ${rule}  ${oneLine(message[locale])}\n` +
      `    ${words.hintWord}: ${oneLine(hintFor({ hint }, reader)[locale])}`,
  );
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return `${lines.join('\n')}\n${words.summary(errors, findings.length - errors)}\n`;
}
