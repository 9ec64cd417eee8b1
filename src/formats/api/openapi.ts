import { z } from 'zod';
import { isLocale, type Languages, type Localized, originalLanguage } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { missingResource } from './missing.ts';
import { apiResources, TAGS } from './resources.ts';

/** The version of the interface; its first part is in every address. */
const API_VERSION = '1.0.0';

/**
 * JSON Schema of a resource, in the dialect of OpenAPI 3.1 (2020-12). It allows further keys, which a version of the
 * interface may get, and requires no particular language, since an original may be in any.
 */
function jsonSchema(schema: z.ZodType, languages: Languages) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'output',
    override: ({ jsonSchema: own }) => {
      if (own.additionalProperties === false) own.additionalProperties = true;
      const isTranslated = own.required?.length === 1 && Object.keys(own.properties ?? {}).every(isLocale);
      if (!isTranslated || languages.length === 1) return;
      delete own.required;
      own.minProperties = 1;
    },
  });
  return rest;
}

/** What the description says about a site. */
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

/** The response where there is no such file. */
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
  description: 'A problem as defined by RFC 9457.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A description of the problem.' },
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
  /** An example value for a parameter. */
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
        // Examples have no `externalValue`: generators of clients fetch it, and fail where they cannot.
        const example = { description: 'One such file', url: server + file };
        return [
          path,
          {
            get: {
              ...{ summary, operationId: operationId(path), tags: [tag], parameters: given },
              ...(isThere ? { externalDocs: example } : {}),
              responses: {
                200: {
                  description: 'The file',
                  content: {
                    'application/json': {
                      schema: { $ref: `#/components/schemas/${schemaName}` },
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
        ...Object.fromEntries(
          resources.map(({ schemaName, schema }) => [schemaName, jsonSchema(schema(languages), languages)]),
        ),
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
