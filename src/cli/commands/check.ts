import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { checkWords } from '../../language/messages/check.ts';
import { usageError } from '../../terminal/failures.ts';
import type { Frame } from './frame.ts';

/** `dafu check [PATH…]`. */
export function checkCommand({ words, language }: Frame): CommandUnknownOpts {
  const own = checkWords[language];
  return new Command('check')
    .description(words.check)
    .argument('[path...]', own.paths)
    .option('--root <folder>', words.root)
    .option('--today <day>', words.today)
    .option('--format <format>', own.format, 'pretty')
    .option('--fix', own.fix)
    .option('--due', own.due)
    .action(async (paths: readonly string[], { root, today, format: name, fix, due }) => {
      const { nowOption, rootFolder } = await import('../options.ts');
      const { FORMATS, runCheck } = await import('../../build/check/run.ts');
      const format = FORMATS.find((candidate) => candidate === name);
      if (format === undefined) throw usageError(() => own.badFormat(name));
      if (due) {
        const { writeDue } = await import('../../build/check/due.ts');
        const asked = { root: rootFolder(root), today: nowOption(today).today, language, format };
        await writeDue(asked, (text) => process.stdout.write(text));
        return;
      }
      const request = { root: rootFolder(root), ...nowOption(today), language, format, fix: fix ?? false, paths };
      process.exitCode = await runCheck(request, (text) => process.stdout.write(text));
    });
}
