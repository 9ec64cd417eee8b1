import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const PROJECT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const [english, chinese] = [read('docs/operations.md'), read('docs/operations.zh-CN.md')];

/** The commands of `dafu`, the npm scripts and the options that a page names, each once. */
const named = (page: string, pattern: RegExp) =>
  [...new Set([...page.matchAll(pattern)].map(([found]) => found))].sort();

describe('the operations pages in both languages', () => {
  it.each([
    ['commands', /npm run (?:dafu -- [a-z-]+|bench:load)|(?<=`)(?:git|minisign|systemctl|rm) [a-z-]+/g],
    ['options', /(?<=[ `])--[a-z][a-z-]+/g],
    ['files and folders', /(?:deploy|data|releases)\/[a-z.<>-]+/g],
    ['figures of the load', /\d[\d,.]+(?= *(?:\||ms|毫秒))/g],
  ])('name the same %s', (_, pattern) => {
    const found = named(english, pattern);
    expect(found.length).toBeGreaterThan(1);
    // A name that is a placeholder is written in each language’s own words.
    expect(named(chinese, pattern).filter((name) => !name.includes('<'))).toEqual(
      found.filter((name) => !name.includes('<')),
    );
  });

  it('have the same sections and steps', () => {
    const shape = (page: string) =>
      page
        .split('\n')
        .filter((line) => /^(?:#+|\d+\.) /.test(line))
        .map((line) => line.split(' ')[0]);
    expect(shape(chinese)).toEqual(shape(english));
  });

  it('name commands that there are', () => {
    const folder = join(PROJECT, 'src/cli/commands');
    const commands = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/new Command\('([a-z-]+)'\)/g)].map(([, name]) => name),
    );
    for (const [, command = ''] of english.matchAll(/npm run dafu -- ([a-z-]+)/g)) expect(commands).toContain(command);
  });
});
