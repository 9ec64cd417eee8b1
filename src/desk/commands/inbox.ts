import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { inboxWords } from '../../i18n/inbox.ts';
import type { Frame } from './frame.ts';

interface InboxFlags {
  readonly root?: string;
  readonly report?: string;
  readonly lang?: string;
}

/** `dafu inbox`. Its report is for the staff and in Chinese, whatever the machine that runs it speaks, unless `--lang` says else. */
export function inboxCommand({ words, language }: Frame): Command {
  const own = inboxWords[language];
  return new Command('inbox')
    .description(own.describe)
    .option('--root <folder>', words.root)
    .option('--report <file>', own.report)
    .action(async ({ root, report, lang }: InboxFlags) => {
      const { rootFolder } = await import('../options.ts');
      const { importInbox } = await import('../inbox/import-inbox.ts');
      const { inboxReport } = await import('../inbox/report.ts');
      const spoken = lang === 'en' ? 'en' : 'zh';
      const result = await importInbox(rootFolder(root), spoken);
      const text = inboxReport(result, spoken);
      if (report === undefined) process.stdout.write(text);
      else writeFileSync(report, text);
      if (result.items.some(({ state }) => state !== 'imported')) process.exitCode = 1;
    });
}
