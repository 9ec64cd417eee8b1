import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { checkWords } from '../../language/messages/check.ts';
import { usageError } from '../../terminal/failures.ts';
import {
  addressOption,
  builtFolder,
  type CommandContext,
  choiceOption,
  jobsOption,
  nowOption,
  outputFolder,
  portOption,
  rootFolder,
  todayOption,
} from '../options.ts';

/** `dafu build`. */
function buildCommand({ words }: CommandContext): CommandUnknownOpts {
  return new Command('build')
    .description(words.build)
    .option('--root <folder>', words.root)
    .option('--out <folder>', words.out)
    .option('--address <address>', words.address)
    .option('--today <day>', words.today)
    .option('--jobs <number>', words.jobs)
    .option('--verbose', words.verbose)
    .action(async ({ root, out, address, today, jobs, verbose }) => {
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

/** `dafu serve`. */
function serveCommand({ words }: CommandContext): CommandUnknownOpts {
  return new Command('serve')
    .description(words.serve)
    .option('--root <folder>', words.root)
    .option('--out <folder>', words.out)
    .option('--port <port>', words.port)
    .option('--host <address>', words.host, '127.0.0.1')
    .action(async ({ root, out, port, host }) => {
      const folder = rootFolder(root);
      const { serveSite } = await import('../../release/serving/server.ts');
      const url = await serveSite({
        out: builtFolder(folder, out),
        root: folder,
        port: portOption(port, process.env),
        host,
      });
      process.stdout.write(`${words.serving(url)}\n`);
    });
}

/** `dafu dev`. */
function devCommand({ words, language }: CommandContext): CommandUnknownOpts {
  return new Command('dev')
    .description(words.dev)
    .option('--root <folder>', words.root)
    .option('--today <day>', words.today)
    .option('--port <port>', words.port)
    .action(async ({ root, today, port }) => {
      const folder = rootFolder(root);
      const { serveDrafts } = await import('../../build/dev.ts');
      const request = { root: folder, today: todayOption(today), port: portOption(port, process.env), language };
      // Findings are shown, but a draft can be previewed in spite of them.
      await serveDrafts(request, (text) => process.stderr.write(text));
    });
}

/** `dafu check [PATH…]`. */
function checkCommand({ words, language }: CommandContext): CommandUnknownOpts {
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
      const { FORMATS, runCheck } = await import('../../build/check/run.ts');
      const format = choiceOption(FORMATS, name, own.badFormat);
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

/** `dafu rules [ID]`. */
function rulesCommand({ language }: CommandContext): CommandUnknownOpts {
  const own = checkWords[language];
  return new Command('rules')
    .description(own.rules)
    .argument('[rule]', own.ruleId)
    .option('--format <format>', own.rulesFormat, 'text')
    .action(async (id: string | undefined, { format }: { readonly format: string }) => {
      const { rulesMarkdown, rulesText } = await import('../../scaffold/rules.ts');
      const chosen = choiceOption(['text', 'markdown'], format, own.badRulesFormat);
      const text = chosen === 'markdown' ? rulesMarkdown() : rulesText(id, language);
      if (text === undefined) throw usageError(() => own.noRule(id ?? ''));
      process.stdout.write(text);
    });
}

/** `dafu audit [FOLDER]`: runs on a finished site the audit that ends every build. */
function auditCommand({ words, language }: CommandContext): CommandUnknownOpts {
  return new Command('audit')
    .description(words.audit)
    .argument('[folder]', words.auditFolder)
    .option('--root <folder>', words.root)
    .option('--address <address>', words.address)
    .option('--jobs <number>', words.jobs)
    .action(async (named: string | undefined, { root: home, address, jobs }) => {
      const { auditFolder } = await import('../../build/audit/index.ts');
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

/** Commands to build, preview, check and audit a site. */
export const SITE_COMMANDS = [buildCommand, serveCommand, devCommand, checkCommand, rulesCommand, auditCommand];
