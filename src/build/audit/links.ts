import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual, Finding } from '../../errors.ts';
import { placer } from '../../model/source-file.ts';
import { anchorOf, percentDecoded } from '../../model/web-address.ts';
import type { Rule } from '../../rule.ts';
import { TEXT_RULES } from '../../text/rules.ts';
import { auditFinding, BUILD_RULES } from '../rules.ts';
import type { PageFacts, Reference } from './page-facts.ts';
import type { SiteFiles } from './site-files.ts';

/** Where a site lives. */
export interface SiteLocation {
  /** Scheme and host, without a final slash. */
  readonly address: string;
  /** Begins and ends with `/`. */
  readonly base: string;
}

/** A place on the site: a path below its base, percent-encoded, and the anchor there, empty where there is none. */
interface LinkPlace {
  readonly path: string;
  readonly anchor: string;
}

/** What is wrong with an address by itself. */
interface BadAddress {
  readonly rule: Rule;
  readonly message: Bilingual;
}

/** Characters that need no escape in an address. */
const PLAIN = /^[\w/.:#-]+$/;

/**
 * A shortcut for the usual forms of a target (from the root, in full, or an anchor of the page itself): parsing by the URL standard takes
 * ten times as long. Undefined for any other form. `own` is the page's path.
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
  if (url === null) return bad(BUILD_RULES['link-malformed'], `地址写错了：${target}`, `not an address: ${target}`);
  if (url.protocol === 'javascript:' || url.protocol === 'data:' || url.protocol === 'vbscript:')
    return bad(TEXT_RULES['link-scheme'], `不允许的地址：${target}`, `an address of this kind is refused: ${target}`);
  if (url.origin !== here.origin) {
    if (kind !== 'load') return undefined;
    return bad(
      BUILD_RULES['foreign-request'],
      `页面会向别的网站请求：${url.href}`,
      `the page would ask another host: ${url.href}`,
    );
  }
  if (!url.pathname.startsWith(base)) {
    // A portal has other pages on the same host, such as the first publication of a reply: in a full address the base was not forgotten.
    if (kind !== 'load' && /^https?:\/\//i.test(target)) return undefined;
    return bad(
      BUILD_RULES['link-outside'],
      `${url.pathname} 不在网站的路径 ${base} 之下`,
      `${url.pathname} is not below the site's path ${base}`,
    );
  }
  return { path: url.pathname.slice(base.length), anchor: anchorOf(url) };
}

const bad = (rule: Rule, zh: string, en: string): BadAddress => ({ rule, message: { zh, en } });

/** Where the links of a page lead within the site, and what can be linked to on it. Can be stored as JSON. */
export interface PageLinks {
  /** The ids of the page, separated and surrounded by spaces. */
  readonly ids: string;
  /** The files that it links to, one a line. */
  readonly files: string;
  /**
   * The anchors that it links to on other pages, one line for each page: its file, then each anchor with the offset of the link, separated
   * by tabs. As objects they would take most of an audit's memory.
   */
  readonly wanted: string;
}

const FIX_LINK = {
  zh: '若这个链接写在内容里，请改正它；否则请告诉维护者',
  en: 'correct the link where content writes it; else tell the maintainers',
};

/** What links are audited against: the existing files, and the site's address. */
interface LinkedSite {
  readonly files: SiteFiles;
  readonly location: SiteLocation;
}

/** Checks everything that one page refers to except anchors on other pages; `source` is its text. Gives where its links lead. */
export function readLinks(
  page: string,
  source: string,
  facts: Pick<PageFacts, 'ids' | 'references'>,
  { files, location }: LinkedSite,
): { readonly links: PageLinks; readonly findings: readonly Finding[] } {
  const { address, base } = location;
  const findings: Finding[] = [];
  const leads = new Set<string>();
  const place = placer(source, page);
  const wanted = new Map<string, string>();
  const own = page.replace(/(?:^|(?<=\/))index\.html$/, '');
  const here = new URL(base + own, address);
  for (const reference of facts.references) {
    const { target, kind, offset } = reference;
    const found = plainPlace(target, own, location) ?? parsedPlace(reference, here, base);
    if (found === undefined) continue;
    if ('rule' in found) {
      findings.push(auditFinding(found.rule, place(offset), found.message, FIX_LINK));
      continue;
    }
    const { path, anchor } = found;
    // The documentation of the interface names folders, which have no page.
    if (kind === 'name' && files.hasFolder(percentDecoded(path).replace(/\/$/, ''))) continue;
    const file = fileAt(path, files);
    if (file === undefined) {
      const message = { zh: `链接指向不存在的页面：${target}`, en: `the link leads nowhere: ${target}` };
      findings.push(auditFinding(BUILD_RULES['link-dead'], place(offset), message, FIX_LINK));
      continue;
    }
    leads.add(file);
    if (anchor === '' || !file.endsWith('.html') || (file === page && facts.ids.has(anchor))) continue;
    // No id has white space in it.
    const plain = anchor.replaceAll(/\s/g, ' ');
    wanted.set(file, `${wanted.get(file) ?? file}\t${plain}\t${offset}`);
  }
  const links = {
    ids: ` ${[...facts.ids].join(' ')} `,
    files: [...leads].join('\n'),
    wanted: [...wanted.values()].join('\n'),
  };
  return { links, findings };
}

/**
 * Collects the links of all pages: page by page with `add`, or with `keep` where a page passed before; `finish` then checks the anchors on
 * other pages. The ids of each page are one string, so that ten thousand pages fit in little memory.
 */
export function linkAudit(files: SiteFiles) {
  const pages = new Map<string, PageLinks>();

  return {
    /** Adds what `readLinks` gave of a page. */
    add(page: string, links: PageLinks): void {
      pages.set(page, links);
    },

    /** Adds a page that passed before; false where a file that it links to has gone since. */
    keep(page: string, links: PageLinks): boolean {
      if (links.files !== '' && !links.files.split('\n').every(files.has)) return false;
      pages.set(page, links);
      return true;
    },

    /** The files that a page links to, after it was added or kept. */
    leads(page: string): readonly string[] {
      const files = pages.get(page)?.files ?? '';
      return files === '' ? [] : files.split('\n');
    },

    /** A finding for each missing anchor, after every page was added. */
    finish(): readonly Finding[] {
      const findings: Finding[] = [];
      for (const [page, { wanted }] of pages)
        for (const line of wanted === '' ? [] : wanted.split('\n')) findings.push(...deadAnchors(page, line));
      return findings;
    },
  };

  function deadAnchors(page: string, line: string): Finding[] {
    const [file = '', ...places] = line.split('\t');
    const ids = pages.get(file)?.ids;
    const dead: Finding[] = [];
    for (let at = 0; at < places.length; at += 2) {
      const anchor = places[at] ?? '';
      if (ids?.includes(` ${anchor} `)) continue;
      const source = readFileSync(join(files.folder, page), 'utf8');
      const message = { zh: `页面 ${file} 上没有 #${anchor}`, en: `${file} has no #${anchor}` };
      dead.push(
        auditFinding(BUILD_RULES['anchor-dead'], placer(source, page)(Number(places[at + 1])), message, FIX_LINK),
      );
    }
    return dead;
  }
}

/** The file of a path below the base; undefined where there is none, or only with a redirect. */
function fileAt(path: string, files: SiteFiles): string | undefined {
  const name = percentDecoded(path);
  const file = name === '' || name.endsWith('/') ? `${name}index.html` : name;
  return files.has(file) ? file : undefined;
}
