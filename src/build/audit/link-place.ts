import type { Bilingual } from '../../errors.ts';
import type { Reference } from './page-facts.ts';

/** Where a site lives. */
export interface SiteLocation {
  /** Scheme and host, without a final slash. */
  readonly address: string;
  /** Begins and ends with `/`. */
  readonly base: string;
}

/** A place on the site: a path below its base, percent-encoded, and the anchor there; none is empty. */
export interface LinkPlace {
  readonly path: string;
  readonly anchor: string;
}

/** What is wrong with an address by itself. */
export interface BadAddress {
  readonly rule: string;
  readonly message: Bilingual;
}

/** Characters that stand for themselves in an address. */
const PLAIN = /^[\w/.:#-]+$/;

/**
 * The place of a target that is written as nearly all are, from the root or in full or as an anchor of the page itself, without reading it as an
 * address by the URL standard, which takes ten times as long. Undefined for any other. `own` is the page's path.
 */
export function plainPlace(target: string, own: string, { address, base }: SiteLocation): LinkPlace | undefined {
  if (!PLAIN.test(target)) return undefined;
  const hash = target.indexOf('#');
  const anchor = hash === -1 ? '' : target.slice(hash + 1);
  if (hash === 0) return { path: own, anchor };
  const start = target.startsWith(address) ? address.length : 0;
  if (!target.startsWith(base, start)) return undefined;
  const path = target.slice(start + base.length, hash === -1 ? target.length : hash);
  // A host after two slashes, or a segment of dots, is no part of a path.
  return target.startsWith('//', start) || path.startsWith('.') || path.includes('/.') ? undefined : { path, anchor };
}

/** The place of any reference from a page with the address `here`; undefined where it leads to another site, as a link may. */
export function parsedPlace({ target, kind }: Reference, here: URL, base: string): LinkPlace | BadAddress | undefined {
  const url = URL.parse(target, here);
  if (url === null) return bad('link-malformed', `地址写错了：${target}`, `not an address: ${target}`);
  if (url.protocol === 'javascript:' || url.protocol === 'data:' || url.protocol === 'vbscript:')
    return bad('link-scheme', `不允许的地址：${target}`, `an address of this kind is refused: ${target}`);
  if (url.origin !== here.origin) {
    if (kind !== 'load') return undefined;
    return bad('foreign-request', `页面会向别的网站请求：${url.href}`, `the page would ask another host: ${url.href}`);
  }
  if (!url.pathname.startsWith(base))
    return bad(
      'link-outside',
      `${url.pathname} 不在网站的路径 ${base} 之下`,
      `${url.pathname} is not below the site's path ${base}`,
    );
  return { path: url.pathname.slice(base.length), anchor: decoded(url.hash.slice(1).split(':~:')[0] ?? '') };
}

/** What a percent-encoded text says; the text itself where it is not rightly encoded. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const bad = (rule: string, zh: string, en: string): BadAddress => ({ rule, message: { zh, en } });
