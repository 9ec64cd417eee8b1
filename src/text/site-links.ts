import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * A remark plugin that puts the path the site lives under before links within the site, so that content
 * writes `/zh/about/` wherever the site is served.
 */
export function remarkSiteLinks({ base }: { readonly base: string }) {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type !== 'link' && node.type !== 'definition') return;
      if (node.url.startsWith('/') && !node.url.startsWith('//')) node.url = base + node.url.slice(1);
    });
  };
}
