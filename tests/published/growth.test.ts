import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { isMap, parseDocument } from 'yaml';
import { writeFileAndFolders } from '../../src/system/files.ts';
import { dafu } from '../dafu.ts';
import { changedLines, ofReply, readPins } from '../pins/lists.ts';
import { pinsOfSite } from '../pins/of-site.ts';
import { TEST_DAY } from '../start-site.ts';
import { ID, needsReply } from './reply-578.ts';

/**
 * What a bureau does after its first publication, done to a copy of what it publishes now: each step leaves the check and
 * the build green. The letters are plainly made up and stay in the copy.
 */
const PROJECT = resolve(import.meta.dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'dafu-growth-'));
for (const folder of ['content', 'data', 'public'])
  if (existsSync(join(PROJECT, folder))) cpSync(join(PROJECT, folder), join(root, folder), { recursive: true });
afterAll(() => rmSync(root, { recursive: true }));

const run = (command: string) => dafu([command, '--root', root, '--today', TEST_DAY, '--lang', 'en']);
const isSound = (await run('check')).code === 0;

const readYaml = (file: string) => parseDocument(readFileSync(join(root, file), 'utf8'));
const write = (file: string, text: string) => writeFileAndFolders(join(root, file), text);
function editSite(edit: (site: ReturnType<typeof parseDocument>) => void): void {
  const site = readYaml('content/site.yaml');
  edit(site);
  write('content/site.yaml', String(site));
}

/** A made-up letter in both languages, or in Chinese alone, of the site's own bureau and first kind and topic; its number is nobody's. */
function addReply(id: string, zh: string, en?: string): void {
  const { issuer, answeredKinds, topics } = readYaml('content/site.yaml').toJS();
  const [year, serial] = id.split('-');
  const record = {
    number: `[${year}] ${serial}号`,
    title: '关于虚构事项的答复',
    issuer: issuer.zh,
    date: `${year}-03-04`,
    disclosure: '主动公开',
    answers: { kind: answeredKinds[0].id, body: '虚构大会', number: `第${serial}号`, title: '关于虚构事项的建议' },
    topics: topics.slice(0, 1).map((topic: { id: string }) => topic.id),
  };
  const translation = {
    title: 'Reply on a made-up matter',
    summary: 'A made-up letter for a test.',
    answers: { body: 'Made-up Assembly', number: `No. ${serial}`, title: 'Suggestion on a made-up matter' },
    translation: { method: 'human' },
  };
  const file = (head: object, body: string) => `---\n${JSON.stringify(head, null, 2)}\n---\n\n${body}\n`;
  write(`content/replies/${id}/zh.mdx`, file(record, `虚构代表：\n\n${zh}`));
  if (en !== undefined) write(`content/replies/${id}/en.mdx`, file(translation, `Made-up Deputy:\n\n${en}`));
}

const both = (zh: string, en: string) => ({ zh, en });
const DATASET = {
  id: 'made-up-lamps',
  version: '1.0.0',
  title: both('虚构路灯', 'Made-up lamps'),
  headline: both('虚构路灯41盏', '41 made-up lamps'),
  measure: both('路灯', 'Lamps'),
  place: both('虚构县', 'Made-up County'),
  span: both('2025年', '2025'),
  unit: 'count',
  counter: both('盏', 'lamps'),
  topics: [],
  series: [{ id: 'lamps', label: both('路灯', 'Lamps') }],
  panels: [{ kind: 'bars', series: ['lamps'] }],
  changelog: [{ version: '1.0.0', date: '2025-04-01', note: both('首次整理。', 'First compiled.') }],
  observations: [
    {
      id: 'lamps',
      series: 'lamps',
      period: '2025',
      kind: 'actual',
      stated: { number: '41', unit: '盏' },
      value: '41',
      unit: 'count',
      quote: { reply: '2025-99801', zh: { exact: '41盏' }, en: { exact: '41 lamps' } },
    },
  ],
};

const STEPS: Readonly<Record<string, () => void>> = {
  'a second reply': () =>
    addReply('2025-99801', '2025年更换虚构路灯41盏。', 'In 2025, 41 lamps that are made up were replaced.'),
  'a third reply': () =>
    addReply(
      '2026-99802',
      '来信收悉。\n\n1. 虚构的一项；\n2. 虚构的又一项。',
      'We have your letter.\n\n1. A made-up matter;\n2. another.',
    ),
  'one more dataset': () => write('data/made-up-lamps.json', JSON.stringify(DATASET, null, 2)),
  'an address of its own, officially': () =>
    editSite((site) => {
      site.set('official', true);
      site.set('address', 'https://replies.sample.gov.cn');
    }),
  'its identifiers': () =>
    editSite((site) => site.set('identifiers', site.createNode({ siteIdCode: '0000000000', icp: '虚构备00000000号' }))),
  'a term of the glossary': () => {
    const glossary = readYaml('content/glossary.yaml');
    const term = { id: 'made-up-lamp', zh: '虚构路灯', en: 'made-up lamp', also: { en: ['lamp'] } };
    if (!isMap(glossary.contents)) throw new Error('the glossary is no map');
    glossary.addIn(['terms'], glossary.createNode(term));
    write('content/glossary.yaml', String(glossary));
  },
  'a reply in Chinese alone, the newest': () => addReply('2026-99803', '来信收悉。虚构的事项已办。'),
  'a reply taken out again': () => rmSync(join(root, 'content/replies/2026-99802'), { recursive: true }),
};

describe('the published content with', () => {
  beforeEach(({ skip }) => skip(!isSound, 'the published content has errors of its own: see dafu check'));

  it.each(Object.entries(STEPS))('%s: nothing is wrong', async (_step, take) => {
    take();
    const { code, output } = await run('check');
    expect([code, output]).toEqual([0, expect.not.stringMatching(/ error | warning /)]);
  });

  it('all of that builds', async () => {
    const { code, output } = await run('build');
    expect([code, output]).toEqual([0, expect.stringContaining('pages made')]);
    for (const page of ['zh/replies/2025-99801', 'en/data/made-up-lamps'])
      expect(existsSync(join(root, 'dist', page, 'index.html')), page).toBe(true);
    expect(existsSync(join(root, 'dist/zh/replies/2026-99802'))).toBe(false);
    const home = readFileSync(join(root, 'dist/zh/index.html'), 'utf8');
    expect(home).toContain('https://replies.sample.gov.cn/zh/');
  });
});

describe('reply [2025] 578 in that site', () => {
  needsReply();

  it.each(Object.entries(readPins('reply-578')))('keeps what others hold on to: %s', async (name, pinned) => {
    const now = ofReply(ID, await pinsOfSite(join(root, 'dist')));
    expect(pinned.length).toBeGreaterThan(0);
    expect(changedLines(pinned, now[name] ?? [])).toEqual([]);
  });
});
