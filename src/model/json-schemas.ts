import { z } from 'zod';
import type { Bilingual } from '../errors.ts';
import { redirectsSchema } from './addresses.ts';
import { approvalsSchema } from './approval.ts';
import { bureausSchema } from './bureau.ts';
import { commitmentsSchema } from './commitment.ts';
import { chartKindSchema, datasetSchema } from './dataset.ts';
import { DOCUMENT_KIND_LIST } from './document-kinds.ts';
import { glossarySchema } from './glossary.ts';
import type { Languages } from './locale.ts';
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
 * The JSON Schema files of `data/schema/`, by name: what an editor completes and warns by (draft 7, which editors know best).
 * `chartKinds` are the names that a panel's `kind` may have; `recordGuide` says in each language what to write under the keys of a record.
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
