import { Command } from 'commander';
import { translateWords } from '../../language/messages/translating.ts';
import type { Frame } from './frame.ts';

interface TranslateFlags {
  readonly root?: string;
  readonly method?: string;
  readonly accept?: true;
}

/** `dafu translate`. */
export function translateCommand({ words, language }: Frame): Command {
  const own = translateWords[language];
  return new Command('translate')
    .description(own.describe)
    .argument('<id>', own.id)
    .option('--root <folder>', words.root)
    .option('--method <method>', own.method)
    .option('--accept', own.accept)
    .action(async (id: string, { root, method, accept }: TranslateFlags) => {
      const { rootFolder } = await import('../options.ts');
      const { translateReply } = await import('../../intake/translate/translate-reply.ts');
      process.stdout.write(translateReply({ root: rootFolder(root), id, method, accept: accept ?? false, language }));
    });
}
