import { COMMON_HEADERS, type Header, PAGE_HEADERS, PATH_RULES } from './policy.ts';

/**
 * The `_headers` file of hosts such as Cloudflare Pages and Netlify. They join the values of a header that two rules give, so
 * no two rules name the same header for one path: what differs is written for each folder of the built site that has one kind of files.
 */
export function staticHostHeaders(files: readonly string[], base: string): string {
  const rules = folderRules(files, '').map(({ path, headers }) => rule(base + path, headers));
  const feeds = files.filter(isFeed).map((file) => rule(base + file, [['Access-Control-Allow-Origin', '*']]));
  return [rule(`${base}*`, COMMON_HEADERS), rule(base, PAGE_HEADERS), ...rules, ...feeds].join('\n');
}

interface FolderRule {
  readonly path: string;
  readonly headers: readonly Header[];
}

/** A rule for each file and folder of a folder; where a folder holds files of several kinds, those of the folder in it. */
function folderRules(files: readonly string[], folder: string): FolderRule[] {
  const below = files.filter((file) => file.startsWith(folder) && !isFeed(file));
  const parts = new Set(below.map((file) => /^[^/]+\/?/.exec(file.slice(folder.length))?.[0] ?? ''));
  return [...parts].sort().flatMap((part) => {
    const path = folder + part;
    const address = part === 'index.html' && folder !== '' ? folder : path;
    if (!part.endsWith('/')) return [{ path: address, headers: headersBelow(path) }];
    const kinds = new Set(below.filter((file) => file.startsWith(path)).map(ruleOf));
    const [kind] = kinds;
    return kinds.size > 1 ? folderRules(files, path) : [{ path: `${path}*`, headers: kind?.headers ?? PAGE_HEADERS }];
  });
}

const ruleOf = (file: string) => PATH_RULES.find(({ pattern }) => pattern.test(file));
const headersBelow = (file: string) => ruleOf(file)?.headers ?? PAGE_HEADERS;
const isFeed = (file: string) => ruleOf(file)?.name === 'feed';

function rule(path: string, headers: readonly Header[]): string {
  return `${[path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n')}\n`;
}
