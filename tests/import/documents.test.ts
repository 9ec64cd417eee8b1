import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SiteError } from '../../src/errors.ts';
import { readSource } from '../../src/import/read-source.ts';
import { importReply } from '../../src/import/reply.ts';
import { OUTSIDE } from '../../src/intake/outside.ts';
import { outline, readFileCases } from './cases.ts';
import { rulesThrown } from './letters.ts';

const FOLDER = join(import.meta.dirname, 'fixtures/documents');

describe('a document that an office program saved is recorded as a careful clerk would', () => {
  test.each(readFileCases(FOLDER))('$name', async ({ name, bytes, site, expected, enclosed }) => {
    const reply = importReply(await readSource(bytes, name, { outside: OUTSIDE }), { file: name, site });
    expect(outline(reply, enclosed)).toMatchObject({ ...expected, off: expect.anything() });
  });
});

describe('what a PDF sets apart stays where it stands', () => {
  const read = async (name: string) =>
    readSource(readFileSync(join(FOLDER, name)), name, { outside: OUTSIDE }).then(({ blocks }) => blocks);

  test('quotation marks that are written in another font', async () => {
    const texts = (await read('long.pdf')).map((block) => (block.kind === 'paragraph' ? block.text : ''));
    expect(texts.join('\n')).toContain('按照“谁受益、谁管护”的原则，落实管护主体');
  });

  test('cells whose text runs over several lines, and the columns of a table', async () => {
    const tables = (await read('long.pdf')).flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
    expect(tables[0]?.[1]).toEqual(['2021年', '5.0', '7500', '土地平整、灌溉与排水、田间道路，涉及大柳、小柳两个乡镇']);
    expect(tables[1]).toHaveLength(4);
  });

  test('a merged cell is repeated in each that it covers, and listed', async () => {
    const source = await readSource(readFileSync(join(FOLDER, 'table-merged-header.pdf')), 'x.pdf', {
      outside: OUTSIDE,
    });
    const [table] = source.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(table?.rows.at(-1)).toEqual(['合计', '4050', '4050']);
    expect(source.changes.filter(({ kind }) => kind === 'merged-cells').map(({ text }) => text)).toEqual(['4050']);
  });
});

test('a page of frames says that its text is in one of them', async () => {
  const page = new TextEncoder().encode(
    '<html><frameset cols="200,*"><frame src="a.html"><frame src="b.html"></frameset></html>',
  );
  const failure = await readSource(page, 'frames.html').catch((error: unknown) => error);
  expect(
    rulesThrown(() => {
      throw failure;
    }),
  ).toEqual(['import-empty']);
  expect(failure instanceof SiteError ? failure.findings[0]?.message.zh : '').toContain('框架');
});
