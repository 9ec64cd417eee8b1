#!/usr/bin/env node
import { argv, env, exit, stderr, stdout } from 'node:process';
import { Command } from '@commander-js/extra-typings';
import { CommanderError } from 'commander';
import metadata from '../../package.json' with { type: 'json' };
import { cliWords } from '../language/messages/cli.ts';
import { CommandError, findingsBehind, formatFindings, refusedBySystem } from '../terminal/failures.ts';
import { auditCommand } from './commands/audit.ts';
import { buildCommand } from './commands/build.ts';
import { bundleCommand } from './commands/bundle.ts';
import { checkCommand } from './commands/check.ts';
import { codeownersCommand } from './commands/codeowners.ts';
import { devCommand } from './commands/dev.ts';
import { importCommand } from './commands/import.ts';
import { inboxCommand } from './commands/inbox.ts';
import { initCommand } from './commands/init.ts';
import { newCommand } from './commands/new.ts';
import { pdfCommand } from './commands/pdf.ts';
import { proofCommand } from './commands/proof.ts';
import { recordCommand } from './commands/record.ts';
import { redactCommand } from './commands/redact.ts';
import { releaseCommand } from './commands/release.ts';
import { rollbackCommand } from './commands/rollback.ts';
import { rulesCommand } from './commands/rules.ts';
import { schemasCommand } from './commands/schemas.ts';
import { serveCommand } from './commands/serve.ts';
import { serverConfigCommand } from './commands/server-config.ts';
import { signCommand } from './commands/sign.ts';
import { translateCommand } from './commands/translate.ts';
import { verifyCommand } from './commands/verify.ts';
import { cliLanguage } from './language.ts';

const language = cliLanguage(argv.slice(2), env);
const words = cliWords[language];

const program = new Command('dafu')
  .description(words.about)
  .version(metadata.version, '--version', words.version)
  .helpOption('-h, --help', words.help)
  .helpCommand('help [command]', words.helpCommand)
  .showHelpAfterError(false);
const frame = { words, language };
const commands = [
  buildCommand,
  serveCommand,
  devCommand,
  checkCommand,
  rulesCommand,
  recordCommand,
  importCommand,
  inboxCommand,
  proofCommand,
  pdfCommand,
  initCommand,
  newCommand,
  translateCommand,
  codeownersCommand,
  schemasCommand,
  bundleCommand,
  auditCommand,
  releaseCommand,
  redactCommand,
  rollbackCommand,
  signCommand,
  verifyCommand,
  serverConfigCommand,
];
program.exitOverride();
for (const make of commands) {
  const command = make(frame);
  command.exitOverride().helpOption('-h, --help', words.help).option('--lang <language>', words.lang);
  program.addCommand(command);
}

// Whoever reads the output may stop doing so: `dafu check | head`.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  exit();
});

try {
  await program.parseAsync(argv);
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong, and gives the exit code: 2 for what was typed wrongly, 1 for what failed. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CommandError) {
    stderr.write(`dafu: ${error.say(words)}\n`);
    return error.exitCode;
  }
  const findings = findingsBehind(error);
  const refused = findings.length > 0 ? undefined : refusedBySystem(error);
  if (refused !== undefined) {
    stderr.write(`dafu: ${words.refusedBySystem(refused)}\n`);
    return 1;
  }
  if (findings.length > 0) stderr.write(formatFindings(findings, language, words));
  else stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}
