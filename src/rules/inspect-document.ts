import { visit } from 'unist-util-visit';
import type { z } from 'zod';
import { type Finding, SiteError } from '../errors.ts';
import { DOCUMENT_KINDS, type DocumentKind, shownDocument } from '../model/document-kinds.ts';
import type { Languages } from '../model/locale.ts';
import { type Readable, readablePart, sourcePath } from '../model/readable-part.ts';
import { isRecord, REFERENCE, replyRecordSchema, replyTranslationSchema } from '../model/reply.ts';
import { type SourceParts, splitFrontMatter } from '../model/source-file.ts';
import { inspectYaml, placeInYaml } from '../model/yaml-source.ts';
import { blockNodes, textPieces } from '../text/blocks.ts';
import { readComponent } from '../text/guard/components.ts';
import { guardFindings } from '../text/guard/index.ts';
import { type BodyOrigin, parseLeniently } from '../text/parse.ts';
import { runChecks } from './checks.ts';
import type { ComponentFact, DocumentFacts, FrontMatter, LinkFact, Reading } from './file-report.ts';
import { CHECKS } from './index.ts';
import type { FileRole } from './layout.ts';
import { nestingFindings, unreadable } from './nesting.ts';
import { TEXT_CHANGED } from './text/rules.ts';

type DocumentRole = Extract<FileRole, { role: 'document' }>;

const UNREAD_BODY = { unread: true, blocks: [], pieces: {}, anchors: [], links: [], components: [] } as const;

/** What is known of a document that cannot be read. */
export function unreadDocument({ collection, id, locale }: DocumentRole): DocumentFacts {
  return { kind: 'document', collection, id, locale, frontMatter: undefined, ...UNREAD_BODY };
}

/** Looks at a document of a site in some languages: its front matter, and its text whatever is wrong with that. */
export function readDocument(role: DocumentRole, text: string, path: string, languages: Languages): Reading {
  const { collection, id, locale } = role;
  const parts = attempt(() => splitFrontMatter(text, path));
  if (parts.value === undefined) return { findings: parts.findings, facts: unreadDocument(role) };
  const frontMatter = readFrontMatter(role, parts.value, path, languages);
  const body = readBody(role, parts.value, path, frontMatter.facts?.kind === 'translation');
  const facts: DocumentFacts = {
    kind: 'document',
    collection,
    id,
    locale,
    frontMatter: frontMatter.facts,
    ...body.facts,
  };
  const fields = { path, text: parts.value.frontMatter, role: role.role, linesBefore: 1 };
  return {
    findings: [...runChecks(CHECKS, 'fields', fields), ...frontMatter.findings, ...body.findings],
    facts,
  };
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

interface FrontMatterReading {
  readonly findings: readonly Finding[];
  readonly facts: FrontMatter | undefined;
}

function readFrontMatter(
  { collection, locale }: DocumentRole,
  { frontMatter }: SourceParts,
  file: string,
  languages: Languages,
): FrontMatterReading {
  const read = <Schema extends z.ZodObject>(
    schema: Schema,
    factsOf: (read: Readable<z.infer<Schema>>) => FrontMatter,
  ): FrontMatterReading => {
    const { findings, source, value } = inspectYaml(frontMatter, schema, { file, linesBefore: 1 });
    if (source === undefined) return { findings, facts: undefined };
    const own: Readable<z.infer<Schema>> = value === undefined ? readablePart(schema, source) : { whole: true, value };
    const between = runChecks(CHECKS, 'value', own.value, (path) => {
      const { line = 1, ...place } = placeInYaml(frontMatter, file, sourcePath(own, path));
      return { ...place, line: line + 1 };
    });
    return { findings: [...findings, ...between], facts: factsOf(own) };
  };
  if (collection !== 'replies') {
    const kind: DocumentKind = DOCUMENT_KINDS[collection];
    return read(kind.schema, (own) => ({ kind: 'document', ...own, shown: shownDocument(kind, own.value) }));
  }
  if (isRecord(frontMatter, locale, languages))
    return read(replyRecordSchema([locale, ...languages.filter((other) => other !== locale)]), (record) => ({
      kind: 'record',
      ...record,
    }));
  return read(replyTranslationSchema, (translation) => ({ kind: 'translation', ...translation }));
}

interface BodyReading {
  readonly findings: readonly Finding[];
  readonly facts: Pick<DocumentFacts, 'unread' | 'blocks' | 'pieces' | 'anchors' | 'links' | 'components'>;
}

function readBody(
  { collection, locale }: DocumentRole,
  { body, bodyLine }: SourceParts,
  file: string,
  isTranslation: boolean,
): BodyReading {
  const origin: BodyOrigin = { file, linesBefore: bodyLine - 1 };
  const refused = unreadable(body, origin);
  if (refused !== undefined) return { findings: [refused], facts: UNREAD_BODY };
  const kind = collection === 'replies' ? 'official' : 'compiled';
  const { tree, text, findings } = parseLeniently(body, origin);
  const nodes = blockNodes(tree, origin.linesBefore);
  const blocks = nodes.map(({ block }) => block);
  const pieces = Object.fromEntries(
    nodes.flatMap(({ node }, index) => {
      const own = textPieces(node);
      return own.length > 1 ? [[index, own]] : [];
    }),
  );
  const others = [...findings, ...guardFindings(tree, kind, origin), ...nestingFindings(tree, origin)];
  const links: LinkFact[] = [];
  const components: ComponentFact[] = [];
  visit(tree, (node) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const place = { line: line + origin.linesBefore, column };
    const component = readComponent(node);
    if (component) components.push({ ...component, ...place });
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    links.push({ address: node.url, image: node.type === 'image', ...place });
  });
  // The original above a paragraph that is yet to be translated is told of as that, not as a quotation.
  const references = blocks.filter((block) => isTranslation && block.text.startsWith(REFERENCE));
  const own = runChecks(CHECKS, 'body', { tree, text, kind, locale, origin, others }).filter(
    ({ rule, place }) => rule !== TEXT_CHANGED.id || !references.some(({ line }) => line === place.line),
  );
  return {
    findings: [...others, ...own],
    facts: { unread: false, blocks, pieces, anchors: blocks.map((block) => block.id), links, components },
  };
}
