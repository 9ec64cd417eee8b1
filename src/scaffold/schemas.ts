import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { USUAL_LANGUAGES } from '../model/locale.ts';
import { PROJECT_FOLDER } from '../system/program.ts';
import { fieldTable, guideTable, writeEditorFiles } from './editor-files.ts';

// `npm run schemas`: writes data/schema/, the editor's snippets and the tables of fields from the program. A test fails where they differ.
writeEditorFiles(PROJECT_FOLDER, USUAL_LANGUAGES);

/** Replaces the table in a document that has the same first cell. */
function putTable(name: string, table: string): void {
  const file = join(PROJECT_FOLDER, 'docs', name);
  const [head = ''] = /^\| \S+ /.exec(table) ?? [];
  const old = new RegExp(`^${head.replace('|', '\\|')}.*\\n(?:\\|.*\\n)+`, 'm');
  writeFileSync(file, readFileSync(file, 'utf8').replace(old, table));
}
putTable('fields.md', fieldTable());
putTable('publishing.zh-CN.md', guideTable());
