import type { Root } from 'hast';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it, test } from 'vitest';
import { rehypeReportSections, remarkSiteLinks } from '../../src/text/mdx-plugins.ts';

describe('links within the site', () => {
  it.each([
    ['a path of the site', '[a](/zh/about/)', '[a](/dafu/zh/about/)'],
    ['a definition', '[a]\n\n[a]: /zh/', '[a]\n\n[a]: /dafu/zh/'],
    ['another host', '[a](https://example.org/zh/)', '[a](https://example.org/zh/)'],
    ['a host without scheme', '[a](//example.org/)', '[a](//example.org/)'],
    ['a fragment', '[a](#p1)', '[a](#p1)'],
  ])('puts the base before %s only where it is one', (_case, source, expected) => {
    const result = remark().use(remarkSiteLinks, { base: '/dafu/' }).processSync(source);
    expect(String(result).trim()).toBe(expected);
  });
});

type Node = Root | Root['children'][number];

/** A tree as nested names: elements by their tag, components with their attributes, and the paths of nothing else. */
function outline(node: Node): unknown[] {
  const children: readonly object[] = 'children' in node ? node.children : [];
  return children.flatMap((child): unknown[] => {
    if ('tagName' in child)
      return ['section', 'div'].includes(String(child.tagName)) ? [outline(child as Node)] : [child.tagName];
    if (!('attributes' in child)) return [];
    const attributes = (child.attributes as { name: string; value: string }[]).map(
      ({ name, value }) => `${name}=${value}`,
    );
    return [['Chart', ...attributes].join(' ')];
  });
}

function sections(text: string): unknown[] {
  const parser = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkRehype, { passThrough: ['mdxJsxFlowElement', 'mdxjsEsm'] })
    .use(rehypeReportSections);
  return outline(parser.runSync(parser.parse(text)));
}

describe('a text with charts', () => {
  test('is cut into what opens it and a section from each heading of the second level to the next', () => {
    expect(sections('甲。\n\n## 一\n\n乙。\n\n<Chart of="wells" />\n\n### （一）\n\n## 二\n\n丙。\n')).toEqual([
      ['p'],
      ['h2', 'p', 'Chart of=wells', 'h3'],
      ['h2', 'p'],
    ]);
  });

  test('is led by the first chart before any heading', () => {
    expect(sections('<Chart of="wells" />\n\n<Chart of="pumps" />\n\n## 一\n\n<Chart of="fund" />\n')).toEqual([
      ['Chart of=wells lead=', 'Chart of=pumps'],
      ['h2', 'Chart of=fund'],
    ]);
  });

  test('tells a dataset that is shown again which time it is', () => {
    expect(sections('甲。\n\n<Chart of="wells" />\n\n<Chart of="fund" />\n\n## 一\n\n<Chart of="wells" />\n')).toEqual([
      ['p', 'Chart of=wells lead=', 'Chart of=fund'],
      ['h2', 'Chart of=wells time=2'],
    ]);
  });
});

test('a text without charts stays as it is', () => {
  expect(sections('甲。\n\n## 一\n\n乙。\n')).toEqual(['p', 'h2', 'p']);
});
