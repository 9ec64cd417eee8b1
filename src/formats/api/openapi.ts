import { z } from 'zod';
import { LISTED_KINDS } from '../../model/document-kinds.ts';
import { type Languages, type Localized, originalLanguage } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { apiChangesSchema } from './changes.ts';
import {
  apiBureauListSchema,
  apiCommitmentsSchema,
  apiDatasetListSchema,
  apiDatasetSchema,
  apiDocumentListSchema,
  apiGlossarySchema,
  apiIndexSchema,
  apiListsSchema,
  LIST_KINDS,
} from './lists.ts';
import { missingResource } from './missing.ts';
import { apiReplyListSchema, apiReplySchema } from './reply.ts';

/** The version of the interface; its first part is in every address. */
const API_VERSION = '1.0.0';

/** What the files are about. */
const TAGS = {
  Index: 'What there is, and the words it uses',
  Replies: 'Replies and lists of them',
  Changes: 'What to fetch again',
  Data: 'Datasets and reports that rest on replies',
  Commitments: 'What replies say will be done',
} as const;

/** One kind of file of the interface. */
interface Resource {
  /** Below `/api/v1`, with `{parameters}`. */
  readonly path: string;
  readonly schemaName: string;
  /** Its schema on a site in these languages. */
  readonly schema: (languages: Languages) => z.ZodType;
  readonly summary: string;
  /** What it is about, for who reads the description. */
  readonly tag: keyof typeof TAGS;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Whether only a site that records bureaus has it. */
  readonly ofBureaus?: true;
}

const PAGE = 'The number of the page, from 2 on';

/** Every kind of file under `/api/v1`, but for the description itself. */
const API_RESOURCES: readonly Resource[] = [
  {
    path: '/index.json',
    tag: 'Index',
    schemaName: 'Index',
    schema: apiIndexSchema,
    summary: 'What there is, and where',
  },
  {
    path: '/replies.json',
    tag: 'Replies',
    schemaName: 'ReplyList',
    schema: apiReplyListSchema,
    summary: 'The newest hundred replies',
  },
  {
    path: '/replies-{page}.json',
    tag: 'Replies',
    schemaName: 'ReplyList',
    schema: apiReplyListSchema,
    summary: 'A further page of the list, from page 2 on: follow `next`',
    parameters: { page: PAGE },
  },
  {
    path: '/replies/{id}.json',
    tag: 'Replies',
    schemaName: 'Reply',
    schema: apiReplySchema,
    summary: 'One reply: its record, its text in both languages, its figures, corrections and hashes',
    parameters: { id: 'The id of the reply, such as 2024-7' },
  },
  {
    path: '/bureaus.json',
    tag: 'Replies',
    schemaName: 'BureauList',
    schema: apiBureauListSchema,
    ofBureaus: true,
    summary: 'The bureaus whose replies the site publishes, where they are recorded',
  },
  {
    path: '/lists.json',
    schemaName: 'Lists',
    schema: apiListsSchema,
    tag: 'Replies',
    summary: 'Every list of replies that have something in common',
  },
  ...LIST_KINDS.flatMap((kind): Resource[] => {
    const common = {
      schemaName: 'ReplyList',
      schema: apiReplyListSchema,
      tag: 'Replies' as const,
      ...(kind === 'bureaus' ? { ofBureaus: true as const } : {}),
    };
    const id = `An id of \`lists.json\` by ${kind}`;
    return [
      {
        ...common,
        path: `/${kind}/{id}/replies.json`,
        summary: `The newest hundred replies: ${kind}`,
        parameters: { id },
      },
      {
        ...common,
        path: `/${kind}/{id}/replies-{page}.json`,
        summary: `A further page of these, from page 2 on: ${kind}`,
        parameters: { id, page: PAGE },
      },
    ];
  }),
  {
    path: '/changes.json',
    schemaName: 'Changes',
    schema: apiChangesSchema,
    tag: 'Changes',
    summary: 'What was published, corrected, masked and withdrawn, newest first',
  },
  {
    path: '/changes-{page}.json',
    schemaName: 'Changes',
    schema: apiChangesSchema,
    tag: 'Changes',
    summary: 'A further page of the changes, from page 2 on: follow `next`',
    parameters: { page: PAGE },
  },
  {
    path: '/datasets.json',
    tag: 'Data',
    schemaName: 'DatasetList',
    schema: apiDatasetListSchema,
    summary: 'All datasets',
  },
  {
    path: '/datasets/{id}.json',
    tag: 'Data',
    schemaName: 'Dataset',
    schema: apiDatasetSchema,
    summary: 'One dataset with its observations',
    parameters: { id: 'The id of the dataset' },
  },
  ...LISTED_KINDS.map(
    ([collection, { name }]): Resource => ({
      path: `/${collection}.json`,
      tag: 'Data',
      schemaName: `${name[0]?.toUpperCase()}${name.slice(1)}List`,
      schema: apiDocumentListSchema,
      summary: `All ${collection}, newest first`,
    }),
  ),
  {
    path: '/commitments.json',
    tag: 'Commitments',
    schemaName: 'Commitments',
    schema: apiCommitmentsSchema,
    summary: 'What the replies say will be done: by when, how measured, and the words that say so',
  },
  {
    path: '/glossary.json',
    tag: 'Index',
    schemaName: 'Glossary',
    schema: apiGlossarySchema,
    summary: 'Terms in both languages',
  },
];

/** The kinds of files that a site's interface has. */
export const apiResources = ({ bureaus }: Pick<Site, 'bureaus'>): readonly Resource[] =>
  API_RESOURCES.filter(({ ofBureaus }) => ofBureaus === undefined || bureaus !== undefined);

/** JSON Schema of a resource, in the dialect of OpenAPI 3.1 (2020-12). It is open: a version of the interface may get new keys. */
function jsonSchema(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'output',
    override: ({ jsonSchema: own }) => {
      if (own.additionalProperties === false) own.additionalProperties = true;
    },
  });
  return rest;
}

/** What of a site its description says. */
interface DescribedSite {
  /** The absolute address of `/api/v1`, without a final slash. */
  readonly server: string;
  /** The absolute address of the page that explains the interface. */
  readonly page: string;
  /** Ids to show examples with, where there is something. */
  readonly examples: {
    readonly reply?: string | undefined;
    readonly dataset?: string | undefined;
    readonly bureau?: string | undefined;
  };
}

/** What is answered where there is no such file. */
const MISSING = {
  description: 'There is no such file',
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      example: missingResource,
    },
  },
};

/** The schema of `missingResource` (RFC 9457). */
const PROBLEM = {
  type: 'object',
  description: 'A problem after RFC 9457.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong, in words.' },
  },
  required: ['title', 'status'],
  additionalProperties: true,
};

/** The OpenAPI 3.1 description of a site's interface. */
export function openApi(
  { name, bureaus, languages, terms }: Pick<Site, 'name' | 'bureaus' | 'languages' | 'terms'>,
  { server, page, examples }: DescribedSite,
) {
  const resources = apiResources({ bureaus });
  const inEnglish = (words: Localized<string>) =>
    (words.en as string | undefined) ?? words[originalLanguage(languages)];
  /** A value to try a parameter with. */
  const exampleOf = (path: string, parameter: string): string | undefined => {
    if (parameter === 'page') return '2';
    if (path.startsWith('/replies/')) return examples.reply;
    if (path.startsWith('/datasets/')) return examples.dataset;
    return path.startsWith('/bureaus/') ? examples.bureau : undefined;
  };
  return {
    openapi: '3.1.0',
    info: {
      title: inEnglish(name),
      version: API_VERSION,
      description:
        'Static JSON files, read with GET, without a key. New keys may be added within a major version; none is removed or changes its meaning.',
      contact: { name: inEnglish(name), url: page },
      ...(terms === undefined ? {} : { license: { name: inEnglish(terms), url: page } }),
    },
    servers: [{ url: server }],
    security: [],
    tags: Object.entries(TAGS).map(([tag, description]) => ({ name: tag, description })),
    externalDocs: { description: 'How to use it, with commands', url: page },
    paths: Object.fromEntries(
      resources.map(({ path, schemaName, summary, tag, parameters = {} }) => {
        const given = Object.entries(parameters).map(([parameter, description]) => {
          const example = exampleOf(path, parameter);
          return {
            ...{ name: parameter, in: 'path', required: true, description, schema: { type: 'string' } },
            ...(example === undefined ? {} : { example }),
          };
        });
        const file = given.reduce(
          (own, { name: of, ...rest }) => own.replace(`{${of}}`, 'example' in rest ? String(rest.example) : `{${of}}`),
          path,
        );
        const isThere = !file.includes('{') && !('page' in parameters);
        const example = { summary: 'The file itself', externalValue: server + file };
        return [
          path,
          {
            get: {
              ...{ summary, operationId: operationId(path), tags: [tag], parameters: given },
              responses: {
                200: {
                  description: 'The file',
                  content: {
                    'application/json': {
                      schema: { $ref: `#/components/schemas/${schemaName}` },
                      ...(isThere ? { examples: { file: example } } : {}),
                    },
                  },
                },
                404: MISSING,
              },
            },
          },
        ];
      }),
    ),
    components: {
      schemas: {
        ...Object.fromEntries(resources.map(({ schemaName, schema }) => [schemaName, jsonSchema(schema(languages))])),
        Problem: PROBLEM,
      },
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
