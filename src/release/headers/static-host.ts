import {
  COMMON_HEADERS,
  type Header,
  headersOf,
  PAGE_HEADERS,
  PATH_RULES,
  type PathRule,
  READABLE,
  SHOWN_HEADERS,
} from './policy.ts';
import { TYPED_PATHS } from './types.ts';

/** Headers for a whole folder, since such a host cannot tell files in it apart; nothing on the site is private. */
const SHARED: readonly Header[] = [...SHOWN_HEADERS, ...READABLE];
const SHARED_NAMES = new Set(SHARED.map(([name]) => name));

/**
 * The `_headers` file of hosts such as Cloudflare Pages and Netlify. They join the values of a header that two rules
 * give, so no two rules name the same header for one path: what differs is written for each folder of the built site
 * that has one kind of files. Downloads are among pages, so all may be read from other origins.
 */
export function staticHostHeaders(files: readonly string[], base: string): string {
  const rules = folderRules(files, '').map(({ path, headers }) => rule(base + path, own(headers)));
  const types = files.flatMap((file) => {
    const typed = TYPED_PATHS.find(({ pattern }) => pattern.test(file));
    return typed === undefined ? [] : [rule(base + file, [['Content-Type', typed.type]])];
  });
  const everywhere = [...COMMON_HEADERS, ...SHARED];
  return [rule(`${base}*`, everywhere), rule(base, own(PAGE_HEADERS)), ...rules, ...types].join('\n');
}

/** The headers of a kind without those that every path has. */
const own = (headers: readonly Header[]) => headers.filter(([name]) => !SHARED_NAMES.has(name));

interface FolderRule {
  readonly path: string;
  readonly headers: readonly Header[];
}

/** A rule for each file and folder of a folder; where a folder holds files of several kinds, those of the folder in it. */
function folderRules(files: readonly string[], folder: string): FolderRule[] {
  const below = files.filter((file) => file.startsWith(folder));
  const parts = new Set(below.map((file) => /^[^/]+\/?/.exec(file.slice(folder.length))?.[0] ?? ''));
  return [...parts].sort().flatMap((part) => {
    const path = folder + part;
    const address = part === 'index.html' && folder !== '' ? folder : path;
    if (!part.endsWith('/')) return [{ path: address, headers: headersOf(path).slice(COMMON_HEADERS.length) }];
    const kinds = kindsOf(below.filter((file) => file.startsWith(path)));
    const [kind] = kinds;
    return kinds.size > 1 ? folderRules(files, path) : [{ path: `${path}*`, headers: kind?.headers ?? PAGE_HEADERS }];
  });
}

/** The kinds of some files; data among pages counts as they do. */
function kindsOf(files: readonly string[]): Set<PathRule | undefined> {
  const kinds = new Set(files.map((file) => PATH_RULES.find(({ pattern }) => pattern.test(file))));
  const others = new Set([...kinds].filter((kind) => kind?.name !== 'open'));
  return others.size > 0 ? others : kinds;
}

function rule(path: string, headers: readonly Header[]): string {
  return `${[path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n')}\n`;
}
