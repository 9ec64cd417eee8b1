import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CitedWork } from '../../../src/formats/citation/works.ts';
import { CITATION_FORMATS, formatNamed } from '../../../src/formats/registry.ts';
import { needsProgram } from '../../outside.ts';

const STYLES = '/usr/share/citation-style-language/styles';
const LOCALES = '/usr/share/citation-style-language/locales/locales-zh-CN.xml';
const GBT = join(STYLES, 'china-national-standard-gb-t-7714-2015-numeric.csl');
const APA = join(STYLES, 'apa.csl');

const letter: CitedWork = {
  kind: 'reply',
  key: 'reply-2031-12-zh',
  locale: 'zh',
  authors: ['青溪县水务局', '青溪县教育局'],
  title: '关于修复100%机井_及 $5 & 其他的答复',
  number: '青水函〔2031〕12号',
  version: undefined,
  issued: '2031-04-09',
  publisher: '青溪县水务局答复公开',
  url: 'https://water.example/zh/replies/2031-12/',
  translation: false,
};
const translated: CitedWork = {
  ...letter,
  key: 'reply-2031-12-en',
  locale: 'en',
  authors: ['Qingxi County Water Bureau'],
  title: 'Reply on Wells, and on the River',
  publisher: 'Qingxi Water Replies',
  url: 'https://water.example/en/replies/2031-12/',
  translation: true,
};
const dataset: CitedWork = {
  ...translated,
  kind: 'dataset',
  key: 'dataset-wells-en',
  title: 'Wells repaired',
  number: undefined,
  version: '1.2.0',
  issued: '2032-05-01',
  url: 'https://water.example/en/data/wells/',
  translation: false,
};
const works = [letter, translated, dataset];
const written = (id: 'bib' | 'ris' | 'csl') => formatNamed(CITATION_FORMATS, id).write(works);

describe('pandoc', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dafu-cite-'));
    writeFileSync(join(folder, 'all.md'), '---\nnocite: "@*"\n---\n');
    writeFileSync(join(folder, 'works.bib'), written('bib'));
    writeFileSync(join(folder, 'works.json'), written('csl'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The list of references as pandoc prints it, an entry a line. */
  function references(file: string, style: string): string[] {
    const { status, stdout, stderr } = spawnSync(
      'pandoc',
      [
        ...['all.md', '--citeproc', `--bibliography=${file}`, `--csl=${style}`],
        ...['--from=markdown', '--to=plain', '--wrap=none'],
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout.split('\n').filter((line) => line !== '');
  }
  const entryOf = (lines: readonly string[], url: string) => lines.find((line) => line.includes(url)) ?? '';

  it.for(['works.bib', 'works.json'])(
    'gives the full date, [EB/OL] and [DS/OL] of %s in the style of GB/T 7714',
    (file, context) => {
      for (const program of ['pandoc', APA, LOCALES]) needsProgram(context, program);
      const lines = references(file, GBT);
      expect(lines).toHaveLength(works.length);
      for (const work of works) {
        const entry = entryOf(lines, work.url);
        expect(entry).toContain(work.title);
        expect(entry).toContain(`(${work.issued})`);
        expect(entry).toContain(work.kind === 'dataset' ? '[DS/OL]' : '[EB/OL]');
      }
    },
  );

  it.for(['works.bib', 'works.json'])(
    'gives authors, full date and title of %s in the style of the APA',
    (file, context) => {
      for (const program of ['pandoc', APA, LOCALES]) needsProgram(context, program);
      const lines = references(file, APA);
      expect(lines).toHaveLength(works.length);
      expect(entryOf(lines, translated.url)).toMatch(
        /^Qingxi County Water Bureau\. \(2031, April 9\)\. Reply on Wells, and on the River/,
      );
      expect(entryOf(lines, letter.url)).toContain('青溪县水务局');
      expect(entryOf(lines, letter.url)).toContain('青溪县教育局');
      if (file === 'works.json') expect(entryOf(lines, translated.url)).toMatch(/unofficial translation/i);
    },
  );
});

describe('bibutils', () => {
  it('reads the RIS as it was written: titles, dates, addresses, and each body as one author', (context) => {
    needsProgram(context, 'ris2xml');
    const { status, stdout } = spawnSync('ris2xml', [], { input: written('ris'), encoding: 'utf8' });
    expect(status).toBe(0);
    const read = DomUtils.getElementsByTagName('mods', parseDocument(stdout, { xmlMode: true })).map((mods) => {
      const [words, all] = [
        (name: string) => DomUtils.getElementsByTagName(name, mods).map(DomUtils.textContent)[0],
        DomUtils.getElementsByTagName('name', mods),
      ];
      const authors = all.map((name) =>
        DomUtils.getElementsByTagName('namePart', name).map(DomUtils.textContent).join(' '),
      );
      return {
        key: mods.attribs['ID'],
        title: words('title'),
        issued: words('dateIssued'),
        url: words('url'),
        authors,
      };
    });
    expect(read).toEqual(works.map(({ key, title, issued, url, authors }) => ({ key, title, issued, url, authors })));
  });
});
