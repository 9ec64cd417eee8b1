import { z } from 'zod';
import { DOCUMENT_KIND_LIST } from './document-kinds.ts';
import { type Languages, originalLanguage } from './locale.ts';
import { replyRecordSchema, replyTranslationSchema } from './reply.ts';

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

/** What of a JSON Schema decides how a value is written. */
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

/** Writes what stands after a key and its colon, with a place to be filled for every value (the syntax of editor snippets). */
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
