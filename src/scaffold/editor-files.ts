import { join } from 'node:path';
import { CHART_KIND_NAMES } from '../charts/registry.ts';
import { recordGuide } from '../language/messages/record-guide.ts';
import { replyWords } from '../language/messages/reply.ts';
import { REPLY_FIELDS } from '../language/reply-fields.ts';
import { editorSnippets, jsonSchemaFiles } from '../model/editors.ts';
import type { Languages } from '../model/locale.ts';
import { writeFileAndFolders } from '../system/files.ts';

/**
 * The files from which editors complete and validate, by path below the root: the JSON Schemas of `data/schema/`, which
 * describe each key, and the snippets for front matter.
 */
function editorFiles(languages: Languages): Readonly<Record<string, string>> {
  const schemas = jsonSchemaFiles({ chartKinds: CHART_KIND_NAMES, languages, recordGuide });
  return {
    ...Object.fromEntries(Object.entries(schemas).map(([name, text]) => [`data/schema/${name}`, text])),
    '.vscode/dafu.code-snippets': editorSnippets({ languages, recordGuide: recordGuide.zh }),
  };
}

/** Writes the files for editors below a root, and gives their paths. */
export function writeEditorFiles(root: string, languages: Languages): string[] {
  const files = Object.entries(editorFiles(languages));
  for (const [path, text] of files) writeFileAndFolders(join(root, path), text);
  return files.map(([path]) => path);
}

/** The fields as a table in Markdown, for whoever writes records or reads the interface. */
export function fieldTable(): string {
  const rows = REPLY_FIELDS.map(({ key, label, json, searched }) => [
    `\`${key}\``,
    replyWords.zh[label],
    replyWords.en[label],
    `\`${json}\``,
    searched ? 'yes' : '',
  ]);
  return markdownTable(['In the record', '中文', 'English', 'In the JSON interface', 'Searched'], rows);
}

/** What to write into each key of front matter, as a table in Markdown. */
export const guideTable = (): string =>
  markdownTable(
    ['字段', '填什么'],
    Object.entries(recordGuide.zh).map(([key, words]) => [`\`${key}\``, words]),
  );

const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
