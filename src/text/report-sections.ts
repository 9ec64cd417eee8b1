import type { Element, ElementContent, Root, RootContent } from 'hast';

/** A component of a report as MDX gives it to rehype plugins. */
interface Component {
  readonly type: 'mdxJsxFlowElement';
  readonly name: string | null;
  readonly attributes: { type: 'mdxJsxAttribute'; name: string; value: string | null }[];
}

const isChart = (node: object): node is Component =>
  'type' in node && node.type === 'mdxJsxFlowElement' && 'name' in node && node.name === 'Chart';

/** What MDX compiles to code, which stands at the top of the tree only. */
const isCode = ({ type }: RootContent): boolean => String(type) === 'mdxjsEsm';

const wrapped = (tagName: string, className: string, children: readonly RootContent[]): Element => ({
  type: 'element',
  tagName,
  properties: { className: [className] },
  children: children as ElementContent[],
});

/**
 * A rehype plugin that cuts a text with charts into its sections, so that a chart can stand beside all that its section says: a section
 * from each heading of the second level to the next, and what opens the text. The first chart before any heading leads the report.
 */
export function rehypeReportSections() {
  return (tree: Root): void => {
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
