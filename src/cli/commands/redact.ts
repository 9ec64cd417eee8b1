import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { calledIn, LOCALES } from '../../model/locale.ts';
import type { Frame } from './frame.ts';

/** `dafu redact`: masks personal information that was published. */
export function redactCommand({ words }: Frame): CommandUnknownOpts {
  const command = new Command('redact')
    .description(words.redact)
    .argument('<id>')
    .requiredOption('--text <text>', words.redactText)
    .requiredOption('--why <words>', words.redactWhy)
    .option('--root <folder>', words.root)
    .option('--address <address>', words.address)
    .option('--today <day>', words.today)
    .option('--keep <number>', words.keep, '5')
    .option('--key <file>', words.key)
    .option('--no-release', words.redactNoRelease)
    .option('--jobs <number>', words.jobs);
  for (const locale of LOCALES) command.option(`--why-${locale} <words>`, words.redactWhyIn(calledIn(locale)));
  return command.action(async (id: string, flags) => {
    const { addressOption, givenIn, jobsOption, nowOption, rootFolder } = await import('../options.ts');
    const { usageError } = await import('../../terminal/failures.ts');
    if (!/^[1-9]\d{0,3}$/.test(flags.keep)) throw usageError((own) => own.badKeep(flags.keep));
    const { redact } = await import('../../release/redaction/redact.ts');
    const { readSecretKey } = await import('../../release/sign.ts');
    const { readFileSync } = await import('node:fs');
    const root = rootFolder(flags.root);
    const text = (flags.text === '-' ? readFileSync(0, 'utf8') : flags.text).trim();
    const request = {
      ...{
        root,
        id,
        text,
        address: addressOption(flags.address),
        why: flags.why,
        whyIn: givenIn(flags, 'why'),
        release: flags.release,
      },
      ...nowOption(flags.today),
      keep: Number(flags.keep),
      key: flags.key === undefined ? undefined : readSecretKey(flags.key, root),
      jobs: jobsOption(flags.jobs),
      verbose: false,
      released: new Date().toISOString(),
    };
    const { terminalProgress } = await import('../../build/stages.ts');
    const { onProgress, end } = terminalProgress(process.stderr, words);
    const done = await redact(request, onProgress).finally(end);
    const say = (line: string) => process.stdout.write(`${line}\n`);
    say(words.redacted(done.changed));
    if (done.withheld.length > 0) say(words.withheldFiles(done.withheld, id));
    if (done.approvals) say(words.redactApprovals);
    if (done.released !== undefined) say(words.redactReleased(done.released, done.removed));
    if (done.elsewhere.length > 0) say(words.redactElsewhere(done.elsewhere));
    say(words.outside({ ...done, id }));
    const left = done.left.filter((file) => !done.elsewhere.includes(file));
    if (left.length === 0) {
      say(words.proven(done.searched));
      return;
    }
    say(words.redactLeft(left));
    process.exitCode = 1;
  });
}
