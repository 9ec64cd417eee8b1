import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cancel, isCancel, select, text } from '@clack/prompts';
import type { FindingLanguage } from '../../errors.ts';
import { placeOf } from '../../intake/place.ts';
import { makeWords } from '../../language/messages/making.ts';
import { datasetSchema } from '../../model/dataset.ts';
import { type Glossary, glossarySchema, type Term } from '../../model/glossary.ts';
import { readJson } from '../../model/json-source.ts';
import { type Languages, originalLanguage } from '../../model/locale.ts';
import type { ReplyDraft } from '../../model/reply.ts';
import type { Site } from '../../model/site.ts';
import { readYaml } from '../../model/yaml-source.ts';
import { readSite } from '../../reading/files.ts';
import { writeFileAndFolders } from '../../system/files.ts';
import { todayInBeijing } from '../../system/today.ts';
import { commandFailure, usageError } from '../../terminal/failures.ts';
import { askedBy, type Field, fault, fieldsOf, type NewKind } from './fields.ts';
import { type NewFiles, skeleton } from './skeletons.ts';

/** What `dafu new` is asked to do. */
interface NewRequest {
  readonly root: string;
  readonly kind: NewKind;
  readonly flags: Given;
  readonly language: FindingLanguage;
  /** Whether there is a terminal to ask at. */
  readonly interactive: boolean;
}

const GLOSSARY = 'content/glossary.yaml';

function readGlossary(root: string, languages: Languages): { text: string; terms: Glossary['terms'] } {
  const path = join(root, GLOSSARY);
  if (!existsSync(path)) return { text: '', terms: [] };
  const text = readFileSync(path, 'utf8');
  return { text, terms: readYaml(text, glossarySchema(languages), { file: GLOSSARY, linesBefore: 0 }).terms };
}

/** Checks what is about to be written as `dafu check` would. Throws a SiteError. */
function validate(kind: NewKind, files: NewFiles, languages: Languages): void {
  if (kind !== 'dataset') return;
  for (const [file, text] of Object.entries(files)) readJson(text, datasetSchema(languages), file);
}

/**
 * Writes the skeleton of a new document and gives the message to print. Never overwrites; a term is added to the
 * glossary. Throws a CommandError or a SiteError.
 */
export async function makeNew({ root, kind, flags, language, interactive }: NewRequest): Promise<string> {
  const words = makeWords[language];
  const site = readSite(root);
  const given = await gather(kind, flags, site, { language, interactive });
  const glossary = readGlossary(root, site.languages);
  const original = originalLanguage(site.languages);
  const isKnown = (term: Term) => term.id === given['id'] || term[original] === given[original];
  const known = kind === 'term' ? glossary.terms.find(isKnown) : undefined;
  if (known) throw commandFailure(() => words.termExists(known[original]));
  const issuer = site.issuer[original];
  const today = todayInBeijing();
  const folderOf = (record: ReplyDraft) => placeOf(root, site, record).folder;
  const files = skeleton(kind, given, { languages: site.languages, issuer, folderOf, today, glossary: glossary.text });
  validate(kind, files, site.languages);
  const paths = Object.keys(files);
  const taken = kind === 'term' ? undefined : paths.find((path) => existsSync(join(root, path)));
  if (taken !== undefined) throw commandFailure(() => words.exists(taken));
  for (const [path, text] of Object.entries(files)) writeFileAndFolders(join(root, path), text);
  return `${words.written(paths)}${words.next[kind]}\n`;
}

/** Answers by field name; what was left out is not there. */
export type Given = Readonly<Partial<Record<string, string>>>;

/**
 * All answers that a kind needs: those given as flags, validated, and the rest prompted for. Throws a CommandError
 * where a flag is wrong, or where there is no terminal to ask at.
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
