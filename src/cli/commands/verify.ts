import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Frame } from './frame.ts';

/** `dafu verify`. */
export function verifyCommand({ words }: Frame): CommandUnknownOpts {
  return new Command('verify')
    .description(words.verify)
    .argument('<folder-or-address>', words.verifyTarget)
    .option('--key <public-key>', words.publicKey)
    .action(async (target: string, { key }: { readonly key?: string }) => {
      const { isWhole } = await import('../../release/verify.ts');
      const { readPublicKey } = await import('../../release/sign.ts');
      const { formatVerdict, verifyTarget } = await import('../../release/verify-folder.ts');
      const verdict = await verifyTarget(target, key === undefined ? undefined : readPublicKey(key));
      process.stdout.write(formatVerdict(verdict, words));
      if (/^https?:/.test(target)) process.stdout.write(`${words.overNetwork}\n`);
      if (!isWhole(verdict)) process.exitCode = 1;
    });
}
