import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHART_KIND_NAMES } from '../charts/registry.ts';
import { editorSnippets } from '../model/editor-snippets.ts';
import { jsonSchemaFiles } from '../model/json-schemas.ts';
import { PROJECT_FOLDER } from '../system/program.ts';

// `npm run schemas`: writes data/schema/ and the editor's snippets anew from src/model. A test fails where they differ.
const folder = join(PROJECT_FOLDER, 'data', 'schema');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemaFiles({ chartKinds: CHART_KIND_NAMES })))
  writeFileSync(join(folder, name), text);
writeFileSync(join(PROJECT_FOLDER, '.vscode', 'dafu.code-snippets'), editorSnippets());
