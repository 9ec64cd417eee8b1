import {
  type Finding,
  type FindingLanguage,
  formatPlace,
  type HintReader,
  hintFor,
  oneLine,
  SiteError,
} from '../errors.ts';
import type { CliWords } from '../language/messages/cli.ts';

/** A command that cannot be carried out, with a message for the user. Usage errors exit with 2, failures with 1. */
export class CommandError extends Error {
  override name = 'CommandError';
  readonly say: (words: CliWords) => string;
  readonly exitCode: 1 | 2;

  constructor(say: (words: CliWords) => string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(undefined, options);
    this.say = say;
    this.exitCode = exitCode;
  }
}

/** The command was typed wrongly or names what does not exist: exit code 2. */
export function usageError(say: (words: CliWords) => string): CommandError {
  return new CommandError(say, 2);
}

/** The command was right but could not be carried out: exit code 1. */
export function commandFailure(say: (words: CliWords) => string, cause?: unknown): CommandError {
  return new CommandError(say, 1, { cause });
}

/** The findings behind a failure, however deeply Astro or Vite wrapped it; empty where there are none. */
export function findingsBehind(error: unknown): readonly Finding[] {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    if (at instanceof SiteError) return at.findings;
    // A SiteError thrown in code that Vite bundled is of another class of the same shape.
    if ('findings' in at && Array.isArray(at.findings)) return at.findings;
  }
  return [];
}

/** What `read` gives, or `otherwise` where content is invalid, which the check reports. Rethrows every other error. */
export function readOr<Value, Other>(read: () => Value, otherwise: () => Other): Value | Other {
  try {
    return read();
  } catch (error) {
    if (findingsBehind(error).length === 0) throw error;
    return otherwise();
  }
}

/**
 * The system's message about a refused operation, with its path or address; undefined for any other error, which is a
 * bug.
 */
export function refusedBySystem(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return oneLine(error.message);
}

/** Findings as lines of text: place, severity and rule, what is wrong, and how to fix it; then the count. */
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
