import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** An address of content under the path that the site lives at, where it is one within the site. */
const belowBase = (address: string, base: string): string =>
  address.startsWith('/') && !address.startsWith('//') ? base + address.slice(1) : address;

/**
 * A remark plugin that puts the path the site lives under before links within the site, so that content
 * writes `/zh/about/` wherever the site is served.
 */
export function remarkSiteLinks({ base }: { readonly base: string }) {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type !== 'link' && node.type !== 'definition') return;
      node.url = belowBase(node.url, base);
    });
  };
}

/** The same for the links of a text that is rendered already. */
export function linkBelowBase(tree: HastRoot, base: string): void {
  visit(tree, { tagName: 'a' }, (node) => {
    if (node.type === 'element' && typeof node.properties['href'] === 'string')
      node.properties['href'] = belowBase(node.properties['href'], base);
  });
}
