import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Frame } from './frame.ts';

/** `dafu rollback`. */
export function rollbackCommand({ words }: Frame): CommandUnknownOpts {
  return new Command('rollback')
    .description(words.rollback)
    .option('--root <folder>', words.root)
    .option('--to <release>', words.rollbackTo)
    .action(async ({ root, to }: { readonly root?: string; readonly to?: string }) => {
      const { rootFolder } = await import('../options.ts');
      const { rollBack } = await import('../../release/rollback.ts');
      process.stdout.write(`${words.rolledBack(await rollBack(rootFolder(root), to))}\n`);
    });
}
