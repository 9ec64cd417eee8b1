import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemaFiles } from '../../src/model/json-schemas.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const folder = join(PROJECT, 'data', 'schema');
const files = jsonSchemaFiles();

describe('data/schema/', () => {
  it('holds a schema of everything that authors write, and nothing else', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
  });

  it.each(Object.entries(files))('%s is what src/model says (if not: npm run schemas)', (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('is what the editor is told to use', () => {
    const settings: unknown = JSON.parse(readFileSync(join(PROJECT, '.vscode', 'settings.json'), 'utf8'));
    const named = [...JSON.stringify(settings).matchAll(/\.\/data\/schema\/([a-z-]+\.schema\.json)/g)].map(
      ([, name]) => name,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => name === undefined || !(name in files))).toEqual([]);
  });

  it('refuses unknown keys, as the check does', () => {
    for (const text of Object.values(files)) expect(JSON.parse(text)).toMatchObject({ additionalProperties: false });
  });
});
