import { Command } from 'commander';
import { importWords } from '../../i18n/importing.ts';
import type { Frame } from './frame.ts';

interface ImportFlags {
  readonly root?: string;
  readonly number?: string;
  readonly force?: true;
}

/** `dafu import`. */
export function importCommand({ words, language }: Frame): Command {
  const own = importWords[language];
  return new Command('import')
    .description(own.describe)
    .argument('<file>', own.file)
    .option('--root <folder>', words.root)
    .option('--number <number>', own.number)
    .option('--force', own.force)
    .action(async (file: string, { root, number, force }: ImportFlags) => {
      const { rootFolder } = await import('../options.ts');
      const folder = rootFolder(root);
      const { importFile } = await import('../import/import-file.ts');
      const { importReport } = await import('../import/report.ts');
      const outcome = await importFile({ root: folder, file, number, force: force ?? false, language });
      process.stdout.write(importReport(outcome, language));
    });
}
