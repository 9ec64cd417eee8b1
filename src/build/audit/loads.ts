import type { Finding } from '../../errors.ts';
import { placer } from '../../model/source-file.ts';
import { auditFinding, BUILD_RULES } from '../rules.ts';
import type { SiteLocation } from './links.ts';
import type { Reference } from './page-facts.ts';

/** What a style sheet loads: `url(…)` and `@import "…"`. */
const STYLE_LOADS = /(?:url\(\s*(?:["']\s*)?|@import\s+["']\s*)((?:[a-z][a-z0-9+.-]*:)?\/\/[^"')\s]+)/gi;
/** Calls of a script that reach another host by an address written in it. */
const SCRIPT_LOADS =
  /(?:\b(?:fetch|import|importScripts|Worker|SharedWorker|WebSocket|EventSource|sendBeacon)\(|\bfrom|\bimport)\s*["'`]((?:https?:|wss?:)?\/\/[^"'`\s]+)/g;

/** Requests that a style sheet or a script would make to other hosts. */
export function foreignRequests(file: string, source: string): readonly Finding[] {
  const pattern = file.endsWith('.css') ? STYLE_LOADS : SCRIPT_LOADS;
  const place = placer(source, file);
  return [...source.matchAll(pattern)].map(({ 1: target = '', index }) =>
    auditFinding(BUILD_RULES['foreign-request'], place(index), {
      zh: `会向别的网站请求：${target}`,
      en: `this would ask another host: ${target}`,
    }),
  );
}

/**
 * The site's own addresses that a file spells out in full (canonical links, feeds, sitemaps, JSON, texts). Each must exist. The address of
 * a template (`…/{id}/`) counts up to its brace.
 */
export function ownAddresses(source: string, { address, base }: SiteLocation): readonly Reference[] {
  const start = address + base;
  const found: Reference[] = [];
  for (let at = source.indexOf(start); at !== -1; at = source.indexOf(start, at + start.length)) {
    const [rest = ''] =
      /^[!#-%*+./0-;=?-Z_a-z~-]*(?:&amp;[!#-%*+./0-;=?-Z_a-z~-]*)*/.exec(source.slice(at + start.length, at + 2000)) ??
      [];
    found.push({
      target: start + rest.replaceAll('&amp;', '&').replace(/(?<![.;:!?])[.;:!?]+$/, ''),
      kind: 'name',
      offset: at,
    });
  }
  return found;
}

/** Elements with an attribute that makes a browser load or send something by itself. */
const LOADING: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    src: ['script', 'img', 'source', 'iframe', 'embed', 'audio', 'video', 'track', 'input'],
    srcset: ['img', 'source'],
    data: ['object'],
    poster: ['video'],
    href: ['use', 'image', 'feimage', 'feImage', 'base'],
    'xlink:href': ['use', 'image', 'feimage', 'feImage'],
    formaction: ['input', 'button'],
    action: ['form'],
    ping: ['a', 'area'],
    background: ['body'],
  }).map(([attribute, names]) => [attribute, new Set(names)]),
);
const LOADING_RELATIONS =
  /\b(?:stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest|prerender)\b/;
const PAINT = /url\(\s*["']?([^"')\s]+)/gi;
const NOTHING: readonly string[] = [];

/** What one attribute of an element makes the browser load, or send to: by its meaning, or as a paint in its value. */
export function attributeLoads(name: string, attribute: string, value: string): readonly string[] {
  const painted = value.includes('(') ? [...value.matchAll(PAINT)].map(([, target = '']) => target) : NOTHING;
  if (LOADING.get(attribute)?.has(name) !== true) return painted;
  const named = attribute === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s/)[0] ?? '') : [value];
  return [...painted, ...named];
}

/** What an element makes the browser load, or go on to, by several of its attributes together. */
export function elementLoads(name: string, attributes: Readonly<Record<string, string>>): readonly string[] {
  if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh')
    return [/url=\s*['"]?([^'"]+)/i.exec(attributes['content'] ?? '')?.[1] ?? ''];
  if (name === 'link' && attributes['href'] && LOADING_RELATIONS.test(attributes['rel'] ?? ''))
    return [attributes['href']];
  return NOTHING;
}
