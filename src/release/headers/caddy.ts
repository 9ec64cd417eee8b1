import { MISSING_FORMAT } from '../../formats/registry.ts';
import { GENERATED, type ServerPlaces } from './nginx.ts';
import {
  COMMON_HEADERS,
  caddyRedirects,
  type Header,
  headersOf,
  KEPT,
  METHODS,
  PAGE_HEADERS,
  PATH_RULES,
} from './policy.ts';
import { CONTENT_TYPES, contentType, TYPED_PATHS } from './types.ts';

/** A Caddyfile. Caddy 2.6 or later. */
export function caddyConfiguration({ releases, base, listen, redirects = [] }: ServerPlaces): string {
  const set = (headers: readonly (readonly [string, string])[]) => headers.map(([name, value]) => `${name} "${value}"`);
  const rules = PATH_RULES.flatMap(({ name, pattern, headers }, index) => [
    // Caddy applies every rule that matches, but the first must win.
    ...block(`@${name}`, [
      `path_regexp ${below(pattern)}`,
      ...PATH_RULES.slice(0, index).map((earlier) => `not path_regexp ${below(earlier.pattern)}`),
    ]),
    ...block(`header @${name}`, [...set(headers), ...lacking(headers).map((header) => `-${header}`)]),
  ]);
  const types = Object.entries(CONTENT_TYPES)
    .filter(([ending]) => ending !== 'html')
    .flatMap(([ending, type]) => [`@${ending} path *.${ending}`, `header @${ending} Content-Type "${type}"`])
    .concat(
      TYPED_PATHS.flatMap(({ id, pattern, type }) => [
        `@type-${id} path_regexp ${below(pattern)}`,
        `header @type-${id} Content-Type "${type}"`,
      ]),
    );
  const missing = (path: string) => [
    `rewrite * /${path}`,
    ...block('header', ['defer', ...set([...headersOf(path), ['Content-Type', contentType(path)]]), '-Server']),
    'file_server',
  ];
  const site = block(listen, [
    ...block('route', [
      ...(base === '/'
        ? []
        : [`redir ${base.slice(0, -1)} ${base} 301`, `redir / ${base} 302`, `uri strip_prefix ${base.slice(0, -1)}`]),
      `root * ${releases}/current`,
      '# A page opened before a switch still finds the scripts, styles and index it was built with.',
      ...block('@gone', [`path_regexp ${below(KEPT)}`, 'not file']),
      `root @gone ${releases}/kept`,
      ...block('header', set([...COMMON_HEADERS, ...PAGE_HEADERS])),
      ...rules,
      ...types,
      'header -Server',
      '# Caches keep compressed copies apart, the file itself too.',
      ...block('header', ['defer', 'Vary "Accept-Encoding"']),
      '# A browser asks whether a script of another site may read.',
      '@asking method OPTIONS',
      `header @asking Allow "${METHODS}"`,
      'respond @asking 204',
      '@changing not method GET HEAD',
      ...block('header @changing', [`Allow "${METHODS}"`, ...set(PAGE_HEADERS)]),
      'respond @changing 405',
      ...caddyRedirects(redirects, base),
      '# Names that no file can have would be answered as a fault of the server.',
      '@impossible path_regexp \\x00|[^/]{256,}',
      'error @impossible 404',
      ...block('file_server', ['precompressed br gzip']),
    ]),
    ...block('handle_errors', [
      `root * ${releases}/current`,
      ...block('@missing-data', ['expression {http.error.status_code} in [400, 404]', `path ${base}api/*`]),
      ...block('handle @missing-data', missing(MISSING_FORMAT.path)),
      '@missing expression {http.error.status_code} in [400, 404]',
      ...block('handle @missing', missing('404.html')),
      ...block('handle', block('header', ['defer', ...set([...COMMON_HEADERS, ...PAGE_HEADERS]), '-Server'])),
    ]),
  ]);
  return `${[GENERATED, ...block('', ['admin off', 'auto_https disable_redirects']), '', ...site].join('\n')}\n`;
}

/** The names of headers that pages have and a kind of path has not. */
const lacking = (headers: readonly Header[]): string[] =>
  PAGE_HEADERS.map(([name]) => name).filter((name) => headers.every(([own]) => own !== name));

/** A rule's pattern over the path below the base, as Go writes regular expressions. */
function below(pattern: RegExp): string {
  return `^/${pattern.source.replace(/^\^/, '').replaceAll('\\/', '/')}`;
}

function block(head: string, lines: readonly string[]): readonly string[] {
  return [`${head} {`.trim(), ...lines.map((line) => `\t${line}`), '}'];
}
