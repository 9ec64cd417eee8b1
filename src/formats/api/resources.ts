import type { z } from 'zod';
import { LISTED_KINDS } from '../../model/document-kinds.ts';
import type { Languages } from '../../model/locale.ts';
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
  apiReplyListSchema,
  LIST_KINDS,
} from './lists.ts';
import { apiReplySchema } from './reply.ts';

/** What the files are about. */
export const TAGS = {
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
    summary: 'One reply: its record, its text in each language that it is in, its figures, corrections and hashes',
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
    summary: 'Terms in the languages of the site',
  },
];

/** The kinds of files that a site's interface has. */
export const apiResources = ({ bureaus }: Pick<Site, 'bureaus'>): readonly Resource[] =>
  API_RESOURCES.filter(({ ofBureaus }) => ofBureaus === undefined || bureaus !== undefined);
