import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sourceDigests } from '../../../src/build/reuse/digests.ts';
import { writeFileAndFolders } from '../../../src/system/files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'dafu-digests-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const write = (file: string, text: string) => writeFileAndFolders(path.join(root, file), text);

const document = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`;
const dataset = (reply: string, note: string) => JSON.stringify({ note, observations: [{ quote: { reply } }, {}] });

/** What pages may note that they read, as far as it stands for sources that differ from before. */
function changed(edit: () => void): string[] {
  const before = sourceDigests(root);
  edit();
  const { named, shared } = sourceDigests(root);
  const names = new Set([...before.named.keys(), ...named.keys()]);
  names.delete('all');
  names.delete('every page');
  return [
    ...(shared === before.shared ? [] : ['what every page shows']),
    ...[...names].filter((name) => named.get(name) !== before.named.get(name)).sort(),
  ];
}

describe('what an edit makes new', () => {
  write('content/site.yaml', 'name: 一');
  write('content/glossary.yaml', 'terms: []');
  write('content/pages/about/zh.mdx', document('关于', '一'));
  write('content/replies/2024-1/zh.mdx', document('答复一', '一'));
  write('content/replies/2024-1/en.mdx', document('Reply one', 'One'));
  write('content/replies/2024-2/zh.mdx', document('答复二', '二'));
  write('data/lamps.json', dataset('2024-1', ''));
  write('data/trees.json', dataset('2024-2', ''));
  write('data/commitments.json', '{}');
  write('data/published/replies/2024-1.json', '{}');

  test.each<[string, () => void, string[]]>([
    ['nothing', () => {}, []],
    [
      'the text of a reply: no list shows it',
      () => write('content/replies/2024-1/zh.mdx', document('答复一', '二')),
      ['reply 2024-1'],
    ],
    [
      'the record of a reply, which lists show',
      () => write('content/replies/2024-1/en.mdx', document('The first reply', 'One')),
      ['replies', 'reply 2024-1'],
    ],
    ['the published record of a reply', () => write('data/published/replies/2024-1.json', '{ }'), ['reply 2024-1']],
    [
      'a reply in the folder of a bureau',
      () => write('content/replies/water/2024-4/zh.mdx', document('答复四', '四')),
      ['replies', 'reply water-2024-4'],
    ],
    ['the record of bureaus', () => write('content/bureaus.yaml', 'bureaus: []'), ['what every page shows']],
    [
      'a new reply',
      () => write('content/replies/2024-3/zh.mdx', document('答复三', '三')),
      ['replies', 'reply 2024-3'],
    ],
    [
      'a dataset',
      () => write('data/lamps.json', dataset('2024-1', '注')),
      ['dataset lamps', 'datasets', 'figures of 2024-1'],
    ],
    [
      'a dataset that comes to quote another reply',
      () => write('data/lamps.json', dataset('2024-2', '注')),
      ['dataset lamps', 'datasets', 'figures of 2024-1', 'figures of 2024-2'],
    ],
    ['a commitment', () => write('data/commitments.json', '{ }'), ['commitments']],
    ['a term', () => write('content/glossary.yaml', 'terms: [ ]'), ['glossary']],
    ['the text of a standing page', () => write('content/pages/about/zh.mdx', document('关于', '二')), []],
    [
      'the title of a standing page, which the footer shows',
      () => write('content/pages/about/zh.mdx', document('关于我们', '二')),
      ['what every page shows'],
    ],
    ['the site', () => write('content/site.yaml', 'name: 二'), ['what every page shows']],
    ['a file that is copied', () => write('public/files/one.pdf', '%PDF'), []],
  ])('%s', (_, edit, expected) => {
    expect(changed(edit)).toEqual(expected);
  });
});
