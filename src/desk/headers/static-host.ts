import { COMMON_HEADERS, type Header, PAGE_HEADERS, PATH_RULES } from './policy.ts';

/**
 * The `_headers` file of hosts such as Cloudflare Pages and Netlify. They join the values of a header that two rules give, so
 * no two rules name the same header for one path: what differs is written for each first folder of the built site.
 */
export function staticHostHeaders(files: readonly string[], base: string): string {
  const firsts = [...new Set(files.map((file) => (file.includes('/') ? `${file.split('/')[0]}/` : file)))].sort();
  const rules = firsts.flatMap((first) => {
    const sample = first.endsWith('/') ? files.find((file) => file.startsWith(first) && !isFeed(file)) : first;
    if (sample === undefined) return [];
    // The search index but for its list is hashed, and the list would have to be asked for anew: all of it asks.
    const mixed = files.some((file) => file.startsWith(first) && ruleOf(file) !== ruleOf(sample) && !isFeed(file));
    return [rule(`${base}${first}${first.endsWith('/') ? '*' : ''}`, mixed ? PAGE_HEADERS : headersBelow(sample))];
  });
  const feeds = files.filter(isFeed).map((file) => rule(base + file, [['Access-Control-Allow-Origin', '*']]));
  return [rule(`${base}*`, COMMON_HEADERS), rule(base, PAGE_HEADERS), ...rules, ...feeds].join('\n');
}

const ruleOf = (file: string) => PATH_RULES.find(({ pattern }) => pattern.test(file));
const headersBelow = (file: string) => ruleOf(file)?.headers ?? PAGE_HEADERS;
const isFeed = (file: string) => ruleOf(file)?.name === 'feed';

function rule(path: string, headers: readonly Header[]): string {
  return `${[path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n')}\n`;
}
