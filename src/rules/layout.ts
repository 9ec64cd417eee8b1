import { endingOf, FILE_TYPES } from '../attachments/file-types.ts';
import { APPROVAL_FILE } from '../model/approval.ts';
import { DOCUMENT_KIND_LIST, type DocumentCollection } from '../model/document-kinds.ts';
import { LOCALES, type Locale } from '../model/locale.ts';

/** The collections of documents: folders of `content/` whose sub-folders each hold one document in each language. */
export type Collection = 'replies' | DocumentCollection;
/** The settings of a site. */
export const SITE_PATH = 'content/site.yaml';

export const COLLECTIONS: readonly Collection[] = ['replies', ...DOCUMENT_KIND_LIST.map(([collection]) => collection)];

/** What a path below the root is for. */
export type FileRole =
  | {
      readonly role:
        | 'site'
        | 'bureaus'
        | 'glossary'
        | 'words'
        | 'published'
        | 'schema'
        | 'public'
        | 'ignored'
        | 'stray';
    }
  /** data/commitments.json, data/redirects.json */
  | { readonly role: 'commitments' | 'redirects' }
  | { readonly role: 'calendar'; readonly year: string }
  | { readonly role: 'document'; readonly collection: Collection; readonly id: string; readonly locale: Locale }
  /** An image or annex in a document's folder. */
  | { readonly role: 'companion'; readonly collection: Collection; readonly id: string; readonly name: string }
  /** What says who approved a reply. */
  | { readonly role: 'approval'; readonly collection: 'replies'; readonly id: string }
  | { readonly role: 'dataset'; readonly id: string };

/** What staff write as text, and `dafu check --fix` may fix. */
export const EDITED_ROLES: ReadonlySet<FileRole['role']> = new Set([
  'site',
  'bureaus',
  'glossary',
  'words',
  'document',
  'approval',
  'dataset',
  'commitments',
  'redirects',
  'calendar',
]);

/** Names in `data/` that no dataset may have: folders, and files of another kind. */
const RESERVED_DATA: ReadonlySet<string> = new Set(['commitments', 'calendar', 'schema', 'published', 'redirects']);

/** Pictures that a browser shows and that cannot hold a program. */
export const IMAGE_TYPES: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'webp', 'avif']);

/** File types that may be beside a document: pictures a browser shows, and annexes as issued. */
const COMPANION_TYPES: ReadonlySet<string> = new Set(FILE_TYPES.flatMap(({ endings }) => endings));

/** File types that `public/` may hold: nothing that a browser would run. */
export const PUBLIC_TYPES: ReadonlySet<string> = new Set([
  ...COMPANION_TYPES,
  'ico',
  'gif',
  'txt',
  'csv',
  'json',
  'woff2',
  'asc',
]);

/** Files that editors and systems leave behind; they are neither read nor complained about. */
const LITTER = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\.git(?:keep|ignore|attributes))$/;

/** Whether a path or name is one that systems and editors leave behind. */
export const isLitter = (path: string): boolean => LITTER.test(path);

/** The extension of a file in lower case, without its dot. */
export const extension = endingOf;

/** What a path is for, by the house's folders. `path` is relative to the root, with `/`. */
export function roleOf(path: string): FileRole {
  if (isLitter(path)) return { role: 'ignored' };
  if (path === 'content/site.yaml') return { role: 'site' };
  if (path === 'content/bureaus.yaml') return { role: 'bureaus' };
  if (path === 'content/glossary.yaml') return { role: 'glossary' };
  if (path === 'content/words.yaml') return { role: 'words' };
  const [top, second, third, fourth, ...deeper] = withoutBureau(path).split('/');
  if (top === 'public') return { role: 'public' };
  if (top === 'data') return dataRole(second ?? '', third, fourth !== undefined);
  const collection = COLLECTIONS.find((name) => name === second);
  if (collection === undefined || third === undefined || fourth === undefined || deeper.length > 0)
    return { role: 'stray' };
  const locale = LOCALES.find((candidate) => fourth === `${candidate}.mdx`);
  if (locale !== undefined) return { role: 'document', collection, id: third, locale };
  if (collection === 'replies' && fourth === APPROVAL_FILE) return { role: 'approval', collection, id: third };
  if (COMPANION_TYPES.has(extension(fourth))) return { role: 'companion', collection, id: third, name: fourth };
  return { role: 'stray' };
}

/** Whether a file of `content/` belongs to one of some replies. */
export function isOfReply(path: string, ids: ReadonlySet<string>): boolean {
  if (ids.size === 0) return false;
  const named = roleOf(path);
  return 'collection' in named && named.collection === 'replies' && ids.has(named.id);
}

/** `content/replies/<bureau>/<folder>/…`: a reply in the folder of a bureau, and the bureau's id. */
const IN_BUREAU = /^(content\/replies\/)([^/]+)\/([^/]+\/[^/]+)$/;

/** The bureau in whose folder a reply stands, by its path; `undefined` right under `content/replies/`. */
export const bureauOfPath = (path: string): string | undefined => IN_BUREAU.exec(path)?.[2];

/** The path that a reply in a bureau's folder would have without it: its id is `<bureau>-<folder>`. */
const withoutBureau = (path: string): string => path.replace(IN_BUREAU, '$1$2-$3');

function dataRole(name: string, inFolder: string | undefined, deeper: boolean): FileRole {
  if (inFolder !== undefined) {
    if (name === 'published' || name === 'schema') return { role: name };
    const year = /^(\d{4})\.json$/.exec(inFolder)?.[1];
    return name === 'calendar' && year !== undefined && !deeper ? { role: 'calendar', year } : { role: 'stray' };
  }
  if (name === 'commitments.json') return { role: 'commitments' };
  if (name === 'redirects.json') return { role: 'redirects' };
  const id = name.endsWith('.json') ? name.slice(0, -'.json'.length) : undefined;
  return id === undefined || RESERVED_DATA.has(id) ? { role: 'stray' } : { role: 'dataset', id };
}
