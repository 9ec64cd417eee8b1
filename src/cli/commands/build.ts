import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Frame } from './frame.ts';

/** `dafu build`. */
export function buildCommand({ words }: Frame): CommandUnknownOpts {
  return new Command('build')
    .description(words.build)
    .option('--root <folder>', words.root)
    .option('--out <folder>', words.out)
    .option('--address <address>', words.address)
    .option('--today <day>', words.today)
    .option('--jobs <number>', words.jobs)
    .option('--verbose', words.verbose)
    .action(async ({ root, out, address, today, jobs, verbose }) => {
      const { addressOption, jobsOption, nowOption, outputFolder, rootFolder } = await import('../options.ts');
      const folder = rootFolder(root);
      const request = {
        root: folder,
        out: outputFolder(folder, out),
        plain: out !== undefined,
        address: addressOption(address),
        ...nowOption(today),
        jobs: jobsOption(jobs),
        verbose: verbose ?? false,
      };
      const { buildSite } = await import('../../build/build.ts');
      const { terminalProgress } = await import('../../build/stages.ts');
      const { onProgress, end } = terminalProgress(process.stderr, words);
      const summary = await buildSite(request, onProgress).finally(end);
      process.stdout.write(
        `${words.built(request.out)}\n${words.buildChanges(summary.changes)}\n${words.buildSummary(summary)}\n`,
      );
    });
}
