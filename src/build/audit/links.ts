import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../errors.ts';
import { auditFinding, placeAt } from './finding.ts';
import { decoded, parsedPlace, plainPlace, type SiteLocation } from './link-place.ts';
import type { PageFacts } from './page-facts.ts';
import type { SiteFiles } from './site-files.ts';

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
export function linkAudit(files: SiteFiles, location: SiteLocation) {
  const { address, base } = location;
  const pages = new Map<string, PageLinks>();
  const findings: Finding[] = [];

  return {
    /** Checks one page; `source` is its text. Gives where it leads. */
    add(page: string, source: string, facts: Pick<PageFacts, 'ids' | 'references'>): PageLinks {
      const leads = new Set<string>();
      const wanted = new Map<string, string>();
      const own = page.replace(/(?:^|(?<=\/))index\.html$/, '');
      const here = new URL(base + own, address);
      for (const reference of facts.references) {
        const { target, kind, offset } = reference;
        const found = plainPlace(target, own, location) ?? parsedPlace(reference, here, base);
        if (found === undefined) continue;
        if ('rule' in found) {
          findings.push(auditFinding(found.rule, placeAt(page, source, offset), found.message, MEND_LINK));
          continue;
        }
        const { path, anchor } = found;
        // Documentation of the interface names folders of files, which lead nowhere by themselves.
        if (kind === 'name' && files.hasFolder(decoded(path).replace(/\/$/, ''))) continue;
        const file = fileAt(path, files);
        if (file === undefined) {
          const message = { zh: `链接指向不存在的页面：${target}`, en: `the link leads nowhere: ${target}` };
          findings.push(auditFinding('link-dead', placeAt(page, source, offset), message, MEND_LINK));
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
      pages.set(page, links);
      return links;
    },

    /** Takes a page as it was found right; false where a file that it leads to is gone since. */
    keep(page: string, links: PageLinks): boolean {
      if (links.files !== '' && !links.files.split('\n').every(files.has)) return false;
      pages.set(page, links);
      return true;
    },

    /** The files that a page leads to, once it was added or kept. */
    leads(page: string): readonly string[] {
      const files = pages.get(page)?.files ?? '';
      return files === '' ? [] : files.split('\n');
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
