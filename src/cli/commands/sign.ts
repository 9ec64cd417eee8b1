import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Frame } from './frame.ts';

/** `dafu sign`. */
export function signCommand({ words }: Frame): CommandUnknownOpts {
  return new Command('sign')
    .description(words.sign)
    .argument('[folder]', words.signFolder)
    .option('--root <folder>', words.root)
    .option('--key <file>', words.key)
    .option('--new-key <file>', words.newKey)
    .action(async (folder: string | undefined, { root, key, newKey }) => {
      const { rootFolder } = await import('../options.ts');
      const { makeKeys, readSecretKey } = await import('../../release/sign.ts');
      const { usageError } = await import('../../terminal/failures.ts');
      const home = rootFolder(root);
      if (newKey !== undefined) {
        makeKeys(newKey, home);
        process.stdout.write(`${words.keyMade(newKey)}\n`);
        return;
      }
      if (key === undefined) throw usageError((own) => own.signOrNewKey);
      const { signRelease } = await import('../../release/sign.ts');
      process.stdout.write(`${words.signed(signRelease(home, folder, readSecretKey(key, home)))}\n`);
    });
}
