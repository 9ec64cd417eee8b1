import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  allColumns,
  type BulkSubject,
  observationsCsv,
  repliesNdjson,
  textArchive,
} from '../../../src/formats/bulk/bulk.ts';
import { dataLinks } from '../../../src/formats/data/columns.ts';
import { fictionalDataset } from '../../charts/dataset.ts';
import { site } from '../reply.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const text = (path: string, words: string, changed = '2031-04-09') => ({ path, bytes: bytesOf(words), changed });

async function archive(texts: BulkSubject['texts']): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of textArchive({ texts })) pieces.push(piece);
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

  it('reads one text after the other, not all before it writes', async () => {
    const megabyte = 'x'.repeat(1 << 20);
    let read = 0;
    const many = function* () {
      for (; read < 40; read += 1) yield text(`zh/replies/${read}/index.txt`, megabyte);
    };
    const first = await textArchive({ texts: many })[Symbol.asyncIterator]().next();
    expect(first.done).toBe(false);
    expect(read).toBeLessThan(20);
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
