import { readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isWhole, verifyFolder } from '../../src/release/verify.ts';
import { BUREAU } from '../dafu.ts';

export const PROJECT = resolve(import.meta.dirname, '../..');

/** A release of the made-up bureau under an address that may be released. */
export const RELEASE = ['release', '--address', 'https://replies.gov.cn', '--today', '2026-11-23'];

/** The release that a root serves. */
export const served = (root: string): string => readlinkSync(join(root, 'releases/current'));

/** Whether what a root serves is, file by file, what its manifest says. */
export const servesWhole = async (root: string): Promise<boolean> =>
  isWhole(await verifyFolder(join(root, 'releases/current/')));

/** Makes the next release differ from the last, so that old and new can be told apart. */
export function change(root: string, mark: number): void {
  for (const [locale, sentence] of [
    ['zh', `第${mark}版。`],
    ['en', `Version ${mark}.`],
  ] as const) {
    const file = `content/pages/about/${locale}.mdx`;
    writeFileSync(join(root, file), `${readFileSync(join(BUREAU, file), 'utf8')}\n${sentence}\n`);
  }
}
