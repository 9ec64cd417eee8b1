import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../errors.ts';
import { auditFinding, placeAt } from './finding.ts';
import type { PageFacts, Reference } from './page-facts.ts';
import type { SiteFiles } from './site-files.ts';

/** Where a site lives. */
export interface SiteLocation {
  /** Scheme and host, without a final slash. */
  readonly address: string;
  /** Begins and ends with `/`. */
  readonly base: string;
}

/** An anchor that a page wants to find on another page. */
interface WantedAnchor {
  readonly reference: Reference;
  readonly file: string;
  readonly anchor: string;
}

/** Where the links of a page lead within the site, and what can be linked to on it. It survives JSON. */
export interface PageLinks {
  /** The ids of the page, with spaces between and around. */
  readonly ids: string;
  /** The files that it leads to, a line each. */
  readonly files: string;
  readonly wanted: readonly WantedAnchor[];
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
      const wanted: WantedAnchor[] = [];
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
        wanted.push({ reference, file, anchor });
      }
      const links = { ids: ` ${[...facts.ids].join(' ')} `, files: [...leads].join('\n'), wanted };
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
      const dead = [...pages].flatMap(([page, { wanted }]) =>
        wanted
          .filter(({ file, anchor }) => !pages.get(file)?.ids.includes(` ${anchor} `))
          .map((one) => ({ page, ...one })),
      );
      for (const { page, file, anchor, reference } of dead)
        findings.push(
          auditFinding(
            'anchor-dead',
            placeAt(page, readFileSync(join(files.folder, page), 'utf8'), reference.offset),
            {
              zh: `页面 ${file} 上没有 #${anchor}（${reference.target}）`,
              en: `${file} has no #${anchor} (${reference.target})`,
            },
            MEND_LINK,
          ),
        );
      return findings;
    },
  };
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
