import { expect, test } from 'vitest';
import { shortenPage, shortenSheet, shortPropertyNames } from '../../src/build/one-style-sheet.ts';

const names = shortPropertyNames();

test('every custom property has a name of its own, of three characters or four', () => {
  expect(names.size).toBeGreaterThan(20);
  expect(new Set(names.values()).size).toBe(names.size);
  for (const name of names.values()) expect(name).toMatch(/^--[a-z]{1,2}$/);
});

test('a style sheet and the drawings of a page refer to the same names', () => {
  const ink = names.get('--ink');
  expect(shortenSheet(':root{--ink:#000}p{color:var(--ink)}', names)).toBe(`:root{${ink}:#000}p{color:var(${ink})}`);
  expect(shortenPage('<text fill="var(--ink)">', names)).toBe(`<text fill="var(${ink})">`);
});

test('words of a text are left alone, and so is what no style sheet defines', () => {
  expect(shortenPage('<p>var(--ink) --ink</p>', names)).toBe('<p>var(--ink) --ink</p>');
  expect(shortenSheet('a{color:var(--nowhere-defined)}', names)).toBe('a{color:var(--nowhere-defined)}');
});
