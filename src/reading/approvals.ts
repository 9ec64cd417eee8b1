import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, parseDocument } from 'yaml';
import {
  APPROVAL_FILE,
  type Approval,
  type ApprovalState,
  approvalStates,
  approvalsSchema,
} from '../model/approval.ts';
import { commitmentsSchema } from '../model/commitment.ts';
import { readJson } from '../model/json-source.ts';
import { readYaml } from '../model/yaml-source.ts';
import { isLitter } from '../rules/layout.ts';
import { canonical } from '../rules/published.ts';
import { datasetFiles, readDataset, readSite, readText, replyFolder, siteLanguages } from './files.ts';
import { publicReplyIds } from './publication.ts';

/** What datasets and commitments draw from replies, by the replies' ids: each a text that is equal for equal values. */
export type DrawnRecords = ReadonlyMap<string, readonly string[]>;

/** What a root's data draw from each of its replies: observations with their series, and commitments. Throws a SiteError. */
export function drawnRecords(root: string): DrawnRecords {
  const drawn: { readonly id: string; readonly record: string }[] = [];
  for (const file of datasetFiles(root)) {
    const { id: dataset, observations, series: all } = readDataset(root, file);
    for (const observation of observations) {
      if (observation.quote === undefined) continue;
      const series = all.find(({ id }) => id === observation.series);
      drawn.push({ id: observation.quote.reply, record: canonical({ dataset, series, observation }) });
    }
  }
  const file = 'data/commitments.json';
  if (existsSync(path.join(root, file)))
    for (const commitment of readJson(readText(root, file), commitmentsSchema(siteLanguages(root)), file).commitments)
      drawn.push({ id: commitment.quote.reply, record: canonical({ commitment }) });
  const groups = Map.groupBy(drawn, ({ id }) => id);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ record }) => record).sort()]));
}

/**
 * The bytes of a file that a sheet's number is made from. Line endings, and comments, order and quotation marks in
 * front matter, make no difference: none of them shows on a page.
 */
function sheetBytes(full: string): Buffer {
  const bytes = readFileSync(full);
  if (!full.endsWith('.mdx')) return bytes;
  const text = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  const values = frontMatterValues(text);
  return Buffer.from(values ?? text);
}

/** The values of a text's front matter, and its body; `undefined` where they cannot be read, which the check says. */
function frontMatterValues(text: string): string | undefined {
  if (!/^---\n/.test(text)) return undefined;
  const end = text.indexOf('\n---\n', 3);
  if (end === -1) return undefined;
  const document = parseDocument(text.slice(4, end + 1), { schema: 'core' });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  try {
    return `${canonical(document.toJS())}\n${text.slice(end + 5)}`;
  } catch {
    // Nested aliases that expand without bound.
    return undefined;
  }
}

/**
 * The number of a letter's proof sheet: the SHA-256 over the text and the values of the record in every language, the
 * files beside it, and what data draw from it. A change in any of these gives another number; approvals are not part of
 * it.
 */
export function sheetNumber(root: string, id: string, drawn: DrawnRecords = drawnRecords(root)): string {
  const folder = path.join(root, replyFolder(root, id));
  const names = readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [entry.name] : []))
    .filter((name) => name !== APPROVAL_FILE && !isLitter(name))
    .sort();
  const hash = createHash('sha256');
  const add = (part: string | Buffer) => hash.update(`${part.length}:`).update(part);
  add('dafu-sheet/2');
  for (const name of names) {
    add(name);
    add(sheetBytes(path.join(folder, name)));
  }
  for (const record of drawn.get(id) ?? []) add(record);
  return hash.digest('hex');
}

/** The path of a letter's approvals, relative to the root. */
export const approvalFile = (root: string, id: string): string => `${replyFolder(root, id)}/${APPROVAL_FILE}`;

/** The approvals of a letter, in their order; none where it has no such file. Throws a SiteError. */
export function readApprovals(root: string, id: string): readonly Approval[] {
  const file = approvalFile(root, id);
  if (!existsSync(path.join(root, file))) return [];
  return readYaml(readText(root, file), approvalsSchema, { file, linesBefore: 0 }).approvals;
}

/**
 * A letter that some roles have not approved in its present state: those who never did, and those who approved it
 * before a change.
 */
export interface Unapproved {
  readonly id: string;
  readonly missing: readonly string[];
  readonly changed: readonly string[];
}

/**
 * The letters that are public at a moment and that one of the roles of site.yaml's `requireApproval` has not approved as they are; none
 * where the site asks for no approval. Throws a SiteError where an approval cannot be read.
 */
export function unapproved(root: string, moment: string | undefined): Unapproved[] {
  const { requireApproval: roles } = readSite(root);
  if (roles === undefined) return [];
  const drawn = drawnRecords(root);
  return publicReplyIds(root, moment).flatMap((id): Unapproved[] => {
    const states = approvalStates(roles, readApprovals(root, id), sheetNumber(root, id, drawn));
    const of = (state: ApprovalState) => roles.filter((role) => states.get(role) === state);
    const [missing, changed] = [of('missing'), of('changed')];
    return missing.length + changed.length === 0 ? [] : [{ id, missing, changed }];
  });
}
