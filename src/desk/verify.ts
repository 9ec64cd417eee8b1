import { existsSync } from 'node:fs';
import type { DeskWords } from '../i18n/desk.ts';
import type { PublicKey } from '../integrations/release/minisign.ts';
import { isWhole, type Verdict, verifyAddress, verifyFolder } from '../integrations/release/verify.ts';
import { deskFailure, usageError } from './failures.ts';

/** Verifies a folder or an address. Throws a DeskError where there is nothing to verify. */
export async function verifyTarget(target: string, key: PublicKey | undefined): Promise<Verdict> {
  const overNetwork = /^https?:\/\//.test(target);
  if (!overNetwork && !existsSync(target)) throw usageError((words) => words.noFolder('verify', target));
  try {
    return await (overNetwork ? verifyAddress(target, key) : verifyFolder(target, key));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw deskFailure((words) => words.notARelease(target, why), error);
  }
}

/** A verdict in words: every missing, changed or added file, then the sum of it. */
export function formatVerdict(verdict: Verdict, words: DeskWords): string {
  const named = (files: readonly string[], word: string) => files.map((file) => `${word}  ${file}`);
  return [
    ...named(verdict.missing, words.fileMissing),
    ...named(verdict.changed, words.fileChanged),
    ...named(verdict.added, words.fileAdded),
    words.verified(verdict.files, verdict.envelope?.release ?? '–'),
    words.signatureStates[verdict.signature],
    isWhole(verdict) ? words.whole : words.notWhole,
    '',
  ].join('\n');
}
