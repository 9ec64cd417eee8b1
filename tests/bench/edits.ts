import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The runs of a benchmark: each builds what the one before left, with one thing changed. Releases follow each other in a folder of their own. */
export const RUNS = [
  'full',
  'nothing',
  'one-reply',
  'one-new-reply',
  'one-dataset',
  'one-word',
  'release',
  'release-one-reply',
  'release-new-reply',
] as const;

export type Run = (typeof RUNS)[number];

/** Whether a run is a release, and no build. */
export const isRelease = (run: Run): boolean => run.startsWith('release');

/** Those that are measured where none is named: compressing a release of many replies takes longer than all others together. */
export const USUAL_RUNS: readonly Run[] = RUNS.filter((run) => !isRelease(run));

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} has nothing to change`);
  writeFileSync(file, after);
}

/** Adds a sentence to the last paragraph of a reply in the middle of the corpus, or of one of its newest year, in both languages. */
function changeReply(root: string, which: 'middle' | 'newest'): void {
  const replies = path.join(root, 'content/replies');
  const ids = readdirSync(replies).sort();
  const id = (which === 'newest' ? ids.at(-1) : ids[Math.floor(ids.length / 2)]) ?? '';
  const sentences = { zh: '特此补充说明。', en: ' We add this by way of explanation.' };
  for (const [locale, sentence] of Object.entries(sentences)) {
    edit(path.join(replies, id, `${locale}.mdx`), (text) => `${text.trimEnd()}${sentence}\n`);
  }
}

/** Gives the first dataset another note and the version that goes with it. */
function changeDataset(root: string): void {
  edit(path.join(root, 'data/restored-area-1.json'), (text) => {
    const dataset = JSON.parse(text);
    const note = { zh: '补充一条说明。', en: 'One more note.' };
    return `${JSON.stringify({ ...dataset, notes: [...dataset.notes, note] }, null, 2)}\n`;
  });
}

/** Changes one word of the interface. */
function changeWord(program: string): void {
  edit(path.join(program, 'src/language/messages/site.ts'), (text) =>
    text.replace(/(: '[^'\n]*[\u4e00-\u9fff])(',)/, '$1。$2'),
  );
}

/** Makes the change that a run is about. */
export function makeChange(run: Run, { root, program }: { readonly root: string; readonly program: string }): void {
  if (run === 'one-reply' || run === 'release-one-reply') changeReply(root, 'middle');
  else if (run === 'one-new-reply' || run === 'release-new-reply') changeReply(root, 'newest');
  else if (run === 'one-dataset') changeDataset(root);
  else if (run === 'one-word') changeWord(program);
}
