import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, inject, it } from 'vitest';
import { formatBytes } from '../../../src/language/messages/attachments.ts';
import { needsPython, runPython } from '../../outside.ts';
import { builtFiles, readBuilt } from '../site.ts';

const dist = inject('dist');

describe('the file of all replies', () => {
  it('has a line for each, the same as its own file, newest first', () => {
    const lines = readBuilt('bulk/replies.ndjson').split('\n');
    expect(lines.pop()).toBe('');
    const ids = lines.map((line) => JSON.parse(line).id);
    const files = readdirSync(join(dist, 'api/v1/replies'));
    expect([...ids].map((id) => `${id}.json`).sort()).toEqual(files.sort());
    for (const [index, line] of lines.entries()) expect(line).toBe(readBuilt(`api/v1/replies/${ids[index]}.json`));
    const dates = lines.map((line) => JSON.parse(line).date);
    expect(dates).toEqual([...dates].sort().reverse());
  });
});

describe('the table of all observations', () => {
  it('has the rows of each dataset’s own table, and the title of the dataset', () => {
    const rows: Record<string, string>[] = parse(readBuilt('bulk/observations.csv'), { columns: true });
    const own = builtFiles()
      .filter((file) => /^data\/[^/]+\.plain\.csv$/.test(file))
      .flatMap((file): Record<string, string>[] => parse(readBuilt(file), { columns: true }));
    expect(own.length).toBeGreaterThan(10);
    expect(rows.map(({ dataset_title_zh: _, dataset_title_en: __, ...row }) => row)).toEqual(own);
    for (const { dataset = '', dataset_title_zh, dataset_title_en } of rows) {
      const { title } = JSON.parse(readBuilt(`data/${dataset}.json`));
      expect({ zh: dataset_title_zh, en: dataset_title_en }).toEqual(title);
    }
  });
});

describe('the archive of all texts', () => {
  it('unpacks to the texts of the site, byte for byte, dated by their last change', (context) => {
    needsPython(context);
    const members: [name: string, sha256: string, day: string, mode: number][] = runPython(
      [
        'import hashlib, json, sys, tarfile, datetime',
        'with tarfile.open(sys.argv[1]) as archive:',
        '    print(json.dumps([[m.name, hashlib.sha256(archive.extractfile(m).read()).hexdigest(),',
        '        datetime.datetime.fromtimestamp(m.mtime, datetime.timezone.utc).strftime("%Y-%m-%d"), m.mode] for m in archive]))',
      ],
      [join(dist, 'bulk/texts.tgz')],
    );
    const texts = builtFiles().filter((file) => /^[a-z]+\/replies\/[^/]+\/index\.(?:md|txt)$/.test(file));
    const published = (name: string) => createHash('sha256').update(readBuilt(name)).digest('hex');
    expect(members.map(([name]) => name).sort()).toEqual([...texts].sort());
    for (const [name, sha256, day, mode] of members) {
      const id = name.split('/')[2];
      const { updated } = JSON.parse(readBuilt(`api/v1/replies/${id}.json`));
      expect([name, sha256, day, mode]).toEqual([name, published(name), updated, 0o644]);
    }
  });
});

describe.each(['zh', 'en'])('the page for developers (%s)', (locale) => {
  it('offers each with its size, which is that of the file', () => {
    const page = parseDocument(readFileSync(join(dist, locale, 'developers/index.html'), 'utf8'));
    const offered = DomUtils.getElementsByTagName('a', page).filter(({ attribs }) =>
      attribs.href?.startsWith('/bulk/'),
    );
    expect(offered.map(({ attribs }) => attribs.href)).toEqual([
      '/bulk/replies.ndjson',
      '/bulk/observations.csv',
      '/bulk/texts.tgz',
    ]);
    for (const { attribs, parent } of offered) {
      const row = DomUtils.textContent(parent?.parent ?? []);
      expect(row).toContain(formatBytes(statSync(join(dist, attribs.href ?? '')).size));
    }
  });
});

it('are sent for any origin, under their types', async () => {
  for (const [name, type] of [
    ['replies.ndjson', 'application/x-ndjson; charset=utf-8'],
    ['observations.csv', 'text/csv; charset=utf-8'],
    ['texts.tgz', 'application/gzip'],
  ]) {
    const { status, headers } = await fetch(`${inject('address')}bulk/${name}`, { method: 'HEAD' });
    expect([status, headers.get('content-type'), headers.get('access-control-allow-origin')]).toEqual([200, type, '*']);
  }
});
