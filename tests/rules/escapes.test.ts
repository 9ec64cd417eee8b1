import { expect, it } from 'vitest';
import { escapeFindings } from '../../src/rules/escapes.ts';

it.each([
  ['Chinese', '"\\u4e95\\uff08\\u4e00\\uff09"', []],
  ['a rarer character in two halves', '"\\ud842\\udfb7"', []],
  ['a backslash and the letter u', '"a\\\\ud842"', []],
  ['half of a character', '"井\\ud842"', [3]],
  ['the other half', '"井\\udfb7井"', [3]],
  ['halves in the wrong order', '"\\udfb7\\ud842"', [2, 8]],
  ['half of a character and a whole one', '"\\ud842\\ud842\\udfb7"', [2]],
  ['half of a character in YAML’s long form', '"\\U0000d842"', [2]],
  ['a letter in disguise', '"\\u0061"', [2]],
])('%s: %s', (_what, text, columns) => {
  expect(escapeFindings(text, 'x').map(({ place }) => place.column)).toEqual(columns);
});
