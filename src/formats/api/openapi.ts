import { z } from 'zod';
import { LISTED_KINDS } from '../../model/document-kinds.ts';
import { type Languages, originalLanguage } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import {
  apiBureauListSchema,
  apiCommitmentsSchema,
  apiDatasetListSchema,
  apiDatasetSchema,
  apiDocumentListSchema,
  apiGlossarySchema,
  apiIndexSchema,
} from './lists.ts';
import { apiReplyListSchema, apiReplySchema } from './reply.ts';

/** The version of the interface; its first part is in every address. */
export const API_VERSION = '1.0.0';

/** One kind of file of the interface. */
interface Resource {
  /** Below `/api/v1`, with `{parameters}`. */
  readonly path: string;
  readonly schemaName: string;
  /** Its schema on a site in these languages. */
  readonly schema: (languages: Languages) => z.ZodType;
  readonly summary: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Whether only a site that records bureaus has it. */
  readonly ofBureaus?: true;
}

/** Every kind of file under `/api/v1`, but for the description itself. */
export const API_RESOURCES: readonly Resource[] = [
  { path: '/index.json', schemaName: 'Index', schema: apiIndexSchema, summary: 'What there is, and where' },
  {
    path: '/replies.json',
    schemaName: 'ReplyList',
    schema: apiReplyListSchema,
    summary: 'The newest hundred replies',
  },
  {
    path: '/replies-{page}.json',
    schemaName: 'ReplyList',
    schema: apiReplyListSchema,
    summary: 'A further page of the list, from page 2 on: follow `next`',
    parameters: { page: 'The number of the page, from 2 on' },
  },
  {
    path: '/replies/{id}.json',
    schemaName: 'Reply',
    schema: apiReplySchema,
    summary: 'One reply: its record, its text in both languages, its figures, corrections and hashes',
    parameters: { id: 'The id of the reply, such as 2024-7' },
  },
  {
    path: '/bureaus.json',
    schemaName: 'BureauList',
    schema: apiBureauListSchema,
    ofBureaus: true,
    summary: 'The bureaus whose replies the site publishes, where they are recorded',
  },
  {
    path: '/bureaus/{id}/replies.json',
    ofBureaus: true,
    schemaName: 'ReplyList',
    schema: apiReplyListSchema,
    summary: 'The newest hundred replies of a bureau',
    parameters: { id: 'The id of the bureau' },
  },
  {
    path: '/bureaus/{id}/replies-{page}.json',
    ofBureaus: true,
    schemaName: 'ReplyList',
    schema: apiReplyListSchema,
    summary: 'A further page of the replies of a bureau, from page 2 on: follow `next`',
    parameters: { id: 'The id of the bureau', page: 'The number of the page, from 2 on' },
  },
  { path: '/datasets.json', schemaName: 'DatasetList', schema: apiDatasetListSchema, summary: 'All datasets' },
  {
    path: '/datasets/{id}.json',
    schemaName: 'Dataset',
    schema: apiDatasetSchema,
    summary: 'One dataset with its observations',
    parameters: { id: 'The id of the dataset' },
  },
  ...LISTED_KINDS.map(
    ([collection, { name }]): Resource => ({
      path: `/${collection}.json`,
      schemaName: `${name[0]?.toUpperCase()}${name.slice(1)}List`,
      schema: apiDocumentListSchema,
      summary: `All ${collection}, newest first`,
    }),
  ),
  {
    path: '/commitments.json',
    schemaName: 'Commitments',
    schema: apiCommitmentsSchema,
    summary: 'What the replies say will be done: by when, how measured, and the words that say so',
  },
  { path: '/glossary.json', schemaName: 'Glossary', schema: apiGlossarySchema, summary: 'Terms in both languages' },
];

/** The kinds of files that a site's interface has. */
export const apiResources = ({ bureaus }: Pick<Site, 'bureaus'>): readonly Resource[] =>
  API_RESOURCES.filter(({ ofBureaus }) => ofBureaus === undefined || bureaus !== undefined);

/** JSON Schema of a resource, in the dialect of OpenAPI 3.1 (2020-12). */
function jsonSchema(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output' });
  return rest;
}

/** The OpenAPI 3.1 description of a site's interface. `server` is the absolute address of `/api/v1`, without a final slash. */
export function openApi({ name, bureaus, languages }: Pick<Site, 'name' | 'bureaus' | 'languages'>, server: string) {
  const resources = apiResources({ bureaus });
  return {
    openapi: '3.1.0',
    info: {
      title: (name.en as string | undefined) ?? name[originalLanguage(languages)],
      version: API_VERSION,
      description:
        'Static JSON files, read with GET, without a key. New keys may be added within a major version; none is removed or changes its meaning.',
    },
    servers: [{ url: server }],
    paths: Object.fromEntries(
      resources.map(({ path, schemaName, summary, parameters = {} }) => [
        path,
        {
          get: {
            summary,
            operationId: operationId(path),
            parameters: Object.entries(parameters).map(([name, description]) => ({
              name,
              in: 'path',
              required: true,
              description,
              schema: { type: 'string' },
            })),
            responses: {
              200: {
                description: 'The file',
                content: { 'application/json': { schema: { $ref: `#/components/schemas/${schemaName}` } } },
              },
              404: { description: 'There is no such file; the body is the page of the site that says so' },
            },
          },
        },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        resources.map(({ schemaName, schema }) => [schemaName, jsonSchema(schema(languages))]),
      ),
    },
  };
}

/** `/replies/{id}.json` → `getRepliesId`. */
function operationId(path: string): string {
  const words = path
    .replace(/\.json$/, '')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '');
  return `get${words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('')}`;
}
