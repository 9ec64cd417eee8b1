import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FindingLanguage } from '../../errors.ts';
import { placeOf } from '../../intake/place.ts';
import { makeWords } from '../../language/messages/making.ts';
import { datasetSchema } from '../../model/dataset.ts';
import { type Glossary, glossarySchema, type Term } from '../../model/glossary.ts';
import { readJson } from '../../model/json-source.ts';
import { type Languages, originalLanguage } from '../../model/locale.ts';
import type { ReplyDraft } from '../../model/reply.ts';
import { readYaml } from '../../model/yaml-source.ts';
import { readSite } from '../../reading/files.ts';
import { todayInBeijing } from '../../system/today.ts';
import { commandFailure } from '../../terminal/failures.ts';
import type { NewKind } from './fields.ts';
import { type Given, gather } from './gather.ts';
import { type NewFiles, skeleton } from './skeletons.ts';

/** What `dafu new` is asked to do. */
export interface NewRequest {
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

/** Makes the skeleton of something new and gives the report. Never overwrites; a glossary term is added to the glossary. */
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
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return `${words.written(paths)}${words.next[kind]}\n`;
}
