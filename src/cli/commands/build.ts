import { Command } from 'commander';
import type { Frame } from './frame.ts';

interface BuildFlags {
  readonly root?: string;
  readonly out?: string;
  readonly address?: string;
  readonly today?: string;
  readonly jobs?: string;
  readonly verbose?: true;
}

/** `dafu build`. */
export function buildCommand({ words }: Frame): Command {
  return new Command('build')
    .description(words.build)
    .option('--root <folder>', words.root)
    .option('--out <folder>', words.out)
    .option('--address <address>', words.address)
    .option('--today <day>', words.today)
    .option('--jobs <number>', words.jobs)
    .option('--verbose', words.verbose)
    .action(async ({ root, out, address, today, jobs, verbose }: BuildFlags) => {
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
      const { terminalProgress } = await import('../../build/progress.ts');
      const { onProgress, end } = terminalProgress(process.stderr, words);
      const summary = await buildSite(request, onProgress).finally(end);
      process.stdout.write(
        `${words.built(request.out)}\n${words.buildChanges(summary.changes)}\n${words.buildSummary(summary)}\n`,
      );
    });
}
