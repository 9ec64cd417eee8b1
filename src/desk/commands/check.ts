import { Command } from 'commander';
import type { Frame } from './frame.ts';

/** `dafu check`. */
export function checkCommand({ words, language }: Frame): Command {
  return new Command('check')
    .description(words.check)
    .option('--root <folder>', words.root)
    .option('--today <day>', words.today)
    .action(async ({ root, today }: { readonly root?: string; readonly today?: string }) => {
      const { rootFolder, todayOption } = await import('../options.ts');
      const { checkRoot } = await import('../check/index.ts');
      const { formatFindings } = await import('../findings.ts');
      const findings = checkRoot(rootFolder(root), { today: todayOption(today) });
      process.stdout.write(formatFindings(findings, language, words));
      if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    });
}
