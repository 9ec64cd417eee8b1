import { createHash } from 'node:crypto';
import { visit } from 'unist-util-visit';
import { z } from 'zod';
import { type Finding, SiteError } from '../errors.ts';
import { blockNodes } from '../markdown/blocks.ts';
import { guardFindings } from '../markdown/guard/index.ts';
import { type BodyOrigin, parseLeniently } from '../markdown/parse.ts';
import { datasetSchema } from '../model/dataset.ts';
import { pageSchema, reportSchema } from '../model/document.ts';
import { type SourceParts, splitFrontMatter } from '../model/front-matter.ts';
import { glossarySchema } from '../model/glossary.ts';
import { readJson } from '../model/json-source.ts';
import { publishedReplySchema } from '../model/published.ts';
import { replyRecordSchema, replyTranslationSchema } from '../model/reply.ts';
import { siteSchema } from '../model/site.ts';
import { readYaml } from '../model/yaml-source.ts';
import { decodeText } from './bytes.ts';
import { characterFindings } from './characters.ts';
import type { DocumentFacts, Facts, FileReport, FrontMatter, LinkFact } from './file-report.ts';
import { imageFindings } from './image-metadata.ts';
import { extension, type FileRole, IMAGE_TYPES, roleOf } from './layout.ts';
import { lookalikeFindings } from './lookalikes.ts';
import { deepLine, nestingFindings, tooDeep } from './nesting.ts';
import { personalFindings } from './personal.ts';
import { textFindings } from './text/kept.ts';

/** Looks at one file by itself. Depends on nothing but its path and bytes. */
export function inspectFile(path: string, bytes: Uint8Array): FileReport {
  const role = roleOf(path);
  if (role.role === 'companion' || role.role === 'public') return inspectBinary(role, path, bytes);
  if (!isText(role)) return { path, findings: [], facts: { kind: 'none' } };
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

function isText({ role }: FileRole): boolean {
  return role === 'site' || role === 'glossary' || role === 'document' || role === 'dataset' || role === 'published';
}

/** Text files of `public/`, whose words go online as they are. */
const PUBLIC_TEXT: ReadonlySet<string> = new Set(['txt', 'csv', 'json']);

function inspectBinary({ role }: FileRole, path: string, bytes: Uint8Array): FileReport {
  const type = extension(path);
  const text = PUBLIC_TEXT.has(type) ? decodeText(bytes, path).text : undefined;
  const findings = IMAGE_TYPES.has(type)
    ? imageFindings(bytes, path)
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
  switch (role.role) {
    case 'site': {
      const { value, findings } = attempt(() => readYaml(text, siteSchema, { file: path, linesBefore: 0 }));
      return { findings, facts: value ? { kind: 'site', site: value } : { kind: 'none' } };
    }
    case 'glossary': {
      const { value, findings } = attempt(() => readYaml(text, glossarySchema, { file: path, linesBefore: 0 }));
      return { findings, facts: value ? { kind: 'glossary', glossary: value } : { kind: 'none' } };
    }
    case 'dataset': {
      const { value, findings } = attempt(() => readJson(text, datasetSchema, path));
      return { findings, facts: value ? { kind: 'dataset', id: role.id, dataset: value } : { kind: 'none' } };
    }
    case 'published':
      return readPublished(text, path);
    case 'document':
      return readDocument(role, text, path);
    default:
      return { findings: [], facts: { kind: 'none' } };
  }
}

/** The record of what was published: replies are checked, datasets kept as they are, addresses are the build's to check. */
function readPublished(text: string, path: string): Reading {
  if (path.startsWith('data/published/replies/')) {
    const { value, findings } = attempt(() => readJson(text, publishedReplySchema, path));
    return { findings, facts: value ? { kind: 'published-reply', published: value } : { kind: 'none' } };
  }
  if (!path.startsWith('data/published/datasets/')) return { findings: [], facts: { kind: 'none' } };
  const { value, findings } = attempt(() => readJson(text, z.unknown(), path));
  return { findings, facts: findings.length === 0 ? { kind: 'published-dataset', value } : { kind: 'none' } };
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
  const deep = deepLine(body);
  if (deep !== undefined) {
    const place = { file, line: deep + origin.linesBefore, column: 1 };
    return { findings: [tooDeep(place)], facts: { blocks: [], anchors: [], links: [] } };
  }
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
