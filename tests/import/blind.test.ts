import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importReply } from '../../src/import/reply.ts';
import { readPlainText } from '../../src/import/text-source.ts';
import { outline, readCases } from './cases.ts';

/** Letters that were written when the reader was finished, and read once before anything was changed for them. */
const cases = readCases(join(import.meta.dirname, 'fixtures/blind'));

describe('a letter that the reader was not made with is recorded as a careful clerk would', () => {
  test.each(cases)('$name', ({ text, site, expected, enclosed }) => {
    const reply = importReply(readPlainText(text), { file: 'letter.txt', site });
    expect(outline(reply, enclosed)).toEqual(expected);
  });
});
