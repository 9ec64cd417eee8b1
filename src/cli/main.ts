import { argv, env, exit, stderr, stdout } from 'node:process';
import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { CommanderError } from 'commander';
import metadata from '../../package.json' with { type: 'json' };
import { FINDING_LANGUAGES, type FindingLanguage } from '../errors.ts';
import { cliWords } from '../language/messages/cli.ts';
import { CommandError, findingsBehind, formatFindings, refusedBySystem } from '../terminal/failures.ts';
import { LETTER_COMMANDS } from './commands/letters.ts';
import { RELEASE_COMMANDS } from './commands/releases.ts';
import { SETUP_COMMANDS } from './commands/setup.ts';
import { SITE_COMMANDS } from './commands/site.ts';
import { choiceOption } from './options.ts';

const language = cliLanguage(argv.slice(2), env);
const words = cliWords[language];

const program = new Command('dafu')
  .description(words.about)
  .version(metadata.version, '--version', words.version)
  .helpCommand('help [command]', words.helpCommand);
const groups = { site: SITE_COMMANDS, letters: LETTER_COMMANDS, releases: RELEASE_COMMANDS, setup: SETUP_COMMANDS };
for (const [group, commands] of Object.entries(groups)) {
  program.commandsGroup(words.groups[group as keyof typeof groups]);
  for (const make of commands) program.addCommand(inItsWords(make({ words, language })));
}
inItsWords(program);

// The reader of the output may close it early: `dafu check | head`.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  exit();
});

try {
  await program.parseAsync(argv);
} catch (error) {
  process.exitCode = report(error);
}

/** A command whose help and complaints are in the language of the command line, and which takes `--lang`. */
function inItsWords(command: CommandUnknownOpts): CommandUnknownOpts {
  return command
    .exitOverride()
    .helpOption('-h, --help', words.help)
    .option('--lang <language>', words.lang, (given) => choiceOption(FINDING_LANGUAGES, given, words.badLang))
    .configureHelp({ styleTitle: words.helpTitle, styleOptionDescription: words.optionHelp })
    .configureOutput({ outputError: (text, write) => write(words.mistyped(text)) });
}

/** Prints what went wrong and gives the exit code: 2 for a usage error, 1 for any other failure. */
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

/**
 * The language that the command line speaks: what `--lang` names, else that of the system's locale
 * (LC_ALL before LC_MESSAGES before LANG, as POSIX orders them), else English.
 */
function cliLanguage(args: readonly string[], environment: NodeJS.ProcessEnv): FindingLanguage {
  const at = args.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const named = at === -1 ? undefined : args[at]?.startsWith('--lang=') ? args[at]?.slice(7) : args[at + 1];
  const chosen = FINDING_LANGUAGES.find((locale) => locale === named);
  if (chosen) return chosen;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
