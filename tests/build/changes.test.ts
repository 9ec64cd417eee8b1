import { describe, expect, test } from 'vitest';
import { sourceChanges } from '../../src/build/reuse/digests.ts';
import { cliWords } from '../../src/language/messages/cli.ts';

const before = { 'content/site.yaml': 'a', 'content/replies/2024-1/zh.mdx': 'b', 'data/land.json': 'c' };

describe('what changed since the last build', () => {
  test.each([
    ['nothing', before, {}],
    [
      'a reply changed',
      { ...before, 'content/replies/2024-1/zh.mdx': 'x' },
      { changed: ['content/replies/2024-1/zh.mdx'] },
    ],
    ['files are named by code point', { ...before, b: '1', B: '2' }, { added: ['B', 'b'] }],
    [
      'a dataset renamed',
      { 'content/site.yaml': 'a', 'content/replies/2024-1/zh.mdx': 'b', 'data/soil.json': 'c' },
      { added: ['data/soil.json'], removed: ['data/land.json'] },
    ],
  ])('%s', (_what, now, expected) => {
    const none = { added: [], changed: [], removed: [], otherwise: false };
    expect(sourceChanges(before, now, false)).toEqual({ ...none, ...expected });
  });

  test.each([
    [undefined, '没有可比的上一次生成：全部新生成', 'No last build to compare with: everything is made again'],
    [sourceChanges(before, before, false), '与上次相比：没有变化', 'Since the last build: no change'],
    [
      sourceChanges(before, { ...before, 'data/land.json': 'x' }, true),
      '与上次相比：内容文件新增 0 个，改动 1 个，删去 0 个（data/land.json）；程序、地址或日期不同',
      'Since the last build: content files: 0 added, 1 changed, 0 removed (data/land.json); another program, address or day',
    ],
    [
      sourceChanges({}, { a: '', b: '', c: '', d: '', e: '', f: '' }, false),
      '与上次相比：内容文件新增 6 个，改动 0 个，删去 0 个（a、b、c、d、e 等）',
      'Since the last build: content files: 6 added, 0 changed, 0 removed (a, b, c, d, e …)',
    ],
  ])('is said at the end of a build: %#', (changes, zh, en) => {
    expect(cliWords.zh.buildChanges(changes)).toBe(zh);
    expect(cliWords.en.buildChanges(changes)).toBe(en);
  });
});
