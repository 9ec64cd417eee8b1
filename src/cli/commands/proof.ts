import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { proofWords } from '../../language/messages/proofing.ts';
import { usageError } from '../../terminal/failures.ts';
import type { Frame } from './frame.ts';

/** `dafu proof [ID…]`. Sheets are for the staff and in Chinese, whatever the machine speaks, unless `--lang` says else. */
export function proofCommand({ words, language }: Frame): CommandUnknownOpts {
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
      const { rootFolder, todayOption } = await import('../options.ts');
      const { replyIds } = await import('../../reading/files.ts');
      const root = rootFolder(home);
      const { changedReplies } = await import('../../intake/proof/changed.ts');
      const changed = since === undefined ? [] : changedReplies(root, since);
      if (changed === undefined) throw usageError(() => own.noCommit(since ?? ''));
      const ids = all ? replyIds(root) : [...new Set([...named, ...changed])];
      if (ids.length === 0 && since !== undefined) {
        process.stdout.write(`${own.noneChanged}\n`);
        return;
      }
      if (ids.length === 0 && !all) throw usageError(() => own.noneNamed);
      const { approve } = await import('../../intake/proof/approve.ts');
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
      const spoken = command.getOptionValue('lang') === 'en' ? 'en' : 'zh';
      const sheets = await makeProofs({ root, ids, to, originals, today: day, language: spoken });
      for (const { path, items } of sheets) process.stdout.write(`${own.written(path, items)}\n`);
      process.stdout.write(`${own.next}\n`);
    });
}
