import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../errors.ts';
import { auditFinding, placeAt } from './finding.ts';
import type { PageFacts } from './page-facts.ts';
import type { SiteFiles } from './site-files.ts';

/** Where a site lives. */
export interface SiteLocation {
  /** Scheme and host, without a final slash. */
  readonly address: string;
  /** Begins and ends with `/`. */
  readonly base: string;
}

/** Where the links of a page lead within the site, and what can be linked to on it. It survives JSON. */
export interface PageLinks {
  /** The ids of the page, with spaces between and around. */
  readonly ids: string;
  /** The files that it leads to, a line each. */
  readonly files: string;
  /**
   * The anchors that it wants to find on other pages, a line for each of those: its file, then each anchor and the offset of what leads
   * there, with tabs between. As objects they would take most of an audit's memory.
   */
  readonly wanted: string;
}

const MEND_LINK = {
  zh: '若这个链接写在内容里，请改正它；否则请告诉维护者',
  en: 'mend the link where content writes it; else tell the maintainers',
};

/**
 * Checks what pages refer to: page by page with `add`, or with `keep` where a page's links were found right before, then the
 * anchors on other pages with `finish`. Keeps the ids of each page as one string, so that ten thousand pages fit in little memory.
 */
export function linkAudit(files: SiteFiles, { address, base }: SiteLocation) {
  const pages = new Map<string, PageLinks>();
  const findings: Finding[] = [];

  return {
    /** Checks one page; `source` is its text. Gives where it leads. */
    add(page: string, source: string, facts: Pick<PageFacts, 'ids' | 'references'>): PageLinks {
      const leads = new Set<string>();
      const wanted = new Map<string, string>();
      const here = new URL(base + page.replace(/(?:^|(?<=\/))index\.html$/, ''), address);
      for (const reference of facts.references) {
        const complain = (rule: string, zh: string, en: string) =>
          findings.push(auditFinding(rule, placeAt(page, source, reference.offset), { zh, en }, MEND_LINK));
        const url = URL.parse(reference.target, here);
        if (url === null) {
          complain('link-malformed', `地址写错了：${reference.target}`, `not an address: ${reference.target}`);
          continue;
        }
        if (url.protocol === 'javascript:' || url.protocol === 'data:' || url.protocol === 'vbscript:') {
          complain(
            'link-scheme',
            `不允许的地址：${reference.target}`,
            `an address of this kind is refused: ${reference.target}`,
          );
          continue;
        }
        if (url.origin !== here.origin) {
          if (reference.kind === 'load')
            complain(
              'foreign-request',
              `页面会向别的网站请求：${url.href}`,
              `the page would ask another host: ${url.href}`,
            );
          continue;
        }
        if (!url.pathname.startsWith(base)) {
          complain(
            'link-outside',
            `${url.pathname} 不在网站的路径 ${base} 之下`,
            `${url.pathname} is not below the site's path ${base}`,
          );
          continue;
        }
        const below = url.pathname.slice(base.length);
        // Documentation of the interface names folders of files, which lead nowhere by themselves.
        if (reference.kind === 'name' && files.hasFolder(decoded(below).replace(/\/$/, ''))) continue;
        const file = fileAt(below, files);
        if (file === undefined) {
          complain(
            'link-dead',
            `链接指向不存在的页面：${reference.target}`,
            `the link leads nowhere: ${reference.target}`,
          );
          continue;
        }
        leads.add(file);
        const anchor = decoded(url.hash.slice(1).split(':~:')[0] ?? '');
        if (anchor === '' || !file.endsWith('.html') || (file === page && facts.ids.has(anchor))) continue;
        // No id has white space in it.
        const plain = anchor.replaceAll(/\s/g, ' ');
        wanted.set(file, `${wanted.get(file) ?? file}\t${plain}\t${reference.offset}`);
      }
      const links = {
        ids: ` ${[...facts.ids].join(' ')} `,
        files: [...leads].join('\n'),
        wanted: [...wanted.values()].join('\n'),
      };
      pages.set(page, links);
      return links;
    },

    /** Takes a page as it was found right; false where a file that it leads to is gone since. */
    keep(page: string, links: PageLinks): boolean {
      if (links.files !== '' && !links.files.split('\n').every(files.has)) return false;
      pages.set(page, links);
      return true;
    },

    /** The findings of all pages, once every page was added. */
    finish(): readonly Finding[] {
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
      dead.push(auditFinding('anchor-dead', placeAt(page, source, Number(places[at + 1])), message, MEND_LINK));
    }
    return dead;
  }
}

/** The file that a path below the base stands for; undefined where there is none, or only with a redirect. */
function fileAt(path: string, files: SiteFiles): string | undefined {
  const name = decoded(path);
  const file = name === '' || name.endsWith('/') ? `${name}index.html` : name;
  return files.has(file) ? file : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
