import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../../src/system/files.ts';
import { copyOfBureau, dafu } from '../dafu.ts';

/** A letter with words of its own in each place that a site could show: text, title, translation, number, file. */
const LETTER = `---
number: "虚水函〔2026〕91号"
title: 关于市九届人大三次会议第91号建议的答复
issuer: 虚构市水务局
date: 2026-03-05
disclosure: 主动公开
publishAt: 2026-12-01T08:00+08:00
answers: { kind: suggestion, body: 市人大, session: 九届, meeting: 三次会议, number: 第91号, title: 关于疏浚翠微渠的建议, proposers: [周丙丁代表] }
topics: [canal-repair]
attachments: [{ file: 附件 翠微渠断面.pdf, title: { zh: 翠微渠断面, en: Sections of the Cuiwei Canal } }]
---

周丙丁代表：

翠微渠今年清淤7.77公里。
`;
const ENGLISH = `---
title: Reply to Suggestion No. 91 of the Third Session of the Ninth Municipal People’s Congress, on Dredging the Cuiwei Canal
summary: The Cuiwei Canal is dredged this year.
answers: { body: Municipal People’s Congress, session: Ninth, meeting: Third Session, number: No. 91, title: Suggestion on Dredging the Cuiwei Canal, proposers: [Deputy Zhou Bingding] }
translation: { method: human }
---

Deputy Zhou Bingding:

This year 7.77 km of the Cuiwei Canal are dredged.
`;
const OWN = ['翠微', 'Cuiwei', '周丙丁', 'Bingding', '〔2026〕91号', '2026-91', 'publishAt'];

const root = copyOfBureau();
const folder = join(root, 'content/replies/2026-91');
const out = (name: string) => join(root, '..', `${root.split('/').at(-1)}-${name}`);

beforeAll(() => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'zh.mdx'), LETTER);
  writeFileSync(join(folder, 'en.mdx'), ENGLISH);
  cpSync(join(root, 'content/replies/2025-12/附件1 东河治理项目表.pdf'), join(folder, '附件 翠微渠断面.pdf'));
});
afterAll(() => {
  for (const place of [root, ...['before', 'plain', 'after'].map(out)]) rmSync(place, { recursive: true, force: true });
});

/** Every file of a folder by its path, packed ones unpacked. */
function filesOf(site: string): Map<string, string> {
  return new Map(
    filesBelow(site).files.map((name) => {
      const bytes = readFileSync(join(site, name));
      const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      return [name, plain.toString('utf8')];
    }),
  );
}

const build = (name: string, today: string) => dafu(['build', '--root', root, '--out', out(name), '--today', today]);

test('a letter is nowhere on the site before its time, and all of it from then on', async () => {
  // A minute before its time, and on the same day.
  const before = await build('before', '2026-12-01T07:59+08:00');
  expect(before.code, before.output).toBe(0);
  const early = filesOf(out('before'));
  for (const [name, text] of early)
    for (const words of OWN) {
      expect(name, name).not.toContain(words);
      expect(text.includes(words), `${words} in ${name}`).toBe(false);
    }

  // The same folder built again at its time takes over what was made before, and shows it.
  const after = await build('before', '2026-12-01T08:00+08:00');
  expect(after.code, after.output).toBe(0);
  const shown = filesOf(out('before'));
  for (const words of OWN.slice(0, -1))
    expect([...shown].some(([name, text]) => name.includes(words) || text.includes(words), words)).toBe(true);
  expect([...shown.values()].some((text) => text.includes('publishAt'))).toBe(false);

  // What is built at its time is what a letter without a time gives, byte for byte.
  writeFileSync(join(folder, 'zh.mdx'), LETTER.replace(/^publishAt.*\n/m, ''));
  expect((await build('plain', '2026-12-01')).code).toBe(0);
  expect([...filesOf(out('plain'))].filter(([name, text]) => shown.get(name) !== text).map(([name]) => name)).toEqual(
    [],
  );
  expect(new Set(shown.keys())).toEqual(new Set(filesOf(out('plain')).keys()));
  // And before its time, what a site without it gives.
  rmSync(folder, { recursive: true });
  expect((await build('after', '2026-12-01')).code).toBe(0);
  const without = filesOf(out('after'));
  expect([...without].filter(([name, text]) => early.get(name) !== text).map(([name]) => name)).toEqual([]);
  expect(new Set(early.keys())).toEqual(new Set(without.keys()));
});
