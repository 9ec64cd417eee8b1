import { cancel, isCancel, select, text } from '@clack/prompts';
import type { FindingLanguage } from '../../errors.ts';
import { makeWords } from '../../language/messages/making.ts';
import type { Site } from '../../model/site.ts';
import { commandFailure, usageError } from '../../terminal/failures.ts';
import { askedBy, type Field, fault, fieldsOf, type NewKind } from './fields.ts';

/** Answers by field name; what was left out is not there. */
export type Given = Readonly<Partial<Record<string, string>>>;

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
  const fields = fieldsOf(site.languages)[kind];
  const strange = Object.keys(flags).filter((flag) => !fields.some(({ name }) => name === flag));
  if (strange.length > 0)
    throw usageError(() =>
      words.notAsked(
        strange.map((flag) => `--${flag}`),
        kind,
      ),
    );
  for (const field of fields) {
    const value = flags[field.name];
    const why = value === undefined ? undefined : fault(field, value, site);
    if (value !== undefined && why !== undefined) {
      throw usageError(() => words.bad(`--${field.name}`, value, words.wrong(askedBy(field, language), why)));
    }
  }
  const missing = fields.filter(({ name, optional }) => flags[name] === undefined && optional !== true);
  if (!interactive) {
    if (missing.length > 0) throw usageError(() => words.missing(missing.map(({ name }) => `--${name}`)));
    return flags;
  }
  const answers: Record<string, string> = Object.fromEntries(
    Object.entries(flags).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  for (const field of fields) {
    if (answers[field.name] !== undefined) continue;
    const answer = await ask(field, site, language);
    if (answer !== '') answers[field.name] = answer;
  }
  return answers;
}

async function ask(field: Field, site: Site, language: FindingLanguage): Promise<string> {
  const words = makeWords[language];
  const message = askedBy(field, language) + (field.optional ? words.optional : '');
  const choices = field.choices?.(site);
  const answer =
    choices === undefined
      ? await text({
          message,
          validate: (value = '') => {
            const why = field.optional && value === '' ? undefined : fault(field, value, site);
            return why === undefined ? undefined : words.wrong(askedBy(field, language), why);
          },
        })
      : await select({ message, options: choices.map((value) => ({ value })) });
  if (!isCancel(answer)) return answer;
  cancel(words.cancelled);
  throw commandFailure(() => words.cancelled);
}
