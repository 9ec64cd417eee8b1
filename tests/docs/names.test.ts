import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const PROJECT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const PAGES = ['.', 'docs', 'deploy', 'inbox'].flatMap((folder) =>
  readdirSync(join(PROJECT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
    // One tells of names that are gone, and the other is full of made-up content.
    .filter((page) => page !== 'CHANGELOG.md' && page !== 'docs/rules.md'),
);
const scripts = Object.keys(JSON.parse(read('package.json')).scripts);

/** What stands in code spans of a page, without its code blocks. */
const spans = (page: string) =>
  [
    ...read(page)
      .replace(/^( *)```[\s\S]*?^\1```/gm, '')
      .matchAll(/(such as |如)?`([^`\n]+)`/g),
  ]
    // What a walk makes up is not there.
    .filter(([, example]) => example === undefined)
    .map(([, , span = '']) => span);

describe.each(PAGES)('%s', (page) => {
  it('links only to files that are there', () => {
    const links = [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(PROJECT, dirname(page), link)))).toEqual([]);
  });

  it('names only files of the program that are there', () => {
    const paths = spans(page).filter((span) =>
      /^(?:src|tests|docs|deploy|bin|\.ci|data\/schema)\/[\w./-]+$/.test(span),
    );
    const isThere = (path: string) => ['', '.ts'].some((ending) => existsSync(join(PROJECT, path + ending)));
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });

  it('names only npm scripts that there are', () => {
    const named = [...read(page).matchAll(/\bnpm run (?:--silent )?([a-z][a-z:-]*)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
  });
});

describe('ARCHITECTURE.md and CONTRIBUTING.md', () => {
  const sources = ['src', 'tests', '.ci'].flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:ts|astro|css|js|mjs)$/.test(path))
      .map((path) => [path, read(join(folder, path))] as const),
  );

  it.each(['ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s names only what the code has', (page) => {
    const names = spans(page).filter((span) => /^[a-z]+[A-Z]\w*$|^[A-Z][A-Z_]+$/.test(span));
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !sources.some(([, text]) => text.includes(name)))).toEqual([]);
    const files = spans(page).filter((span) => /^[\w-]+\.(?:ts|css|js|mjs|astro)$/.test(span));
    const isThere = (file: string) => sources.some(([path]) => `/${path}`.endsWith(`/${file}`));
    expect(files.filter((file) => !isThere(file))).toEqual([]);
  });
});
