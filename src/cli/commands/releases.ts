import { readFileSync } from 'node:fs';
import { Argument, Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { checkWords } from '../../language/messages/check.ts';
import { calledIn, LOCALES } from '../../model/locale.ts';
import { SERVERS, type Server } from '../../release/headers/index.ts';
import { usageError } from '../../terminal/failures.ts';
import {
  addressOption,
  type CommandContext,
  givenIn,
  jobsOption,
  keepOption,
  nowOption,
  outputFolder,
  rootFolder,
} from '../options.ts';

/** The flags of the commands that make a release, as typed. */
interface ReleaseFlags {
  readonly address?: string | undefined;
  readonly today?: string | undefined;
  readonly keep: string;
  readonly key?: string | undefined;
  readonly jobs?: string | undefined;
}

/** The release that the flags ask for. Throws a CommandError where a flag has an impossible value. */
async function releaseRequest(root: string, { address, today, keep, key, jobs }: ReleaseFlags) {
  const { readSecretKey } = await import('../../release/sign.ts');
  return {
    root,
    address: addressOption(address),
    ...nowOption(today),
    keep: keepOption(keep),
    key: key === undefined ? undefined : readSecretKey(key, root),
    jobs: jobsOption(jobs),
    released: new Date().toISOString(),
  };
}

/** `dafu release`. */
function releaseCommand({ words }: CommandContext): CommandUnknownOpts {
  return new Command('release')
    .description(words.release)
    .option('--root <folder>', words.root)
    .option('--out <folder>', words.releaseOut)
    .option('--address <address>', words.address)
    .option('--today <day>', words.today)
    .option('--keep <number>', words.keep, '5')
    .option('--key <file>', words.key)
    .option('--record', words.releaseRecord)
    .option('--jobs <number>', words.jobs)
    .option('--verbose', words.verbose)
    .action(async ({ root, out, record, verbose, ...flags }) => {
      const { releaseSite } = await import('../../release/release.ts');
      const folder = rootFolder(root);
      const request = {
        ...(await releaseRequest(folder, flags)),
        out: out === undefined ? undefined : outputFolder(folder, out),
        verbose: verbose ?? false,
      };
      const { terminalProgress } = await import('../../build/stages.ts');
      const { onProgress, end } = terminalProgress(process.stderr, words);
      const { name, folder: place, made } = await releaseSite(request, onProgress).finally(end);
      process.stdout.write(`${made ? words.released(name, place) : words.stands(name, place)}\n`);
      if (!record) return;
      const { recordPublished } = await import('../../release/record.ts');
      for (const file of await recordPublished(folder, request)) process.stdout.write(`${words.recorded(file)}\n`);
    });
}

/** `dafu redact`: masks personal information that was published. */
function redactCommand({ words }: CommandContext): CommandUnknownOpts {
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
    const { redact } = await import('../../release/redaction/redact.ts');
    const request = {
      ...(await releaseRequest(rootFolder(flags.root), flags)),
      id,
      text: (flags.text === '-' ? readFileSync(0, 'utf8') : flags.text).trim(),
      why: flags.why,
      whyIn: givenIn(flags, 'why'),
      release: flags.release,
      verbose: false,
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

/** `dafu rollback`. */
function rollbackCommand({ words }: CommandContext): CommandUnknownOpts {
  return new Command('rollback')
    .description(words.rollback)
    .option('--root <folder>', words.root)
    .option('--to <release>', words.rollbackTo)
    .action(async ({ root, to }: { readonly root?: string; readonly to?: string }) => {
      const { rollBack } = await import('../../release/rollback.ts');
      process.stdout.write(`${words.rolledBack(await rollBack(rootFolder(root), to))}\n`);
    });
}

/** `dafu record`: records in `data/published` what is published now, without a release. */
function recordCommand({ words, language }: CommandContext): CommandUnknownOpts {
  const own = checkWords[language];
  return new Command('record')
    .description(own.record)
    .option('--root <folder>', words.root)
    .option('--today <day>', words.today)
    .action(async ({ root, today }) => {
      const { recordPublished } = await import('../../release/record.ts');
      const written = await recordPublished(rootFolder(root), nowOption(today));
      for (const path of written) process.stdout.write(`${path}\n`);
      process.stdout.write(`${written.length === 0 ? own.nothingToRecord : own.recorded(written.length)}\n`);
    });
}

/** `dafu sign`. */
function signCommand({ words }: CommandContext): CommandUnknownOpts {
  return new Command('sign')
    .description(words.sign)
    .argument('[folder]', words.signFolder)
    .option('--root <folder>', words.root)
    .option('--key <file>', words.key)
    .option('--new-key <file>', words.newKey)
    .action(async (folder: string | undefined, { root, key, newKey }) => {
      const { makeKeys, readSecretKey, signRelease } = await import('../../release/sign.ts');
      const home = rootFolder(root);
      if (newKey !== undefined) {
        makeKeys(newKey, home);
        process.stdout.write(`${words.keyMade(newKey)}\n`);
        return;
      }
      if (key === undefined) throw usageError((own) => own.signOrNewKey);
      process.stdout.write(`${words.signed(signRelease(home, folder, readSecretKey(key, home)))}\n`);
    });
}

/** `dafu verify`. */
function verifyCommand({ words }: CommandContext): CommandUnknownOpts {
  return new Command('verify')
    .description(words.verify)
    .argument('<folder-or-address>', words.verifyTarget)
    .option('--key <public-key>', words.publicKey)
    .action(async (target: string, { key }: { readonly key?: string }) => {
      const { isWhole } = await import('../../release/verify.ts');
      const { readPublicKey } = await import('../../release/sign.ts');
      const { formatVerdict, verifyTarget } = await import('../../release/verify-folder.ts');
      const verdict = await verifyTarget(target, key === undefined ? undefined : readPublicKey(key));
      process.stdout.write(formatVerdict(verdict, words));
      if (/^https?:/.test(target)) process.stdout.write(`${words.overNetwork}\n`);
      if (!isWhole(verdict)) process.exitCode = 1;
    });
}

/** `dafu server-config`. */
function serverConfigCommand({ words }: CommandContext): CommandUnknownOpts {
  return new Command('server-config')
    .description(words.serverConfig)
    .addArgument(new Argument('<server>', words.serverKind).choices(SERVERS))
    .option('--root <folder>', words.root)
    .option('--releases <folder>', words.releases, '/srv/dafu/site/releases')
    .option('--listen <address>', words.listen)
    .action(async (server: Server, { root, releases, listen }) => {
      const { serverConfiguration } = await import('../../release/headers/index.ts');
      process.stdout.write(serverConfiguration(server, rootFolder(root), releases, listen));
    });
}

/** Commands to publish, roll back, sign and verify releases. */
export const RELEASE_COMMANDS = [
  releaseCommand,
  rollbackCommand,
  redactCommand,
  recordCommand,
  signCommand,
  verifyCommand,
  serverConfigCommand,
];
