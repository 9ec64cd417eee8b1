import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { inboxWords } from '../../language/messages/inbox.ts';
import type { Frame } from './frame.ts';

/** `dafu inbox`. Its report is for the staff and in Chinese, whatever the machine that runs it speaks, unless `--lang` says else. */
export function inboxCommand({ words, language }: Frame): CommandUnknownOpts {
  const own = inboxWords[language];
  return new Command('inbox')
    .description(own.describe)
    .option('--root <folder>', words.root)
    .option('--report <file>', own.report)
    .option('--proofs <folder>', own.proofs)
    .action(async ({ root, report, proofs }, command) => {
      const { rootFolder, todayOption } = await import('../options.ts');
      const { PROJECT_FOLDER } = await import('../../system/program.ts');
      const { importInbox } = await import('../../intake/inbox/import-inbox.ts');
      const { inboxReport, isReport } = await import('../../intake/inbox/report.ts');
      const { replaceFile } = await import('../../system/files.ts');
      const { usageError } = await import('../../terminal/failures.ts');
      // `--lang` is an option of every command.
      const spoken = command.getOptionValue('lang') === 'en' ? 'en' : 'zh';
      const folder = rootFolder(root);
      const { outputPlace } = await import('../../build/output/output-folder.ts');
      const place = report === undefined ? undefined : outputPlace(report, [folder, PROJECT_FOLDER]);
      if (place !== undefined && !isReport(place)) throw usageError(() => own.reportTaken(place));
      const result = await importInbox(folder, spoken);
      const sheets = proofs === undefined ? [] : await proofsOf(result.items, proofs);
      const text = inboxReport(result, spoken, sheets);
      if (place === undefined) process.stdout.write(text);
      else replaceFile(place, text);

      /** Writes the proof sheets of the letters that were imported, each beside its upload. */
      async function proofsOf(items: typeof result.items, to: string) {
        const imported = items.flatMap((item) => (item.state === 'imported' ? [item] : []));
        if (imported.length === 0) return [];
        const { makeProofs } = await import('../../intake/proof/make-proofs.ts');
        const originals = new Map(imported.map(({ name, bytes, outcome }) => [outcome.id, { name, bytes }]));
        const ids = [...originals.keys()];
        return makeProofs({ root: folder, ids, to, originals, today: todayOption(undefined), language: spoken });
      }
      if (result.items.some(({ state }) => state !== 'imported')) process.exitCode = 1;
    });
}
