import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeFileAndFolders } from '../../src/system/files.ts';
import { copyOfBureau, dafu } from '../dafu.ts';

const root = copyOfBureau();
const canary = join(root, 'canary');
afterAll(() => rmSync(root, { recursive: true }));

const RUN = `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(canary)}, ''); export const jsx = () => ''; export const jsxs = jsx; export const Fragment = 1;`;
const REQUIRE = `require('node:fs').writeFileSync(${JSON.stringify(canary)}, ''); module.exports = {};`;
const PACKAGE = JSON.stringify({ name: 'astro', version: '9.9.9', type: 'module', exports: { './*': './run.js' } });

/** What other programs look for beside what they are given. Whoever commits content can put it there. */
const FILES: Readonly<Record<string, string>> = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: { baseUrl: '.', allowJs: true, paths: { '*': ['./run.js'] }, jsxImportSource: 'evil' },
  }),
  'package.json': JSON.stringify({ type: 'commonjs', imports: { '#a': './run.js' }, browser: { astro: './run.js' } }),
  '.env': `DAFU_ADDRESS=https://evil.example\nNODE_OPTIONS=--require=${root}/run.cjs\n`,
  '.npmrc': 'ignore-scripts=false\n',
  'astro.config.mjs': RUN,
  'vite.config.js': RUN,
  'postcss.config.cjs': REQUIRE,
  '.postcssrc.cjs': REQUIRE,
  '.astro/content-modules.mjs': RUN,
  '.astro/content-assets.mjs': RUN,
  'src/content.config.ts': RUN,
  'src/pages/index.astro': `---\n${RUN}\n---\n`,
  'run.js': RUN,
  'run.cjs': REQUIRE,
  'node_modules/astro/package.json': PACKAGE,
  'node_modules/astro/run.js': RUN,
  'node_modules/evil/package.json': PACKAGE,
  'node_modules/evil/run.js': RUN,
};

test('what lies in a root beside the content is no part of the program', async () => {
  for (const [name, text] of Object.entries(FILES)) writeFileAndFolders(join(root, name), text);
  const { code, output } = await dafu(['build', '--root', root, '--today', '2031-05-01']);
  expect([code, output]).toEqual([0, expect.not.stringContaining('evil')]);
  expect(existsSync(canary)).toBe(false);
});
