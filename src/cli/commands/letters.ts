import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { FindingLanguage } from '../../errors.ts';
import { importWords } from '../../language/messages/importing.ts';
import { inboxWords } from '../../language/messages/inbox.ts';
import { proofWords } from '../../language/messages/proofing.ts';
import { registerWords } from '../../language/messages/register.ts';
import { translateWords } from '../../language/messages/translating.ts';
import { usageError } from '../../terminal/failures.ts';
import { builtFolder, type CommandContext, pdfFolder, rootFolder, todayOption } from '../options.ts';

/**
 * The language of what staff will read: Chinese, whatever the locale of the machine, unless `--lang` says otherwise.
 */
const staffLanguage = (command: CommandUnknownOpts): FindingLanguage =>
  command.optsWithGlobals().lang === 'en' ? 'en' : 'zh';

/** `dafu import`: one letter, or a folder or archive of letters. */
function importCommand({ words, language }: CommandContext): CommandUnknownOpts {
  const own = importWords[language];
  return new Command('import')
    .description(own.describe)
    .argument('<file>', own.file)
    .option('--root <folder>', words.root)
    .option('--number <number>', own.number)
    .option('--force', own.force)
    .option('--register <file>', registerWords[language].option)
    .option('--encoding <name>', own.encoding)
    .option('--merged-cells <how>', own.mergedCells)
    .action(async (source: string, flags) => {
      const { importFile, importReport, readingFlags } = await import('../../intake/import-file.ts');
      const root = rootFolder(flags.root);
      const reading = readingFlags(flags, language);
      const { holdsLetters, importFolder, folderReport } = await import('../../intake/import-folder.ts');
      if (holdsLetters(source)) {
        const outcome = await importFolder({ root, source, register: flags.register, language, ...reading });
        process.stdout.write(folderReport(outcome, language));
        if (outcome.rows.some(({ state }) => state === 'refused')) process.exitCode = 1;
        return;
      }
      const outcome = await importFile({
        root,
        file: source,
        number: flags.number,
        force: flags.force ?? false,
        language,
        ...reading,
      });
      process.stdout.write(importReport(outcome, language));
    });
}

/** `dafu inbox`. Its report is for the staff. */
function inboxCommand({ words, language }: CommandContext): CommandUnknownOpts {
  const own = inboxWords[language];
  return new Command('inbox')
    .description(own.describe)
    .option('--root <folder>', words.root)
    .option('--report <file>', own.report)
    .option('--proofs <folder>', own.proofs)
    .action(async ({ root, report, proofs }, command) => {
      const { PROJECT_FOLDER } = await import('../../system/program.ts');
      const { importInbox } = await import('../../intake/inbox/import-inbox.ts');
      const { inboxReport, isReport } = await import('../../intake/inbox/report.ts');
      const { replaceFile } = await import('../../system/files.ts');
      const spoken = staffLanguage(command);
      const folder = rootFolder(root);
      const { outputPlace } = await import('../../build/output/output-folder.ts');
      const place = report === undefined ? undefined : outputPlace(report, [folder, PROJECT_FOLDER]);
      if (place !== undefined && !isReport(place)) throw usageError(() => own.reportTaken(place));
      const result = await importInbox(folder, spoken);
      const sheets = proofs === undefined ? [] : await proofsOf(result.items, proofs);
      const text = inboxReport(result, spoken, sheets);
      if (place === undefined) process.stdout.write(text);
      else replaceFile(place, text);

      /** Writes the proof sheets of the letters that were imported, each beside its upload. */
      async function proofsOf(items: typeof result.items, to: string) {
        const imported = items.flatMap((item) => (item.state === 'imported' ? [item] : []));
        if (imported.length === 0) return [];
        const { makeProofs } = await import('../../intake/proof/make-proofs.ts');
        const originals = new Map(imported.map(({ name, bytes, outcome }) => [outcome.id, { name, bytes }]));
        const ids = [...originals.keys()];
        return makeProofs({ root: folder, ids, to, originals, today: todayOption(undefined), language: spoken });
      }
      if (result.items.some(({ state }) => state !== 'imported')) process.exitCode = 1;
    });
}

/** `dafu proof [ID…]`. Sheets are for the staff. */
function proofCommand({ words, language }: CommandContext): CommandUnknownOpts {
  const own = proofWords[language];
  return new Command('proof')
    .description(own.describe)
    .argument('[id...]', own.id)
    .option('--root <folder>', words.root)
    .option('--to <folder>', own.to)
    .option('--all', own.all)
    .option('--since <commit>', own.since)
    .option('--original <file>', own.original)
    .option('--approve <role>', own.approve)
    .option('--today <day>', words.today)
    .action(async (named, { root: home, to, all, since, original, approve: role, today }, command) => {
      const { replyIds } = await import('../../reading/files.ts');
      const root = rootFolder(home);
      const { approve, changedReplies } = await import('../../intake/proof/approve.ts');
      const changed = since === undefined ? [] : changedReplies(root, since);
      if (changed === undefined) throw usageError(() => own.noCommit(since ?? ''));
      const ids = all ? replyIds(root) : [...new Set([...named, ...changed])];
      if (ids.length === 0 && since !== undefined) {
        process.stdout.write(`${own.noneChanged}\n`);
        return;
      }
      if (ids.length === 0 && !all) throw usageError(() => own.noneNamed);
      const { makeProofs } = await import('../../intake/proof/make-proofs.ts');
      const day = todayOption(today);
      if (role !== undefined) {
        for (const [id, written] of approve({ root, ids, role, today: day, language }))
          process.stdout.write(`${written ? own.approved(id, role) : own.approvedBefore(id, role)}\n`);
        return;
      }
      const [first] = ids;
      if (original !== undefined && ids.length !== 1) throw usageError(() => own.oneOriginal);
      if (original !== undefined && !existsSync(original)) throw usageError(() => own.noFile(original));
      const originals = new Map(
        original === undefined || first === undefined
          ? []
          : [[first, { bytes: readFileSync(original), name: basename(original) }] as const],
      );
      const spoken = staffLanguage(command);
      const sheets = await makeProofs({ root, ids, to, originals, today: day, language: spoken });
      for (const { path, items } of sheets) process.stdout.write(`${own.written(path, items)}\n`);
      process.stdout.write(`${own.next}\n`);
    });
}

/** `dafu pdf [ID…]`. */
function pdfCommand({ words }: CommandContext): CommandUnknownOpts {
  return new Command('pdf')
    .description(words.pdf)
    .argument('[id...]')
    .option('--root <folder>', words.root)
    .option('--out <folder>', words.out)
    .option('--to <folder>', words.pdfTo)
    .action(async (ids: string[], { root, out, to }) => {
      const { writePdfs } = await import('../../release/printing/pdf.ts');
      const folder = rootFolder(root);
      const request = { root: folder, out: builtFolder(folder, out), to: pdfFolder(folder, to), ids };
      for (const path of await writePdfs(request)) {
        process.stdout.write(`${words.wrote(path)}\n`);
      }
    });
}

/** `dafu translate`: drafts beside the Chinese, or files for translators' programs. */
function translateCommand({ words, language }: CommandContext): CommandUnknownOpts {
  const own = translateWords[language];
  return new Command('translate')
    .description(own.describe)
    .argument('[id...]', own.id)
    .option('--root <folder>', words.root)
    .option('--method <method>', own.method)
    .option('--accept', own.accept)
    .option('--xliff <file>', own.xliff)
    .option('--from <file>', own.from)
    .option('--to <language>', own.to)
    .action(async (ids: readonly string[], { root: home, method, accept, xliff, from, to }) => {
      if (xliff !== undefined && from !== undefined) throw usageError(() => own.oneWay);
      if (from === undefined && ids.length === 0) throw usageError(() => own.noIds);
      const root = rootFolder(home);
      if (xliff !== undefined || from !== undefined) {
        const { exportXliff, importXliff } = await import('../../intake/translate/translate-files.ts');
        if (from !== undefined) process.stdout.write(importXliff({ root, file: from, method, language }));
        else process.stdout.write(exportXliff({ root, ids, file: xliff ?? '', language, to }));
        return;
      }
      const { translateReply } = await import('../../intake/translate/translate-reply.ts');
      for (const id of ids)
        process.stdout.write(translateReply({ root, id, method, accept: accept ?? false, language, to }));
    });
}

/** Commands to import, proof, translate and print letters. */
export const LETTER_COMMANDS = [importCommand, inboxCommand, proofCommand, translateCommand, pdfCommand];
