import { z } from 'zod';
import type { Bilingual } from '../errors.ts';
import { redirectsSchema } from './addresses.ts';
import { approvalsSchema } from './approval.ts';
import { bureausSchema } from './bureau.ts';
import { commitmentsSchema } from './commitment.ts';
import { chartKindSchema, datasetSchema } from './dataset.ts';
import { DOCUMENT_KIND_LIST } from './document-kinds.ts';
import { glossarySchema } from './glossary.ts';
import { type Languages, originalLanguage } from './locale.ts';
import { publishedAddressesSchema, publishedReplySchema } from './published.ts';
import { replyRecordSchema, replyTranslationSchema } from './reply.ts';
import { siteSchema } from './site.ts';
import { wordListSchema } from './word-list.ts';
import { calendarYearSchema } from './working-days.ts';

/** What authors of a site in these languages write, by the name of its JSON Schema. */
const schemasIn = (languages: Languages): Readonly<Record<string, z.ZodType>> => ({
  approvals: approvalsSchema,
  bureaus: bureausSchema(languages),
  calendar: calendarYearSchema,
  commitments: commitmentsSchema(languages),
  dataset: datasetSchema(languages),
  glossary: glossarySchema(languages),
  'published-addresses': publishedAddressesSchema,
  'published-reply': publishedReplySchema,
  redirects: redirectsSchema,
  'reply-record': replyRecordSchema(languages),
  'reply-translation': replyTranslationSchema,
  ...Object.fromEntries(DOCUMENT_KIND_LIST.map(([, { name, schema }]) => [name, schema])),
  site: siteSchema(languages),
  words: wordListSchema,
});

/**
 * The JSON Schema files of `data/schema/`, by name: what an editor completes and validates by (draft 7, which editors
 * support best). `chartKinds` are the names that a panel's `kind` may have; `recordGuide` says in each language what to
 * write under the keys of a record.
 */
export function jsonSchemaFiles({
  chartKinds,
  languages,
  recordGuide,
}: {
  chartKinds: readonly string[];
  languages: Languages;
  recordGuide: Readonly<Record<keyof Bilingual, Readonly<Record<string, string>>>>;
}): Readonly<Record<string, string>> {
  const override = ({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: { enum?: unknown[] } }) => {
    if (zodSchema === chartKindSchema) jsonSchema.enum = [...chartKinds];
  };
  return Object.fromEntries(
    Object.entries(schemasIn(languages)).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(described(z.toJSONSchema(schema, { target: 'draft-7', io: 'input', override }), name), null, 2)}\n`,
    ]),
  );

  /** A record's schema with what to write under each key, which editors show beside it. */
  function described(schema: z.core.JSONSchema.BaseSchema, name: string) {
    if (name !== 'reply-record') return schema;
    const { zh, en } = recordGuide;
    const properties = Object.entries(schema.properties ?? {}).map(([key, own]) => [
      key,
      typeof own === 'boolean' ? own : { description: `${zh[key]}\n${en[key]}`, ...own },
    ]);
    return { ...schema, properties: Object.fromEntries(properties) };
  }
}

interface DocumentFields {
  readonly name: string;
  readonly of: string;
  readonly schema: z.ZodType;
  /** What to write under each key. */
  readonly guide?: Readonly<Record<string, string>>;
}

/** The front matter that documents of a site have, and what each is called for an author. */
function documentsIn(languages: Languages, recordGuide: Readonly<Record<string, string>>): readonly DocumentFields[] {
  const original = originalLanguage(languages);
  const others = languages.filter((locale) => locale !== original).map((locale) => `${locale}.mdx`);
  const translation = `答复的译文（${others.join('、')}）`;
  return [
    { name: 'reply', of: `答复（${original}.mdx）`, schema: replyRecordSchema(languages), guide: recordGuide },
    ...(others.length === 0 ? [] : [{ name: 'translation', of: translation, schema: replyTranslationSchema }]),
    ...DOCUMENT_KIND_LIST.map(([, { name, called, schema }]) => ({ name, of: called, schema })),
  ];
}

/** Keys that most letters give, and some lack. */
const USUAL: ReadonlySet<string> = new Set(['number', 'disclosure', 'body', 'title']);

/** The parts of a JSON Schema that decide how a value is written. */
const shapeSchema = z.object({
  enum: z.array(z.string()).optional(),
  pattern: z.string().optional(),
  required: z.array(z.string()).default([]),
  get properties() {
    return z.record(z.string(), shapeSchema).optional();
  },
  get items() {
    return shapeSchema.optional();
  },
  /** One value or a list of them. */
  get anyOf() {
    return z.array(shapeSchema).optional();
  },
  examples: z.array(z.string()).optional(),
});

type Shape = z.infer<typeof shapeSchema>;

/**
 * Writes the value after a key and its colon, with a tab stop for everything to fill in (the syntax of editor
 * snippets).
 */
function value(shape: Shape, indent: string, next: () => number): string {
  const single = shape.anyOf?.at(-1);
  if (single) return value(single, indent, next);
  if (shape.examples) return ` \${${next()}|${shape.examples.join(',')}|}`;
  if (shape.enum) return ` \${${next()}|${shape.enum.join(',')}|}`;
  if (shape.items) return `\n${indent}  -${value(shape.items, `${indent}  `, next)}`;
  // In quotes, so that a colon, a # or a leading [ in the text means nothing.
  if (!shape.properties) return shape.pattern === undefined ? ` "\${${next()}}"` : ` \${${next()}}`;
  const { required } = shape;
  const own = Object.entries(shape.properties).filter(
    ([name]) => required.length === 0 || required.includes(name) || USUAL.has(name),
  );
  return ` { ${own.map(([name, inner]) => `${name}:${value(inner, indent, next)}`).join(', ')} }`;
}

function counter(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

/**
 * `.vscode/dafu.code-snippets`: what the editor completes in the front matter of .mdx files, where no extension reads
 * JSON Schemas: every key, and the whole of what each kind of document must have, in a site of some languages. `recordGuide` says what to
 * write under the keys of a record.
 */
export function editorSnippets({
  languages,
  recordGuide,
}: {
  languages: Languages;
  recordGuide: Readonly<Record<string, string>>;
}): string {
  const snippets = documentsIn(languages, recordGuide).flatMap(({ name, of, schema, guide = {} }) => {
    const shape = shapeSchema.parse(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }));
    const keys = Object.entries(shape.properties ?? {});
    const next = counter();
    const must = keys
      .filter(([key]) => shape.required.includes(key) || USUAL.has(key))
      .map(([key, own]) => `${key}:${value(own, '', next)}`);
    const whole = ['---', ...must, '---', '', '$0'];
    return [
      [`${name}: front matter`, snippet(`dafu-${name}`, whole, `${of}的字段区`)],
      ...keys.map(([key, own]) => [
        `${name}: ${key}`,
        snippet(
          key,
          [`${key}:${value(own, '', counter())}`],
          `${of}的字段${shape.required.includes(key) ? '，必填' : ''}${guide[key] === undefined ? '' : `：${guide[key]}`}`,
        ),
      ]),
    ];
  });
  return `${JSON.stringify(Object.fromEntries(snippets), null, 2)}\n`;
}

const snippet = (prefix: string, lines: readonly string[], description: string) => ({
  scope: 'mdx',
  prefix,
  body: lines.join('\n').split('\n'),
  description,
});
