import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { billOfMaterials } from '../src/release/provenance.ts';

const PROJECT = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(PROJECT, file), 'utf8');
const manifest: Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
> = JSON.parse(read('package.json'));
const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
const packages: Record<
  string,
  {
    version?: string;
    resolved?: string;
    integrity?: string;
    license?: string;
    hasInstallScript?: boolean;
    link?: boolean;
    engines?: unknown;
  }
> = JSON.parse(read('package-lock.json')).packages;
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** Licences that a program under the MIT licence can be given out with, or be built by. */
const LICENCES =
  /^\(?(?:MIT|ISC|BSD(?:-[23]-Clause)?|0BSD|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|Python-2\.0|PSF-2\.0|MPL-2\.0|LGPL-3\.0-or-later|OFL-1\.1|Zlib|GPL-3\.0-or-later|Artistic-2\.0|WTFPL|MIT-0| OR | AND |\(|\))+\)?$/;

describe('the lockfile', () => {
  test('has a hash for every package, binaries of other systems too', () => {
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  });

  test('takes everything from the one registry, nothing from git or a plain address', () => {
    const other = locked.filter(
      ([, { resolved, link }]) =>
        link === true || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
    );
    expect(other.map(([path]) => path)).toEqual([]);
  });

  test('holds licences that allow what this project does with the packages', () => {
    expect(locked.filter(([, { license }]) => license === undefined || !LICENCES.test(license))).toEqual([]);
  });

  test('asks nothing of the Node that starts npm but what the project does: packages run on the one that npm brings', () => {
    expect(locked.filter(([, { engines }]) => engines !== undefined).map(([path]) => path)).toEqual([]);
    expect(packages['']?.engines).toEqual({ node: '>=20' });
  });

  test('has no package whose install script runs', () => {
    const allowed: Record<string, boolean> = JSON.parse(read('package.json')).allowScripts;
    const scripted = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(scripted.filter((name) => allowed[name] !== false && name !== 'fsevents')).toEqual([]);
  });
});

describe('direct dependencies', () => {
  const sources = ['src', 'tests', 'astro.config.mjs', 'vitest.config.ts', 'package.json', 'tsconfig.json']
    .flatMap((name) =>
      name.includes('.')
        ? [name]
        : readdirSync(join(PROJECT, name), { recursive: true, encoding: 'utf8' }).map((file) => `${name}/${file}`),
    )
    .filter((file) => /\.(?:ts|mjs|astro)$/.test(file))
    .map(read)
    .join('\n');
  /** Used by their commands, or by the compiler. */
  const tools = /^(?:@types\/|node-|typescript$|@biomejs\/biome$|@astrojs\/check$)/;

  test.each(Object.entries(direct))('%s is pinned to %s', (_, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test.each(Object.keys(direct).filter((name) => !tools.test(name)))('%s is used', (name) => {
    expect(sources).toMatch(new RegExp(`['"]${name.replaceAll('/', '\\/')}(?:/[^'"]*)?['"]`));
  });

  test.each(Object.keys(direct).filter((name) => !name.startsWith('@types/')))(
    '%s has its line in docs/dependencies.md',
    (name) => {
      expect(read('docs/dependencies.md')).toMatch(
        new RegExp(`\\b${name.replace(/^@/, '').replaceAll('/', '\\/')}\\b`),
      );
    },
  );
});

describe('what is installed only where it is asked for', () => {
  const { peerDependencies, peerDependenciesMeta, devDependencies } = JSON.parse(read('package.json'));

  test('is optional, and here what the tests run with', () => {
    for (const [name, version] of Object.entries(peerDependencies)) {
      expect([name, devDependencies[name], peerDependenciesMeta[name]]).toEqual([name, version, { optional: true }]);
      expect([name, manifest.dependencies[name]]).toEqual([name, undefined]);
    }
  });

  test('is named by its version where it is missing', () => {
    const told = ['src/attachments/pdf.ts', 'src/language/messages/cli.ts'].map(read).join();
    for (const [name, version] of Object.entries(peerDependencies)) expect(told).toContain(`${name}@${version}`);
  });
});

describe('the bill of materials', () => {
  const bill = JSON.parse(billOfMaterials(read('package-lock.json')));

  test('names every package that a build needs, with hash, licence and address', () => {
    const needed = Object.values(manifest.dependencies).length;
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(bill.components.length).toBeGreaterThan(needed);
    const astro = bill.components.find(({ name }: { name: string }) => name === 'astro');
    expect(astro).toMatchObject({
      version: manifest.dependencies.astro,
      purl: `pkg:npm/astro@${manifest.dependencies.astro}`,
      hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
    });
  });

  test('holds the graph of dependencies: from the program every library is reached, and nothing else is named', () => {
    const graph = new Map<string, string[]>(
      bill.dependencies.map(({ ref, dependsOn }: { ref: string; dependsOn: string[] }) => [ref, dependsOn]),
    );
    const refs = new Set<string>(bill.components.map((component: { 'bom-ref': string }) => component['bom-ref']));
    expect([...graph.keys()].sort()).toEqual([bill.metadata.component['bom-ref'], ...refs].sort());
    const reached = new Set<string>();
    for (const waiting = [bill.metadata.component['bom-ref']]; waiting.length > 0; ) {
      const ref = waiting.pop();
      for (const next of graph.get(ref) ?? []) {
        expect(refs.has(next), next).toBe(true);
        if (!reached.has(next)) waiting.push(next);
        reached.add(next);
      }
    }
    expect([...refs].filter((ref) => !reached.has(ref))).toEqual([]);
    expect(graph.get('node_modules/astro')).toContain('node_modules/vite');
  });

  test('has no time and no serial number, so that the same lockfile gives the same bytes', () => {
    expect(bill.serialNumber).toBeUndefined();
    expect(bill.metadata.timestamp).toBeUndefined();
  });
});
