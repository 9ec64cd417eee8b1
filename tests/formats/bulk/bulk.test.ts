import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  allColumns,
  type BulkSubject,
  observationsCsv,
  repliesNdjson,
  type TextsOfYear,
  textArchive,
} from '../../../src/formats/bulk/bulk.ts';
import { dataLinks } from '../../../src/formats/data/columns.ts';
import { fictionalDataset } from '../../charts/dataset.ts';
import { site } from '../reply.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const text = (path: string, words: string, changed = '2031-04-09') => ({ path, bytes: bytesOf(words), changed });

async function archive(texts: TextsOfYear['texts'], kept?: BulkSubject['kept']): Promise<Buffer> {
  return archiveOf([{ year: '2031', texts }], kept);
}

async function archiveOf(years: readonly TextsOfYear[], kept?: BulkSubject['kept']): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of textArchive({ years, ...(kept && { kept }) })) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('the archive of texts', () => {
  const some = [
    text('zh/replies/2031-12/index.txt', '水位稳定。\n'),
    text('zh/replies/1950-1/index.txt', '旧\n', '1950-02-01'),
  ];

  it('is the same bytes from the same texts, whatever the day and the time zone', async () => {
    const one = await archive(() => some);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    expect(Buffer.compare(one, await archive(() => some))).toBe(0);
    process.env.TZ = zone;
    expect(one.subarray(4, 8)).toEqual(Buffer.alloc(4));
    expect(Buffer.compare(one, await archive(() => some.toReversed()))).not.toBe(0);
  });

  it('is read whole by programs that know tar, however many years it has', async () => {
    const years = ['2031', '2030', '1950'].map((year) => ({
      year,
      texts: () => [
        text(`zh/replies/${year}-12/index.txt`, `${year}\n`),
        text(`zh/replies/${year}-9/index.txt`, '9\n'),
      ],
    }));
    const folder = mkdtempSync(join(tmpdir(), 'dafu-archive-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'texts.tgz'), await archiveOf(years));
    const said = execFileSync('tar', ['-xvzf', 'texts.tgz'], { cwd: folder, encoding: 'utf8' });
    const paths = years.flatMap(({ texts }) => texts().map(({ path }) => path));
    expect(said.trim().split('\n')).toEqual(paths);
    expect(readFileSync(join(folder, 'zh/replies/2030-12/index.txt'), 'utf8')).toBe('2030\n');
  });

  it('takes years over that were pressed before, unread', async () => {
    const unread = () => {
      throw new Error('read');
    };
    const pressed = new Map<string, Uint8Array<ArrayBuffer>>();
    const keep: BulkSubject['kept'] = async ({ year }, press) => {
      const bytes = pressed.get(year) ?? (await press());
      pressed.set(year, bytes);
      return bytes;
    };
    const first = await archive(() => some, keep);
    expect(Buffer.compare(await archive(unread, keep), first)).toBe(0);
    expect(Buffer.compare(await archive(() => some), first)).toBe(0);
  });

  it('fails where a text cannot be read', async () => {
    const broken = function* () {
      yield text('a.txt', 'a');
      throw new Error('unreadable');
    };
    await expect(archive(broken)).rejects.toThrow('unreadable');
  });

  it('keeps a long path whole', async () => {
    const path = `zh/replies/${'wells-'.repeat(30)}12/index.txt`;
    expect(gunzipSync(await archive(() => [text(path, 'x')])).toString()).toContain(path.slice(-60));
  });
});

it('all replies are a line each', () => {
  expect([...repliesNdjson({ replies: () => ['{"id":"b"}', '{"id":"a"}'] })].join('')).toBe('{"id":"b"}\n{"id":"a"}\n');
});

it('the table of all observations tells datasets apart', () => {
  const wells = fictionalDataset({ id: 'wells', observations: [{ period: '2030', value: '12.50' }] });
  const [head, row] = observationsCsv({ datasets: [wells], links: dataLinks(site) }).split('\n');
  expect(head).toBe(
    allColumns(site.languages)
      .map(({ name }) => name)
      .join(','),
  );
  expect(row?.startsWith('wells,')).toBe(true);
  expect(row?.endsWith(`${wells.title.zh},${wells.title.en}`)).toBe(true);
});
