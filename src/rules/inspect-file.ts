import { createHash } from 'node:crypto';
import { visit } from 'unist-util-visit';
import { z } from 'zod';
import { type Finding, SiteError } from '../errors.ts';
import { blockNodes } from '../markdown/blocks.ts';
import { guardFindings } from '../markdown/guard/index.ts';
import { type BodyOrigin, parseLeniently } from '../markdown/parse.ts';
import { commitmentsSchema } from '../model/commitment.ts';
import { datasetSchema } from '../model/dataset.ts';
import { pageSchema, reportSchema } from '../model/document.ts';
import { type SourceParts, splitFrontMatter } from '../model/front-matter.ts';
import { glossarySchema } from '../model/glossary.ts';
import { readJson } from '../model/json-source.ts';
import { publishedAddressesSchema, publishedReplySchema } from '../model/published.ts';
import { redirectsSchema } from '../model/redirect.ts';
import { replyRecordSchema, replyTranslationSchema } from '../model/reply.ts';
import { siteSchema } from '../model/site.ts';
import { calendarYearSchema } from '../model/working-days.ts';
import { readYaml } from '../model/yaml-source.ts';
import { ANNEX_TYPES, annexFindings } from './annex-text.ts';
import { decodeText } from './bytes.ts';
import { characterFindings } from './characters.ts';
import type { DocumentFacts, Facts, FileReport, FrontMatter, LinkFact } from './file-report.ts';
import { imageFindings } from './image-metadata.ts';
import { EDITED_ROLES, extension, type FileRole, IMAGE_TYPES, roleOf } from './layout.ts';
import { lookalikeFindings } from './lookalikes.ts';
import { nestingFindings, unreadable } from './nesting.ts';
import { personalFindings } from './personal.ts';
import { textFindings } from './text/kept.ts';

/** Looks at one file by itself. Depends on nothing but its path and bytes. */
export function inspectFile(path: string, bytes: Uint8Array): FileReport {
  const role = roleOf(path);
  if (role.role === 'companion' || role.role === 'public') return inspectBinary(role, path, bytes);
  if (!TEXT_ROLES.has(role.role)) return { path, findings: [], facts: { kind: 'none' } };
  const { text, findings } = decodeText(bytes, path);
  if (text === undefined) return { path, findings, facts: { kind: 'none' } };
  const own = [
    ...findings,
    ...characterFindings(text, path),
    ...lookalikeFindings(text, path),
    ...personalFindings(text, path),
  ];
  const read = readRole(role, text.replace(/^\ufeff/, ''), path);
  return { path, findings: [...own, ...read.findings], facts: read.facts };
}

const TEXT_ROLES: ReadonlySet<FileRole['role']> = new Set([...EDITED_ROLES, 'published']);

/** Pictures whose metadata are read. */
const METADATA_TYPES: ReadonlySet<string> = new Set([...IMAGE_TYPES, 'gif']);

/** Text files of `public/`, whose words go online as they are. */
const PUBLIC_TEXT: ReadonlySet<string> = new Set(['txt', 'csv', 'json']);

function inspectBinary({ role }: FileRole, path: string, bytes: Uint8Array): FileReport {
  const type = extension(path);
  const text = PUBLIC_TEXT.has(type) ? decodeText(bytes, path).text : undefined;
  const findings = METADATA_TYPES.has(type)
    ? imageFindings(bytes, path)
    : ANNEX_TYPES.has(type)
      ? annexFindings(bytes, type, path)
      : text === undefined
        ? []
        : personalFindings(text, path);
  if (role === 'public') return { path, findings, facts: { kind: 'none' } };
  return { path, findings, facts: { kind: 'companion', sha256: createHash('sha256').update(bytes).digest('hex') } };
}

interface Reading {
  readonly findings: readonly Finding[];
  readonly facts: Facts;
}

function readRole(role: FileRole, text: string, path: string): Reading {
  const json = <Schema extends z.ZodType>(schema: Schema, facts: (value: z.infer<Schema>) => Facts) =>
    reading(() => readJson(text, schema, path), facts);
  const yaml = <Schema extends z.ZodType>(schema: Schema, facts: (value: z.infer<Schema>) => Facts) =>
    reading(() => readYaml(text, schema, { file: path, linesBefore: 0 }), facts);
  switch (role.role) {
    case 'site':
      return yaml(siteSchema, (site) => ({ kind: 'site', site }));
    case 'glossary':
      return yaml(glossarySchema, (glossary) => ({ kind: 'glossary', glossary }));
    case 'dataset':
      return json(datasetSchema, (dataset) => ({ kind: 'dataset', id: role.id, dataset }));
    case 'commitments':
      return json(commitmentsSchema, ({ commitments }) => ({ kind: 'commitments', commitments }));
    case 'redirects':
      return json(redirectsSchema, ({ redirects }) => ({ kind: 'redirects', redirects }));
    case 'calendar':
      return json(calendarYearSchema, (calendar) => ({ kind: 'calendar', year: role.year, calendar }));
    case 'published':
      if (path.startsWith('data/published/replies/'))
        return json(publishedReplySchema, (published) => ({ kind: 'published-reply', published }));
      if (path.startsWith('data/published/datasets/'))
        return json(z.unknown(), (value) => ({ kind: 'published-dataset', value }));
      if (path === 'data/published/addresses.json')
        return json(publishedAddressesSchema, ({ addresses }) => ({ kind: 'published-addresses', addresses }));
      return { findings: [], facts: { kind: 'none' } };
    case 'document':
      return readDocument(role, text, path);
    default:
      return { findings: [], facts: { kind: 'none' } };
  }
}

/** The facts of what was read; the findings where it cannot be. */
function reading<T>(read: () => T, factsOf: (value: T) => Facts): Reading {
  const { value, findings } = attempt(() => ({ read: read() }));
  return { findings, facts: value === undefined ? { kind: 'none' } : factsOf(value.read) };
}

/** A value, or the findings of the SiteError that was thrown instead. */
function attempt<T>(read: () => T): { readonly value: T | undefined; readonly findings: readonly Finding[] } {
  try {
    return { value: read(), findings: [] };
  } catch (error) {
    if (error instanceof SiteError) return { value: undefined, findings: error.findings };
    throw error;
  }
}

function readDocument(role: Extract<FileRole, { role: 'document' }>, text: string, path: string): Reading {
  const { collection, id, locale } = role;
  const parts = attempt(() => splitFrontMatter(text, path));
  if (parts.value === undefined) return { findings: parts.findings, facts: { kind: 'none' } };
  const frontMatter = readFrontMatter(role, parts.value, path);
  const body = readBody(role, parts.value, path);
  const facts: DocumentFacts = {
    kind: 'document',
    collection,
    id,
    locale,
    frontMatter: frontMatter.value,
    ...body.facts,
  };
  return { findings: [...frontMatter.findings, ...body.findings], facts };
}

function readFrontMatter(
  { collection, locale }: Extract<FileRole, { role: 'document' }>,
  { frontMatter }: SourceParts,
  file: string,
) {
  const read = <Schema extends z.ZodType>(schema: Schema) => readYaml(frontMatter, schema, { file, linesBefore: 1 });
  return attempt((): FrontMatter => {
    if (collection === 'reports') return { kind: 'report', value: read(reportSchema) };
    if (collection === 'pages') return { kind: 'page', value: read(pageSchema) };
    if (locale === 'zh') return { kind: 'record', value: read(replyRecordSchema) };
    return { kind: 'translation', value: read(replyTranslationSchema) };
  });
}

interface BodyReading {
  readonly findings: readonly Finding[];
  readonly facts: Pick<DocumentFacts, 'blocks' | 'anchors' | 'links'>;
}

function readBody(
  { collection }: Extract<FileRole, { role: 'document' }>,
  { body, bodyLine }: SourceParts,
  file: string,
): BodyReading {
  const origin: BodyOrigin = { file, linesBefore: bodyLine - 1 };
  const refused = unreadable(body, origin);
  if (refused !== undefined) return { findings: [refused], facts: { blocks: [], anchors: [], links: [] } };
  const kind = collection === 'replies' ? 'official' : 'compiled';
  const { tree, text, findings } = parseLeniently(body, origin);
  const blocks = blockNodes(tree, origin.linesBefore).map(({ block }) => block);
  const links: LinkFact[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const { line = 1, column = 1 } = node.position?.start ?? {};
    links.push({ address: node.url, image: node.type === 'image', line: line + origin.linesBefore, column });
  });
  return {
    findings: [
      ...findings,
      ...guardFindings(tree, kind, origin),
      ...nestingFindings(tree, origin),
      ...textFindings(tree, text, kind, origin),
    ],
    facts: { blocks, anchors: blocks.map((block) => block.id), links },
  };
}
