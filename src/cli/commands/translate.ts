import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { translateWords } from '../../language/messages/translating.ts';
import { usageError } from '../../terminal/failures.ts';
import type { Frame } from './frame.ts';

/** `dafu translate`: drafts beside the Chinese, or files for translators' programs. */
export function translateCommand({ words, language }: Frame): CommandUnknownOpts {
  const own = translateWords[language];
  return new Command('translate')
    .description(own.describe)
    .argument('[id...]', own.id)
    .option('--root <folder>', words.root)
    .option('--method <method>', own.method)
    .option('--accept', own.accept)
    .option('--xliff <file>', own.xliff)
    .option('--from <file>', own.from)
    .option('--to <language>', own.to)
    .action(async (ids: readonly string[], { root: home, method, accept, xliff, from, to }) => {
      const { rootFolder } = await import('../options.ts');
      if (xliff !== undefined && from !== undefined) throw usageError(() => own.oneWay);
      if (from === undefined && ids.length === 0) throw usageError(() => own.noIds);
      const root = rootFolder(home);
      if (xliff !== undefined || from !== undefined) {
        const { exportXliff, importXliff } = await import('../../intake/translate/translate-files.ts');
        if (from !== undefined) process.stdout.write(importXliff({ root, file: from, method, language }));
        else process.stdout.write(exportXliff({ root, ids, file: xliff ?? '', language, to }));
        return;
      }
      const { translateReply } = await import('../../intake/translate/translate-reply.ts');
      for (const id of ids)
        process.stdout.write(translateReply({ root, id, method, accept: accept ?? false, language, to }));
    });
}
