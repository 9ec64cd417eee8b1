import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCheck } from '../../../src/build/check/run.ts';
import { SAMPLE, temporaryRoot } from '../../faults/root.ts';

/** What `dafu check` says of a sample in which some words stand in the place of others. */
async function checked(file: string, instead: string, words: string): Promise<{ code: number; said: string }> {
  using site = temporaryRoot(SAMPLE);
  const path = join(site.root, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(instead, words));
  let said = '';
  const request = {
    root: site.root,
    today: '2025-01-01',
    language: 'en',
    format: 'pretty',
    fix: false,
    paths: [],
  } as const;
  const code = await runCheck(request, (text) => {
    said += text;
  });
  return { code, said };
}

describe('what the bureau has not given', () => {
  it.each([
    [
      'identifiers of the site',
      'lacks the site code (siteIdCode), the domain (siteDomain), the ICP record number (icp), the public security record number (psb),',
    ],
    ['the day of publication', '1 reply does not give the day of publication (published, PubDate on the page): 2024-7'],
    ['the index number', '1 reply does not give the index number (indexNumber): 2024-7'],
  ])('is listed and no fault: %s', async (_what, words) => {
    const { code, said } = await checked('content/site.yaml', 'base: /', 'base: /');
    expect(said).toContain(words);
    expect(code).toBe(0);
  });

  it.each([
    [
      'content/site.yaml',
      'official: false',
      'official: false\nidentifiers: { siteIdCode: "0000000000", siteDomain: dafu.example, icp: 虚构备0号, psb: 虚公网安备00000000000000号 }',
      'identifiers in site.yaml',
    ],
    ['content/replies/2024-7/zh.mdx', 'topics:', 'indexNumber: X-7\ntopics:', 'indexNumber'],
  ])('is not listed once %s gives it', async (file, instead, words, listed) => {
    expect((await checked(file, instead, words)).said).not.toContain(listed);
  });
});
