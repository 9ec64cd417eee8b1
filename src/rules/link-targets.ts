import type { Finding, Place } from '../errors.ts';
import { fileOfPath } from '../model/addresses.ts';
import { anchorOf, percentDecoded } from '../model/web-address.ts';
import { isMadeFile } from '../routes.ts';
import { body, found, rule } from '../rule.ts';
import { readLink } from '../text/guard/links.ts';
import { on } from './checks.ts';
import type { ReadSite, SiteDocument } from './read-site.ts';
import type { Addresses } from './site-addresses.ts';

export const LINK_TARGET = rule('link-target-missing', {
  severity: 'error',
  why: { zh: '点不开的链接让读者白跑一趟。', en: 'A link that leads nowhere wastes the reader’s time.' },
  examples: {
    bad: body('见 [答复](/zh/replies/2024-9/)。'),
    good: body('见 [答复](/zh/replies/2024-7/)。', 'See [the reply](/en/replies/2024-7/).'),
  },
  check: on('site', brokenLinks),
});

/** Links of documents, and addresses in records and settings, that would lead to a page or an anchor of this site that is not there. */
function brokenLinks(site: ReadSite): Finding[] {
  return [
    ...site.documents.flatMap((document) => [...brokenInText(document, site), ...brokenSource(document, site)]),
    ...brokenWebsites(site),
    ...brokenPolicy(site),
  ];
}

function brokenInText({ path: file, facts }: SiteDocument, site: ReadSite): Finding[] {
  return facts.links.flatMap(({ address, image, line, column }): Finding[] => {
    if (image) return [];
    const place = { file, line, column };
    const target = readLink(address);
    switch (target.kind) {
      case 'anchor': {
        const known =
          facts.collection !== 'replies' ||
          facts.unread ||
          facts.anchors.includes(target.anchor) ||
          target.anchor === '';
        return known ? [] : [missing(place, address, anchorHint(facts.anchors))];
      }
      case 'site': {
        const { base } = site;
        const path = target.path.startsWith(base) ? target.path.slice(base.length) : target.path.slice(1);
        return broken(place, address, { path, anchor: target.anchor }, site);
      }
      case 'web':
        return brokenAddress(place, address, site);
      default:
        return [];
    }
  });
}

/** Where a letter was first published: a bureau whose earlier website had this one's host may have recorded a page that is gone. */
function brokenSource({ facts, keyPlace }: SiteDocument, site: ReadSite): Finding[] {
  const { frontMatter } = facts;
  const address = frontMatter?.kind === 'record' ? frontMatter.value.sourceUrl : undefined;
  return address === undefined ? [] : brokenAddress(keyPlace('sourceUrl'), address, site);
}

function brokenWebsites(site: ReadSite): Finding[] {
  const { bureaus } = site;
  return (bureaus?.read.value.bureaus ?? []).flatMap(({ contact }, index) =>
    bureaus === undefined || contact?.website === undefined
      ? []
      : brokenAddress(bureaus.place(['bureaus', index, 'contact', 'website']), contact.website, site),
  );
}

function brokenPolicy(site: ReadSite): Finding[] {
  const policy = site.site?.security?.policy;
  return policy === undefined ? [] : brokenAddress(site.sitePlace('security', policy), policy, site);
}

/** A full address: broken only where its host and path are those of this site. */
function brokenAddress(place: Place, address: string, site: ReadSite): Finding[] {
  const url = URL.parse(address);
  const { base } = site;
  if (url === null || url.origin !== site.site?.address || !url.pathname.startsWith(base)) return [];
  const target = { path: percentDecoded(url.pathname.slice(base.length)), anchor: anchorOf(url) || undefined };
  return broken(place, address, target, site);
}

/** A path below the base, and the anchor there, that the site will not have. A redirect leads on. */
function broken(
  place: Place,
  address: string,
  { path, anchor }: { readonly path: string; readonly anchor: string | undefined },
  { addresses, redirects }: ReadSite,
): Finding[] {
  if (addresses.files.has(path) || isMadeFile(path)) return [];
  if (redirects?.entries.some(({ from }) => fileOfPath(from) === fileOfPath(path))) return [];
  if (!addresses.pages.has(path)) return [missing(place, address, pathHint(path, addresses))];
  const anchors = addresses.pages.get(path);
  if (anchor === undefined || anchors === undefined || anchors.has(anchor)) return [];
  return [missing(place, address, anchorHint([...anchors]))];
}

function missing(place: Place, address: string, hint: Finding['hint']): Finding {
  return found(
    LINK_TARGET,
    place,
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
