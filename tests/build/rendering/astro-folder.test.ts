import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { astroFolder } from '../../../src/build/rendering/astro-folder.ts';
import { packageFolders } from '../../../src/system/program.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'dafu-astro-folder-'));
});
afterEach(() => rmSync(place, { recursive: true }));

function addPackage(folder: string, name: string): void {
  mkdirSync(join(place, folder, 'node_modules', name), { recursive: true });
  writeFileSync(join(place, folder, 'node_modules', name, 'index.js'), '');
}

describe('Astro’s folder for a root', () => {
  test('finds the packages that the program finds, the nearest first', () => {
    addPackage('site', 'astro');
    addPackage('site', 'zod');
    addPackage('site/node_modules/dafu', 'zod');
    const folder = astroFolder(join(place, 'cache'), packageFolders(join(place, 'site/node_modules/dafu')).slice(0, 2));
    const found = (name: string) => createRequire(join(folder, 'out/page.js')).resolve(name);
    expect(found('zod/index.js')).toBe(join(place, 'site/node_modules/dafu/node_modules/zod/index.js'));
    expect(found('astro/index.js')).toBe(join(place, 'site/node_modules/astro/index.js'));
  });

  test('has a package.json of its own: nobody reads the bureau’s, which may be broken', () => {
    writeFileSync(join(place, 'package.json'), '{');
    const folder = astroFolder(join(place, '.dafu/cache/astro'));
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toEqual({ private: true, type: 'module' });
  });

  test('is the same each time, and follows a program that stands elsewhere now', () => {
    addPackage('one', 'astro');
    addPackage('other', 'astro');
    const first = astroFolder(join(place, 'cache'), [join(place, 'one/node_modules')]);
    writeFileSync(join(first, 'kept'), 'of the last build');
    expect(astroFolder(join(place, 'cache'), [join(place, 'one/node_modules')])).toBe(first);
    expect(astroFolder(join(place, 'cache'), [join(place, 'other/node_modules')])).toBe(first);
    expect(readlinkSync(join(first, 'node_modules'))).toBe(join(place, 'other/node_modules'));
    expect(readFileSync(join(first, 'kept'), 'utf8')).toBe('of the last build');
  });

  test('puts its link in the place of whatever is there, and touches nothing that another link leads to', () => {
    addPackage('own', 'astro');
    addPackage('others', 'astro');
    mkdirSync(join(place, 'cache'));
    symlinkSync(join(place, 'others/node_modules'), join(place, 'cache/node_modules'));
    astroFolder(join(place, 'cache'), [join(place, 'own/node_modules')]);
    expect(readlinkSync(join(place, 'cache/node_modules'))).toBe(join(place, 'own/node_modules'));
    expect(existsSync(join(place, 'others/node_modules/astro/index.js'))).toBe(true);
  });
});
