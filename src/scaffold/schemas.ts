import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHART_KIND_NAMES } from '../charts/registry.ts';
import { fieldTable } from '../formats/reply-fields.ts';
import { editorSnippets } from '../model/editor-snippets.ts';
import { jsonSchemaFiles } from '../model/json-schemas.ts';
import { PROJECT_FOLDER } from '../system/program.ts';

// `npm run schemas`: writes data/schema/, the editor's snippets and the table of fields from the program. A test fails where they differ.
const folder = join(PROJECT_FOLDER, 'data', 'schema');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemaFiles({ chartKinds: CHART_KIND_NAMES })))
  writeFileSync(join(folder, name), text);
writeFileSync(join(PROJECT_FOLDER, '.vscode', 'dafu.code-snippets'), editorSnippets());

/** What stands around the table of fields in docs/fields.md. */
const file = join(PROJECT_FOLDER, 'docs', 'fields.md');
writeFileSync(file, readFileSync(file, 'utf8').replace(/^\|(?:.*\n)+/m, fieldTable()));
