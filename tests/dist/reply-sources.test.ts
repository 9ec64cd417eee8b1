import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { REPLY_FOLDER } from '../../src/build/search-index/read.ts';
import { replySources } from '../../src/build/search-index/reply-sources.ts';
import { readSite } from '../../src/reading/files.ts';
import { BUREAU, cacheIn } from '../dafu.ts';

describe('which indexes a changed reply changes', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dafu-reply-sources-'));
    cpSync(join(inject('dist'), REPLY_FOLDER), join(folder, REPLY_FOLDER), { recursive: true });
    const translated = readdirSync(join(folder, REPLY_FOLDER)).find(
      (name) => readReply(name).translation !== undefined,
    );
    file = translated ?? '';
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const readReply = (name: string) => JSON.parse(readFileSync(join(folder, REPLY_FOLDER, name), 'utf8'));
  /** The keys of all sources, by language and year. */
  async function keys(): Promise<Record<string, string>> {
    const sources = await replySources(folder, cacheIn(join(folder, 'cache')), readSite(BUREAU));
    return Object.fromEntries(sources.map(({ locale, year, key }) => [`${locale} ${year}`, key]));
  }
  async function changed(change: (reply: ReturnType<typeof readReply>) => void): Promise<string[]> {
    const before = await keys();
    const reply = readReply(file);
    change(reply);
    writeFileSync(join(folder, REPLY_FOLDER, file), JSON.stringify(reply));
    const after = await keys();
    return Object.keys(after).filter((name) => after[name] !== before[name]);
  }
  const year = () => readReply(file).date.slice(0, 4);

  test('none, where nothing changed', async () => {
    expect(await changed(() => {})).toEqual([]);
  });

  test('its own language and year, where words of one language changed', async () => {
    expect(await changed(({ blocks }) => (blocks[1].zh = '另一句话。'))).toEqual([`zh ${year()}`]);
    expect(await changed(({ blocks }) => (blocks[1].en = 'Another sentence.'))).toEqual([`en ${year()}`]);
  });

  test('every language that it has, where a file that came with it changed', async () => {
    file = readdirSync(join(folder, REPLY_FOLDER)).find((name) => readReply(name).attachments.length > 0) ?? '';
    const languages = Object.keys(readReply(file).url).map((locale) => `${locale} ${year()}`);
    const names = await changed(({ attachments }) => (attachments[0].sha256 = '0'.repeat(64)));
    expect(names.sort()).toEqual(languages.sort());
  });
});
