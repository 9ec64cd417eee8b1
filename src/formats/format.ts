import { type FormatId, formatWords } from '../language/messages/formats.ts';
import { type Languages, type Locale, originalLanguage } from '../model/locale.ts';

/** How servers send a kind of file: `open` files hold nothing that runs; `viewed` ones are shown by a viewer that the browser brings. */
type FileHeaders = 'open' | 'viewed';

/** The output of a writer. */
export type Made = string | Uint8Array<ArrayBuffer>;

/** The output of a writer piece by piece, for a file that is too large for memory. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** The path of a kind of file, and how it is sent. */
export interface FilePlace {
  readonly id: FormatId;
  /**
   * The path below the site's base, with parameters in braces: `{locale}/replies/{id}/index.md`. A parameter is one segment or a part
   * of one; `{page}` is the path of a page, such as `zh/replies/2024-7/`, and `{mark}` is `.en` or nothing.
   */
  readonly path: string;
  /** With `charset=utf-8` where it is text. */
  readonly mediaType: string;
  readonly headers: FileHeaders;
}

/** A format's type as links name it, without how its text is encoded. */
export const linkType = ({ mediaType }: Pick<FilePlace, 'mediaType'>): string => mediaType.replace(/;.*/, '');

/** The extension of a format's files: `csv`. */
export const fileForm = ({ path }: Pick<FilePlace, 'path'>): string => path.slice(path.lastIndexOf('.') + 1);

/** One kind of file to take away. `Subject` is what its writer is given: a reply in a language, a dataset, works to cite … */
export interface FileFormat<Subject, Output extends Made | Promise<Made> | Pieces = Made | Promise<Made>>
  extends FilePlace {
  readonly write: (subject: Subject) => Output;
}

/** A format whose files may be read from anywhere, and hold nothing that runs. */
export const open = <Subject, Output extends Made | Promise<Made> | Pieces>(
  id: FormatId,
  path: string,
  mediaType: string,
  write: (subject: Subject) => Output,
): FileFormat<Subject, Output> => ({ id, path, mediaType, headers: 'open', write });

/** What a link to a format's file says. */
export const formatLabel = ({ id }: Pick<FilePlace, 'id'>, locale: Locale): string => formatWords[locale].labels[id];

/** The path of a format's file below the site's base. Throws where a parameter is not given. */
export function filePath({ path }: Pick<FilePlace, 'path'>, parameters: Readonly<Record<string, string>>): string {
  return path.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`The path ${path} needs the parameter ${name}`);
    return value;
  });
}

/** `{mark}` of a file that is made in each language: nothing in that of the originals. */
export const languageMark = (locale: Locale, languages: Languages): string =>
  locale === originalLanguage(languages) ? '' : `.${locale}`;

/** The pattern of a parameter in a path, where it is not just a segment. */
const PARAMETERS: Readonly<Record<string, string>> = {
  id: '[^/.]+',
  version: '[0-9]+(?:\\.[0-9]+)*',
  locale: '[a-z]+',
  mark: '(?:\\.[a-z]+)?',
  page: '(?:[^/]+/)*',
};

/** The paths that a format's files have, as the source of a regular expression without its ends. */
export function pathPattern({ path }: Pick<FilePlace, 'path'>): string {
  return path
    .split(/(\{[a-z]+\})/)
    .map((part) => (part.startsWith('{') ? (PARAMETERS[part.slice(1, -1)] ?? '[^/]+') : part.replaceAll('.', '\\.')))
    .join('');
}
