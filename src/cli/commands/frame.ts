import type { FindingLanguage } from '../../errors.ts';
import type { DeskWords } from '../../language/messages/desk.ts';

/** What every command is told: the language it speaks, and its words. */
export interface Frame {
  readonly words: DeskWords;
  readonly language: FindingLanguage;
}
