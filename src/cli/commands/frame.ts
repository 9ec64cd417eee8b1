import type { DeskWords } from '../../language/messages/desk.ts';
import type { Locale } from '../../model/locale.ts';

/** What every command is told: the language it speaks, and its words. */
export interface Frame {
  readonly words: DeskWords;
  readonly language: Locale;
}
