import { pathPattern } from '../../formats/format.ts';
import { FORMAT_GROUPS, formatAt } from '../../formats/registry.ts';

/** The content type of every kind of file that a site holds, by its ending; all text is UTF-8. */
export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  tgz: 'application/gzip',
  wasm: 'application/wasm',
  bin: 'application/octet-stream',
  pagefind: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  pf_fragment: 'application/octet-stream',
  pf_filter: 'application/octet-stream',
  asc: 'text/plain; charset=utf-8',
  minisig: 'text/plain; charset=utf-8',
};

const byEnding = (name: string): string | undefined =>
  CONTENT_TYPES[/\.([a-z0-9_]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];

/** The content type of a file by its path below the base; `application/octet-stream` for unknown ones. */
export function contentType(path: string): string {
  return formatAt(path)?.mediaType ?? byEnding(path) ?? 'application/octet-stream';
}

/** What the paths of a format have in common that is sent under another type than its ending has: `feed.xml`. */
interface TypedPaths {
  readonly id: string;
  readonly path: string;
  readonly pattern: RegExp;
  readonly type: string;
}

/** The formats with a type that follows from the path, not the extension: an Atom feed is not just any XML. */
export const TYPED_PATHS: readonly TypedPaths[] = FORMAT_GROUPS.flatMap(({ formats }) => formats)
  .filter(({ path, mediaType }) => byEnding(path) !== mediaType)
  .map((format) => ({
    id: format.id,
    path: format.path,
    pattern: new RegExp(`^${pathPattern(format)}$`),
    type: format.mediaType,
  }));
