import { existsSync } from 'node:fs';
import { oneLine, SiteError } from '../errors.ts';
import type { CliWords } from '../language/messages/cli.ts';
import { commandFailure, usageError } from '../terminal/failures.ts';
import type { PublicKey } from './minisign.ts';
import { isWhole, type Verdict, verifyAddress, verifyFolder } from './verify.ts';

/** Verifies a folder or an address. Throws a CommandError or a SiteError where there is nothing to verify. */
export async function verifyTarget(target: string, key: PublicKey | undefined): Promise<Verdict> {
  const overNetwork = /^https?:\/\//.test(target);
  if (!overNetwork && !existsSync(target)) throw usageError((words) => words.noFolder('verify', target));
  try {
    return await (overNetwork ? verifyAddress(target, key) : verifyFolder(target, key));
  } catch (error) {
    if (error instanceof SiteError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw commandFailure((words) => words.notARelease(target, why), error);
  }
}

/** A verdict in words: a line for each fault, then a summary. */
export function formatVerdict({ faults, files, envelope, signature }: Verdict, words: CliWords): string {
  return [
    ...faults.map(({ kind, file }) => words.faults[kind](oneLine(file))),
    words.verified(files, envelope?.release ?? '–'),
    words.signatureStates[signature],
    isWhole({ faults, signature }) ? words.whole : words.notWhole,
    '',
  ].join('\n');
}
