import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Frame } from './frame.ts';

/** `dafu audit [FOLDER]`: the audit that every build ends with, of a finished site as it is. */
export function auditCommand({ words, language }: Frame): CommandUnknownOpts {
  return new Command('audit')
    .description(words.audit)
    .argument('[folder]', words.auditFolder)
    .option('--root <folder>', words.root)
    .option('--address <address>', words.address)
    .option('--jobs <number>', words.jobs)
    .action(async (named: string | undefined, { root: home, address, jobs }) => {
      const { addressOption, builtFolder, jobsOption, nowOption, rootFolder } = await import('../options.ts');
      const { auditFolder } = await import('../../build/audit-output.ts');
      const { formatFindings } = await import('../../terminal/failures.ts');
      const root = rootFolder(home);
      const { moment } = nowOption(undefined);
      const findings = await auditFolder(
        { root, address: addressOption(address), moment, jobs: jobsOption(jobs) },
        builtFolder(root, named),
      );
      process.stdout.write(formatFindings(findings, language, words));
      if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    });
}
