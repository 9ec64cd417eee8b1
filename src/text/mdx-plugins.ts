import { relative, sep } from 'node:path';
import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast';
import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { SiteError } from '../errors.ts';
import { guardFindings } from './guard/index.ts';

/**
 * The guard inside the MDX integration: a page or report that holds anything but text and the components of the
 * allow-list ends the build, whatever was checked before. `root` is the folder that holds `content/`. Throws a SiteError.
 */
export function remarkGuard({ root }: { readonly root: string }) {
  return (tree: Root, file: VFile): void => {
    const name = file.path === undefined ? 'content' : relative(root, file.path).split(sep).join('/');
    const findings = guardFindings(tree, 'compiled', { file: name, linesBefore: 0 });
    if (findings.length > 0) throw new SiteError(findings);
  };
}

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

/** Elements that a search result can open at, since their text makes sense alone. */
const PASSAGES: ReadonlySet<string> = new Set(['p', 'li', 'tr', 'pre']);

const isElement = (node: unknown): node is Element =>
  typeof node === 'object' && node !== null && 'type' in node && node.type === 'element';

/**
 * A rehype plugin that numbers the paragraphs, list items and rows of a report or a page (`p1`, `p2` …), so that a
 * search result opens at its own one. Replies have ids of their own, which never change (model/block.ts); these do.
 */
export function rehypePassageIds() {
  return (tree: HastRoot): void => {
    let number = 0;
    visit(tree, 'element', (element) => {
      if (!PASSAGES.has(element.tagName)) return undefined;
      // An item that holds paragraphs has those numbered.
      if (element.tagName === 'li' && element.children.some((child) => isElement(child) && PASSAGES.has(child.tagName)))
        return undefined;
      number += 1;
      element.properties['id'] ??= `p${number}`;
      return SKIP;
    });
  };
}

/** A component of a report as MDX gives it to rehype plugins. */
interface Component {
  readonly type: 'mdxJsxFlowElement';
  readonly name: string | null;
  readonly attributes: { type: 'mdxJsxAttribute'; name: string; value: string | null }[];
}

const isChart = (node: object): node is Component =>
  'type' in node && node.type === 'mdxJsxFlowElement' && 'name' in node && node.name === 'Chart';

/** What MDX compiles to code, which is at the top of the tree only. */
const isCode = ({ type }: RootContent): boolean => String(type) === 'mdxjsEsm';

const wrapped = (tagName: string, className: string, children: readonly RootContent[]): Element => ({
  type: 'element',
  tagName,
  properties: { className: [className] },
  children: children as ElementContent[],
});

/** Numbers the repetitions of a dataset in a text, so that each has distinct ids in the page. */
function numberRepeated(tree: HastRoot): void {
  const times = new Map<string, number>();
  visit(tree, (node: object) => {
    if (!isChart(node)) return;
    const of = node.attributes.find(({ name }) => name === 'of')?.value ?? '';
    const time = (times.get(of) ?? 0) + 1;
    times.set(of, time);
    if (time > 1) node.attributes.push({ type: 'mdxJsxAttribute', name: 'time', value: String(time) });
  });
}

/**
 * A rehype plugin that cuts a text with charts into its sections, so that a chart can be beside all that its section
 * says: a section from each heading of the second level to the next, and what opens the text. The first chart before
 * any heading leads the report; a dataset that is shown again is numbered.
 */
export function rehypeReportSections() {
  return (tree: HastRoot): void => {
    numberRepeated(tree);
    if (!tree.children.some(isChart)) return;
    const code = tree.children.filter(isCode);
    const groups: RootContent[][] = [[]];
    for (const node of tree.children) {
      if (isCode(node)) continue;
      if (node.type === 'element' && node.tagName === 'h2') groups.push([]);
      groups.at(-1)?.push(node);
    }
    const [opening = [], ...sections] = groups;
    const lead = (opening as readonly object[]).find(isChart);
    lead?.attributes.push({ type: 'mdxJsxAttribute', name: 'lead', value: '' });
    tree.children = [
      ...code,
      wrapped('div', 'report-opening', opening),
      ...sections.map((section) => wrapped('section', 'report-section', section)),
    ];
  };
}
