import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { importWords } from '../../language/messages/importing.ts';
import { registerWords } from '../../language/messages/register.ts';
import type { Frame } from './frame.ts';

/** `dafu import`: one letter, or a folder or archive of letters. */
export function importCommand({ words, language }: Frame): CommandUnknownOpts {
  const own = importWords[language];
  return new Command('import')
    .description(own.describe)
    .argument('<file>', own.file)
    .option('--root <folder>', words.root)
    .option('--number <number>', own.number)
    .option('--force', own.force)
    .option('--register <file>', registerWords[language].option)
    .option('--encoding <name>', own.encoding)
    .option('--merged-cells <how>', own.mergedCells)
    .action(async (source: string, flags) => {
      const { rootFolder } = await import('../options.ts');
      const { readingFlags } = await import('../../intake/reading-flags.ts');
      const root = rootFolder(flags.root);
      const reading = readingFlags(flags, language);
      const { holdsLetters, importFolder, folderReport } = await import('../../intake/import-folder.ts');
      if (holdsLetters(source)) {
        const outcome = await importFolder({ root, source, register: flags.register, language, ...reading });
        process.stdout.write(folderReport(outcome, language));
        if (outcome.rows.some(({ state }) => state === 'refused')) process.exitCode = 1;
        return;
      }
      const { importFile } = await import('../../intake/import-file.ts');
      const { importReport } = await import('../../intake/report.ts');
      const outcome = await importFile({
        root,
        file: source,
        number: flags.number,
        force: flags.force ?? false,
        language,
        ...reading,
      });
      process.stdout.write(importReport(outcome, language));
    });
}
