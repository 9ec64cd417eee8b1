#!/usr/bin/env node
// Writes package-lock.json whole: `npm run lock`, after package.json was changed by hand.
//
// npm leaves out optional packages of other platforms where a registry does not carry them, and `npm ci` then refuses the
// lockfile everywhere. Such packages get an entry with version, platform and no integrity, so that they are skipped here;
// tests/supply-chain.test.ts then names them, and a registry that has them adds what is missing.
//
// Packages say which Node they need. They run on the one that npm brings, and are held to that here (engine-strict), where this
// script runs on it; `npm ci` would compare them with the Node that starts it, on which none of them runs, and warn by the
// dozen. So what they say stays out of the lockfile, but for the project's own.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SYSTEMS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  aix: 'aix',
  win: 'win32',
};
const PROCESSORS = [
  'arm64',
  'x64',
  'ia32',
  'arm',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'loong64',
  'mips64el',
  'universal',
];

/** What a platform package's name says it is for. */
function platform(name) {
  const words = name.split(/[/-]/);
  const os = words.map((word) => SYSTEMS[word]).find(Boolean);
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
  return { ...(os && { os: [os] }), ...(cpu && cpu !== 'universal' && { cpu: [cpu] }), ...(libc && { libc: [libc] }) };
}

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
for (const name of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(name, join(folder, name));
execFileSync(
  'npm',
  ['install', '--package-lock-only', '--ignore-scripts', '--engine-strict', '--no-audit', '--no-fund'],
  {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
rmSync(folder, { recursive: true });

for (const [path, entry] of Object.entries(lock.packages)) if (path !== '') delete entry.engines;
let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`, `node_modules/${name}`];
    if (places.some((place) => lock.packages[place])) continue;
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}: no entry and no exact version (${version})`);
    lock.packages[`node_modules/${name}`] = {
      version,
      ...platform(name),
      ...(entry.dev && { dev: true }),
      optional: true,
    };
    added += 1;
  }
}
const packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
console.log(
  `package-lock.json: ${Object.keys(packages).length} packages, ${added} of them not carried by this registry`,
);
