import type { Finding } from '../errors.ts';
import { isMadeFile } from '../routes.ts';
import { body, found, rule } from '../rule.ts';
import { readLink } from '../text/guard/links.ts';
import { on } from './checks.ts';
import type { LinkFact } from './file-report.ts';
import type { ReadSite, SiteDocument } from './read-site.ts';
import type { Addresses } from './site-addresses.ts';

export const LINK_TARGET = rule('link-target-missing', {
  severity: 'error',
  why: { zh: '点不开的链接让读者白跑一趟。', en: 'A link that leads nowhere wastes the reader’s time.' },
  examples: {
    bad: body('见 [答复](/zh/replies/2024-9/)。'),
    good: body('见 [答复](/zh/replies/2024-7/)。', 'See [the reply](/en/replies/2024-7/).'),
  },
  check: on('document', brokenLinks),
});

/** Links of a document that lead nowhere on this site. */
function brokenLinks({ path: file, facts }: SiteDocument, { addresses, base }: ReadSite): Finding[] {
  return facts.links.flatMap((link): Finding[] => {
    if (link.image) return [];
    const target = readLink(link.address);
    if (target.kind === 'anchor') {
      const known =
        facts.collection !== 'replies' || facts.unread || facts.anchors.includes(target.anchor) || target.anchor === '';
      return known ? [] : [missing(file, link, anchorHint(facts.anchors))];
    }
    if (target.kind !== 'site') return [];
    const path = target.path.startsWith(base) ? target.path.slice(base.length) : target.path.slice(1);
    if (addresses.files.has(path) || isMadeFile(path)) return [];
    if (!addresses.pages.has(path)) return [missing(file, link, pathHint(path, addresses))];
    const anchors = addresses.pages.get(path);
    if (target.anchor === undefined || anchors === undefined || anchors.has(target.anchor)) return [];
    return [missing(file, link, anchorHint([...anchors]))];
  });
}

function missing(file: string, { address, line, column }: LinkFact, hint: Finding['hint']): Finding {
  return found(
    LINK_TARGET,
    { file, line, column },
    { zh: `链接“${address}”指向的页面或段落不存在`, en: `the link “${address}” leads to nothing` },
    hint,
  );
}

function anchorHint(anchors: readonly string[]): Finding['hint'] {
  const last = anchors.filter((anchor) => /^p\d/.test(anchor)).at(-1) ?? anchors.at(-1) ?? '';
  return {
    zh: `请核对段落号；那一页的最后一个是 #${last}`,
    en: `check the anchor; the last one on that page is #${last}`,
  };
}

function pathHint(path: string, { pages }: Addresses): Finding['hint'] {
  const close = [`${path}/`, path.replace(/\/index\.html$/, '/'), path.replace(/\/$/, '')].find((candidate) =>
    pages.has(candidate),
  );
  if (close !== undefined) return { zh: `是不是“/${close}”？`, en: `did you mean “/${close}”?` };
  return {
    zh: '请核对路径，如 /zh/replies/2024-7/；页面路径以“/”结尾',
    en: 'check the path, such as /en/replies/2024-7/; the paths of pages end in /',
  };
}
