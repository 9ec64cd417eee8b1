import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { checkWords } from '../../language/messages/check.ts';
import type { Frame } from './frame.ts';

/** `dafu record`: notes what is published now in `data/published`, without a release. */
export function recordCommand({ words, language }: Frame): CommandUnknownOpts {
  const own = checkWords[language];
  return new Command('record')
    .description(own.record)
    .option('--root <folder>', words.root)
    .option('--today <day>', words.today)
    .action(async ({ root, today }) => {
      const { nowOption, rootFolder } = await import('../options.ts');
      const { recordPublished } = await import('../../release/record.ts');
      const written = await recordPublished(rootFolder(root), nowOption(today));
      for (const path of written) process.stdout.write(`${path}\n`);
      process.stdout.write(`${written.length === 0 ? own.nothingToRecord : own.recorded(written.length)}\n`);
    });
}
