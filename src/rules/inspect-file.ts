import { z } from 'zod';
import { typeByName } from '../attachments/file-types.ts';
import { readAttachment } from '../attachments/index.ts';
import type { Finding, Place } from '../errors.ts';
import { redirectsSchema } from '../model/addresses.ts';
import { approvalsSchema } from '../model/approval.ts';
import { bureausSchema } from '../model/bureau.ts';
import { commitmentsSchema } from '../model/commitment.ts';
import { datasetSchema } from '../model/dataset.ts';
import { glossarySchema } from '../model/glossary.ts';
import { sha256Of } from '../model/hashes.ts';
import { inspectJson, placeInJson } from '../model/json-source.ts';
import { type Languages, USUAL_LANGUAGES } from '../model/locale.ts';
import { publishedAddressesSchema, publishedReplySchema } from '../model/published.ts';
import { type Readable, readablePart, sourcePath } from '../model/readable-part.ts';
import type { Inspected } from '../model/schema-findings.ts';
import { siteSchema } from '../model/site.ts';
import { wordListSchema } from '../model/word-list.ts';
import { calendarYearSchema } from '../model/working-days.ts';
import { inspectYaml, placeInYaml } from '../model/yaml-source.ts';
import { ATTACHMENT_SIZE, MOST_ATTACHMENT_BYTES } from './attachments.ts';
import {
  decodeText,
  MOST_PUBLIC_BYTES,
  MOST_PUBLISHED_BYTES,
  MOST_TEXT_BYTES,
  PUBLIC_SIZE,
  TOO_LARGE,
  tooLargeFinding,
} from './bytes.ts';
import { runChecks, type TextFile } from './checks.ts';
import type { Facts, FileReport, Reading } from './file-report.ts';
import { CHECKS } from './index.ts';
import { readDocument, unreadDocument } from './inspect-document.ts';
import { EDITED_ROLES, extension, type FileRole, roleOf } from './layout.ts';
import { unreadableFinding } from './tree.ts';

/** Looks at one file by itself. Depends on nothing but its path and bytes, and the languages of the site. */
export function inspectFile(path: string, bytes: Uint8Array, languages: Languages = USUAL_LANGUAGES): FileReport {
  const role = roleOf(path);
  if (role.role === 'companion' || role.role === 'public') return inspectBinary(role, path, bytes);
  if (!TEXT_ROLES.has(role.role)) return { path, findings: [], facts: { kind: 'none' } };
  const { text, findings } = decodeText(bytes, path, mostBytes(path));
  if (text === undefined) return { path, findings, facts: unreadFacts(role) };
  const file: TextFile = { path, text, role: role.role };
  const own = [...findings, ...runChecks(CHECKS, 'text', file)];
  const read = readRole(role, text, path, languages);
  // Of a document only the front matter has fields: it is looked at there.
  const inFields = role.role === 'document' ? [] : runChecks(CHECKS, 'fields', { ...file, linesBefore: 0 });
  return { path, findings: [...own, ...inFields, ...read.findings], facts: read.facts };
}

/** How many bytes of a file are looked at: one that has more is too large for what it is. None of a file that nothing is read from. */
export function mostBytes(path: string): number {
  const { role } = roleOf(path);
  if (role === 'companion') return MOST_ATTACHMENT_BYTES;
  if (role === 'public') return MOST_PUBLIC_BYTES;
  if (role === 'published') return MOST_PUBLISHED_BYTES;
  return TEXT_ROLES.has(role) ? MOST_TEXT_BYTES : 0;
}

/** The report of a file that was not read: its `bytes` are more than `mostBytes`, or it cannot be read. */
export function inspectUnread(path: string, bytes: number | undefined): FileReport {
  const role = roleOf(path);
  if (mostBytes(path) === 0) return { path, findings: [], facts: { kind: 'none' } };
  const rule = role.role === 'companion' ? ATTACHMENT_SIZE : role.role === 'public' ? PUBLIC_SIZE : TOO_LARGE;
  const finding = bytes === undefined ? unreadableFinding(path) : tooLargeFinding(rule, path, bytes, mostBytes(path));
  return { path, findings: [finding], facts: unreadFacts(role) };
}

const TEXT_ROLES: ReadonlySet<FileRole['role']> = new Set([...EDITED_ROLES, 'published']);

/** Text files of `public/`, whose words go online as they are. */
const PUBLIC_TEXT: ReadonlySet<string> = new Set(['txt', 'csv', 'json']);

function inspectBinary({ role }: FileRole, path: string, bytes: Uint8Array): FileReport {
  const type = extension(path);
  if (role === 'public' && bytes.length > MOST_PUBLIC_BYTES) return inspectUnread(path, bytes.length);
  const findings = runChecks(CHECKS, 'bytes', { path, bytes, role });
  if (PUBLIC_TEXT.has(type)) {
    // Under the house's headers every text is UTF-8: in another encoding readers see other characters, and no check sees what is in it.
    const decoded = decodeText(bytes, path, MOST_PUBLIC_BYTES);
    findings.push(...decoded.findings, ...runChecks(CHECKS, 'text', { path, text: decoded.text ?? '', role }));
  }
  if (role === 'public') return { path, findings, facts: { kind: 'none' } };
  const sha256 = sha256Of(bytes);
  return { path, findings, facts: { kind: 'companion', sha256 } };
}

/**
 * What is wrong in the words, the properties and the programs of a file of another program: one beside a document, or in `public/`.
 * Nothing of other files, and of one that is not what its name says.
 */
export async function inspectWords(path: string, bytes: Uint8Array): Promise<Finding[]> {
  const { role } = roleOf(path);
  if (role !== 'companion' && role !== 'public') return [];
  if (bytes.length > MOST_ATTACHMENT_BYTES || typeByName(path)?.begins(bytes) !== true) return [];
  const reading = await readAttachment(path, bytes);
  return reading === undefined ? [] : runChecks(CHECKS, 'attachment', reading, path);
}

function readRole(role: FileRole, text: string, path: string, languages: Languages): Reading {
  const json = <Schema extends z.ZodObject>(schema: Schema, facts: (read: Readable<z.infer<Schema>>) => Facts) =>
    reading(schema, inspectJson(text, schema, path), facts, (steps) => placeInJson(text, path, steps));
  const yaml = <Schema extends z.ZodObject>(schema: Schema, facts: (read: Readable<z.infer<Schema>>) => Facts) =>
    reading(schema, inspectYaml(text, schema, { file: path, linesBefore: 0 }), facts, (steps) =>
      placeInYaml(text, path, steps),
    );
  switch (role.role) {
    case 'site':
      return yaml(siteSchema(languages), (site) => ({ kind: 'site', site }));
    case 'bureaus':
      return yaml(bureausSchema(languages), (bureaus) => ({ kind: 'bureaus', bureaus }));
    case 'words':
      return yaml(wordListSchema, (words) => ({ kind: 'words', words }));
    case 'glossary':
      return yaml(glossarySchema(languages), (glossary) => ({ kind: 'glossary', glossary }));
    case 'approval':
      return yaml(approvalsSchema, () => ({ kind: 'none' }));
    case 'dataset':
      return json(datasetSchema(languages), (dataset) => ({ kind: 'dataset', id: role.id, dataset }));
    case 'commitments':
      return json(commitmentsSchema(languages), (commitments) => ({ kind: 'commitments', commitments }));
    case 'redirects':
      return json(redirectsSchema, (redirects) => ({ kind: 'redirects', redirects }));
    case 'calendar':
      return json(calendarYearSchema, (calendar) => ({ kind: 'calendar', year: role.year, calendar }));
    case 'published':
      return readPublished(text, path);
    case 'document':
      return readDocument(role, text, path, languages);
    default:
      return { findings: [], facts: { kind: 'none' } };
  }
}

/** The findings of what was read, and the facts of as much of it as is in order. */
function reading<Schema extends z.ZodObject>(
  schema: Schema,
  { findings, source, value }: Inspected<z.infer<Schema>>,
  factsOf: (read: Readable<z.infer<Schema>>) => Facts,
  place: (path: readonly PropertyKey[]) => Place,
): Reading {
  const read: Readable<z.infer<Schema>> = value === undefined ? readablePart(schema, source) : { whole: true, value };
  const between = runChecks(CHECKS, 'value', read.value, (path) => place(sourcePath(read, path)));
  return { findings: [...findings, ...between], facts: factsOf(read) };
}

/** Records of what was published are written by the program: one with a fault says nothing. */
function readPublished(text: string, path: string): Reading {
  const of = <Schema extends z.ZodType>(schema: Schema, facts: (value: z.infer<Schema>) => Facts): Reading => {
    const { findings, value } = inspectJson(text, schema, path);
    return { findings, facts: value === undefined ? { kind: 'none' } : facts(value) };
  };
  if (path.startsWith('data/published/replies/'))
    return of(publishedReplySchema, (published) => ({ kind: 'published-reply', published }));
  if (path.startsWith('data/published/datasets/'))
    return of(z.unknown(), (value) => ({ kind: 'published-dataset', value }));
  if (path === 'data/published/addresses.json')
    return of(publishedAddressesSchema, ({ addresses }) => ({ kind: 'published-addresses', addresses }));
  return { findings: [], facts: { kind: 'none' } };
}

/** What is known of a file that cannot be read: that it is there, so that nothing that leads to it is called missing. */
function unreadFacts(role: FileRole): Facts {
  switch (role.role) {
    case 'site':
      return { kind: 'site', site: readablePart(siteSchema(USUAL_LANGUAGES), undefined) };
    case 'bureaus':
      return { kind: 'bureaus', bureaus: readablePart(bureausSchema(USUAL_LANGUAGES), undefined) };
    case 'redirects':
      return { kind: 'redirects', redirects: readablePart(redirectsSchema, undefined) };
    case 'commitments':
      return { kind: 'commitments', commitments: readablePart(commitmentsSchema(USUAL_LANGUAGES), undefined) };
    case 'dataset':
      return { kind: 'dataset', id: role.id, dataset: readablePart(datasetSchema(USUAL_LANGUAGES), undefined) };
    case 'calendar':
      return { kind: 'calendar', year: role.year, calendar: readablePart(calendarYearSchema, undefined) };
    case 'document':
      return unreadDocument(role);
    default:
      return { kind: 'none' };
  }
}
