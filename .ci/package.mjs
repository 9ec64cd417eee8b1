#!/usr/bin/env node
// Makes of this repository what a package holds: `npm pack` runs it (prepack), and `--clean` afterwards (postpack).
//
// program/  src as plain JavaScript, since Node strips no types below node_modules. Types go as Node takes them away here, so line
//           numbers stay; the names of modules end in .js. Astro's components and style sheets are shipped as they are.
// npm-shrinkwrap.json  package-lock.json without what only the development of Dafu needs: npm then installs the very packages that
//           the program was tested with, each held to its hash.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';

const OUT = 'program';
const LOCK = 'npm-shrinkwrap.json';

/** Relative modules in imports and exports, in scripts of components, and in `new URL(…, import.meta.url)`. */
const IMPORTS = [
  /(\b(?:from|import)\s*\(?\s*)(['"])(\.{1,2}\/[^'"\n?]+)\.ts(\?[^'"\n]*)?\2/g,
  /(<script\s+src=)(['"])(\.{1,2}\/[^'"\n]+)\.ts()\2/g,
  /(\bnew URL\(\s*)(['"])([^'"\n?]+)\.ts()\2(?=\s*,\s*import\.meta\.url)/g,
];

const withJavaScript = (text) => IMPORTS.reduce((changed, pattern) => changed.replace(pattern, '$1$2$3.js$4$2'), text);

function writeProgram() {
  rmSync(OUT, { recursive: true, force: true });
  for (const entry of readdirSync('src', { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.d.ts')) continue;
    const file = join(entry.parentPath, entry.name);
    const target = join(OUT, file.slice('src/'.length));
    mkdirSync(dirname(target), { recursive: true });
    if (entry.name.endsWith('.ts'))
      writeFileSync(target.replace(/\.ts$/, '.js'), withJavaScript(stripTypeScriptTypes(readFileSync(file, 'utf8'))));
    else if (entry.name.endsWith('.astro')) writeFileSync(target, withJavaScript(readFileSync(file, 'utf8')));
    else copyFileSync(file, target);
  }
  writeFileSync(join(OUT, 'commit.json'), `${JSON.stringify(commit())}\n`);
}

/** The commit that the package is made from, and whether its files are as committed; a release names it. */
function commit() {
  const git = (...parameters) =>
    execFileSync('git', parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const parts = ['src', 'bin', 'data/calendar', 'data/schema', 'package.json', 'package-lock.json'];
    return { commit: git('rev-parse', 'HEAD').trim(), clean: git('status', '--porcelain', '--', ...parts) === '' };
  } catch {
    return { commit: null, clean: false };
  }
}

function writeLock() {
  const { packages, ...lock } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const { devDependencies: _, ...own } = packages[''];
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  writeFileSync(
    LOCK,
    `${JSON.stringify({ ...lock, packages: { '': own, ...Object.fromEntries(needed) } }, null, 2)}\n`,
  );
}

if (process.argv.includes('--clean')) {
  for (const path of [OUT, LOCK]) if (existsSync(path)) rmSync(path, { recursive: true });
} else {
  writeProgram();
  writeLock();
}
