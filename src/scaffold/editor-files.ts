import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHART_KIND_NAMES } from '../charts/registry.ts';
import { recordGuide } from '../language/messages/record-guide.ts';
import { editorSnippets } from '../model/editor-snippets.ts';
import { jsonSchemaFiles } from '../model/json-schemas.ts';
import type { Languages } from '../model/locale.ts';

/**
 * What editors complete and warn by in a site of some languages, by path below its root: the JSON Schemas of `data/schema/`, and the
 * snippets of front matter. What each key of a record holds stands beside it.
 */
function editorFiles(languages: Languages): Readonly<Record<string, string>> {
  const schemas = jsonSchemaFiles({ chartKinds: CHART_KIND_NAMES, languages, recordGuide });
  return {
    ...Object.fromEntries(Object.entries(schemas).map(([name, text]) => [`data/schema/${name}`, text])),
    '.vscode/dafu.code-snippets': editorSnippets({ languages, recordGuide: recordGuide.zh }),
  };
}

/** Writes them below a root, and gives their paths. */
export function writeEditorFiles(root: string, languages: Languages): string[] {
  const files = Object.entries(editorFiles(languages));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return files.map(([path]) => path);
}
