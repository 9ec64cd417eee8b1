import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemaFiles } from '../model/json-schemas.ts';
import { PROJECT_FOLDER } from './options.ts';

// `npm run schemas`: writes data/schema/ anew from src/model. A test fails where the two differ.
const folder = join(PROJECT_FOLDER, 'data', 'schema');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemaFiles())) writeFileSync(join(folder, name), text);
