import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/import/read-source.ts';
import { importReply } from '../../src/import/reply.ts';
import { outline, readFileCases } from './cases.ts';

const pages = readFileCases(join(import.meta.dirname, 'fixtures/pages'));

describe('a web page is recorded as a careful clerk would', () => {
  test.each(pages)('$name', async ({ name, bytes, site, expected, enclosed }) => {
    const reply = importReply(await readSource(bytes, name), { file: name, site });
    expect(outline(reply, enclosed)).toMatchObject({ ...Object(expected), off: expect.anything() });
  });
});
