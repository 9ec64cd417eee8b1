import type { Table } from 'mdast';
import { expect, test } from 'vitest';
import { parseBody } from '../../src/text/parse.ts';

test('the columns of a table stand by classes, never by an attribute that a page would have to turn into a style', () => {
  const [table] = parseBody('| a | b | c |\n| ---: | :---: | --- |\n| d | e | f |', { file: 'zh.mdx', linesBefore: 0 })
    .children as Table[];
  expect(table?.align).toEqual([null, null, null]);
  expect(table?.children[1]?.children.map(({ data }) => data?.hProperties)).toEqual([
    { className: ['align-right'] },
    { className: ['align-center'] },
    undefined,
  ]);
});
