import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');
const MESSAGES = join(PROJECT, 'src/language/messages');
/** Words of commands, which speak of the program too, are none of the interface. */
const messages = readdirSync(MESSAGES)
  .map((name) => readFileSync(join(MESSAGES, name), 'utf8'))
  .filter((text) => /= words\('/.test(text))
  .join('\n');

const rows = [...readFileSync(join(PROJECT, 'docs/terms.md'), 'utf8').matchAll(/^\| (?!Thing|-)(.*) \|$/gm)].map(
  ([, row = '']) => row.split('|').map((cell) => cell.trim()),
);

describe('the terms of docs/terms.md', () => {
  test.each(rows)('%s: %s, %s', (_, chinese = '', english = '', former = '') => {
    expect(messages).toContain(chinese);
    expect(messages.toLowerCase()).toContain(english.toLowerCase());
    const left = former
      .replace(/\(.*\)/, '')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '' && new RegExp(`(?<!\\w)${word}(?!\\w)`, 'i').test(messages));
    expect(left).toEqual([]);
  });
});
