import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stateFolder } from '../../build/output/state.ts';
import { APPROVAL_FILE } from '../../model/approval.ts';
import type { Block } from '../../model/block.ts';
import { LOCALES } from '../../model/locale.ts';
import { blockHash } from '../../model/text.ts';
import { approvalFile, sheetNumber } from '../../reading/approvals.ts';
import { replyFile } from '../../reading/files.ts';
import type { SourceChanges } from './sources.ts';

/** The folder for withheld files, below the state of a root, so that nothing is lost. */
export const WITHHELD = 'withheld';
/** What `git filter-repo` reads there. */
const HISTORY_FILE = 'replacements.txt';

/**
 * A translation, in whatever language, says by hashes what it was made from: those of masked blocks are replaced by the
 * hashes of the masked text. The blocks are the original's.
 */
export function refreshHashes(root: string, id: string, before: readonly Block[], after: readonly Block[]): void {
  const now = new Map(after.map((block) => [block.id, block.text]));
  for (const locale of LOCALES) {
    const file = join(root, replyFile(root, id, locale));
    if (!existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    const refreshed = before.reduce((whole, block) => {
      const words = now.get(block.id);
      return words === undefined || words === block.text
        ? whole
        : whole.replaceAll(blockHash(block.text), blockHash(words));
    }, text);
    if (refreshed !== text) writeFileSync(file, refreshed);
  }
}

/**
 * Approvals hold a hash of the whole letter, from which what is masked could be guessed: those of the former text get
 * the new hash.
 */
export function carryApprovals(root: string, id: string, sheet: string): boolean {
  const file = join(root, approvalFile(root, id));
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'utf8');
  if (!text.includes(sheet)) return false;
  writeFileSync(file, text.replaceAll(sheet, sheetNumber(root, id)));
  return true;
}

/** Writes masked sources, and moves aside what is withheld. */
export function applyChanges(root: string, id: string, { texts, moved, withheld, forms }: SourceChanges): void {
  for (const [file, text] of texts) writeFileSync(join(root, file), text);
  for (const [from, to] of moved) renameSync(join(root, from), join(root, to));
  const folder = join(stateFolder(root), WITHHELD, id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, HISTORY_FILE), replacementsOf(forms), { mode: 0o600 });
  for (const file of withheld) {
    cpSync(join(root, file), join(folder, basename(file)));
    rmSync(join(root, file));
  }
}

/** How `git filter-repo` takes what is masked out of the history: a line for each way that it was written. */
function replacementsOf(forms: ReadonlyMap<string, string>): string {
  const line = ([written, masked]: readonly [string, string]) => {
    const now = masked.replaceAll(/\s+/g, ' ');
    if (!/\s/.test(written)) return `literal:${written}==>${now}`;
    const pattern = written.split(/\s+/).map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return `regex:${pattern.join('\\s+')}==>${now.replaceAll('\\', '\\\\')}`;
  };
  return [...forms].map((form) => `${line(form)}\n`).join('');
}

/** Keeps the sources that are about to change, and puts them back at the end unless the change is settled. */
export function keepSources(root: string, { texts, moved, withheld }: SourceChanges) {
  const record = [...texts.keys(), ...moved.keys(), ...withheld];
  const replies = [...new Set(record.filter((file) => file.startsWith('content/replies/')).map(dirname))];
  const names = [...LOCALES.map((locale) => `${locale}.mdx`), APPROVAL_FILE];
  const beside = replies.flatMap((folder) => names.map((name) => `${folder}/${name}`));
  const kept = new Map(
    [...new Set([...record, ...beside])].flatMap((file) => {
      const full = join(root, file);
      return existsSync(full) ? [[file, readFileSync(full)] as const] : [];
    }),
  );
  let settled = false;
  return {
    settle: () => {
      settled = true;
    },
    [Symbol.dispose]: () => {
      if (settled) return;
      for (const file of moved.values()) rmSync(join(root, file), { force: true });
      for (const [file, bytes] of kept) writeFileSync(join(root, file), bytes);
    },
  };
}
