import type { FindingLanguage } from '../errors.ts';
import { type ImportWords, importWords } from '../language/messages/importing.ts';
import type { ImportOutcome } from './import-file.ts';

const marked = (items: readonly string[], mark: string) => items.map((item) => `${mark}${item}\n`).join('');

/** What was changed, one line each, with its place in the source. */
export function changeLines({ changes, format }: ImportOutcome, words: ImportWords): string[] {
  return changes.map(({ kind, line, text }) => `${words.at(line, format)}  ${words.changes[kind](text)}`);
}

/** What a person has to fill in or check, one line each. */
export function questionLines(
  { questions, format }: ImportOutcome,
  words: ImportWords,
  language: FindingLanguage,
): string[] {
  return questions.map(({ line, words: asked }) =>
    line === undefined ? asked[language] : `${words.at(line, format)}  ${asked[language]}`,
  );
}

/** The report of an import, for a terminal. */
export function importReport(outcome: ImportOutcome, language: FindingLanguage): string {
  const words = importWords[language];
  const changes = changeLines(outcome, words);
  const questions = questionLines(outcome, words, language);
  return [
    `${words.written(outcome.path)}\n`,
    changes.length === 0 ? `${words.noChanges}\n` : `${words.changeTitle(changes.length)}\n${marked(changes, '  ')}`,
    `${words.accounted(outcome.characters)}\n`,
    questions.length === 0
      ? `${words.noQuestions}\n`
      : `${words.questionTitle(questions.length)}\n${marked(questions, '  □ ')}`,
    `${questions.length === 0 ? words.nextCheck : words.next}\n`,
  ].join('\n');
}
