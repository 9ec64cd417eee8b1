import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** `npm run test:visual`: compares pictures of the pages with the accepted ones; with `-- --update`, takes them again. */
const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } });
const project = resolve(import.meta.dirname, '../..');
const { status } = spawnSync(
  join(project, 'node_modules/.bin/vitest'),
  ['run', '--project', 'deep', 'tests/deep/visual.test.ts'],
  { cwd: project, stdio: 'inherit', env: { ...process.env, ...(values.update ? { DAFU_UPDATE_PICTURES: '1' } : {}) } },
);
process.exitCode = status ?? 1;
