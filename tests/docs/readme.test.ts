import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const PROJECT = join(import.meta.dirname, '..', '..');
const FOLDER = join(PROJECT, 'src/cli/commands');
const COMMANDS = readdirSync(FOLDER).flatMap((file) =>
  [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/new Command\('([a-z-]+)'\)/g)].map(([, name = '']) => name),
);

it.each(['README.md', 'README.zh-CN.md'])('%s names every command, and none that is not there', (page) => {
  const table = readFileSync(join(PROJECT, page), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const named = table.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name]) => name),
  );
  expect(named.toSorted()).toEqual(COMMANDS.toSorted());
});
