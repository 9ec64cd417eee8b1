import type { FindingLanguage } from '../../errors.ts';
import type { CliWords } from '../../language/messages/cli.ts';

/** What every command is told: the language it speaks, and its words. */
export interface Frame {
  readonly words: CliWords;
  readonly language: FindingLanguage;
}
