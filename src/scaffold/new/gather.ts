import { cancel, isCancel, select, text } from '@clack/prompts';
import type { FindingLanguage } from '../../errors.ts';
import { type FieldName, makeWords } from '../../language/messages/making.ts';
import type { Site } from '../../model/site.ts';
import { commandFailure, usageError } from '../../terminal/failures.ts';
import { FIELDS, type Field, fault, type NewKind } from './fields.ts';

/** Answers by field name; what was left out is not there. */
export type Given = Readonly<Partial<Record<FieldName, string>>>;

/**
 * All answers that a kind needs: those given as flags, checked, and the rest asked for at a terminal.
 * Throws a CommandError where a flag is wrong, or where there is no terminal to ask at.
 */
export async function gather(
  kind: NewKind,
  flags: Given,
  site: Site,
  { language, interactive }: { readonly language: FindingLanguage; readonly interactive: boolean },
): Promise<Given> {
  const words = makeWords[language];
  const fields = FIELDS[kind];
  for (const field of fields) {
    const value = flags[field.name];
    const why = value === undefined ? undefined : fault(field, value, site);
    if (value !== undefined && why !== undefined) {
      throw usageError(() => words.bad(`--${field.name}`, value, words.wrong(words.fields[field.name], why)));
    }
  }
  const missing = fields.filter(({ name, optional }) => flags[name] === undefined && optional !== true);
  if (!interactive) {
    if (missing.length > 0) throw usageError(() => words.missing(missing.map(({ name }) => `--${name}`)));
    return flags;
  }
  const answers: Partial<Record<FieldName, string>> = { ...flags };
  for (const field of fields) {
    if (answers[field.name] !== undefined) continue;
    const answer = await ask(field, site, language);
    if (answer !== '') answers[field.name] = answer;
  }
  return answers;
}

async function ask(field: Field, site: Site, language: FindingLanguage): Promise<string> {
  const words = makeWords[language];
  const message = words.fields[field.name] + (field.optional ? words.optional : '');
  const choices = field.choices?.(site);
  const answer =
    choices === undefined
      ? await text({
          message,
          validate: (value = '') => {
            const why = field.optional && value === '' ? undefined : fault(field, value, site);
            return why === undefined ? undefined : words.wrong(words.fields[field.name], why);
          },
        })
      : await select({ message, options: choices.map((value) => ({ value })) });
  if (!isCancel(answer)) return answer;
  cancel(words.cancelled);
  throw commandFailure(() => words.cancelled);
}
