import { Command } from 'commander';
import type { Frame } from './frame.ts';

/** `dafu check`. */
export function checkCommand({ words }: Frame): Command {
  return new Command('check')
    .description(words.check)
    .option('--root <folder>', words.root)
    .action(async ({ root }: { readonly root?: string }) => {
      const { rootFolder } = await import('../options.ts');
      rootFolder(root);
    });
}
