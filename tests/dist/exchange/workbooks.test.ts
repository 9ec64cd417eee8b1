import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, inject, it } from 'vitest';
import { needsProgram, needsPython, runPython } from '../../outside.ts';
import { builtFiles, readBuilt } from '../site.ts';

/** What openpyxl, which shares no code with the writer, finds in the first sheet of a workbook, and in the notes. */
interface Read {
  readonly head: number;
  readonly freeze: string;
  readonly filter: string;
  readonly titles: string;
  readonly page: {
    readonly orientation: string;
    readonly fit: boolean;
    readonly wide: number;
    readonly high: number;
    readonly paper: string;
  };
  readonly widths: readonly number[];
  /** Whether a column is folded away. */
  readonly hidden: readonly boolean[];
  /** Row by row: value, its type, its number format, where it leads. */
  readonly cells: readonly (readonly [value: string | null, type: string, format: string, link: string | null])[][];
  readonly notes: readonly (readonly [string, string, string | null])[];
}

const READ = [
  'import datetime, json, sys, openpyxl',
  'from openpyxl.utils import get_column_letter',
  'def cell(c):',
  '    v = c.value',
  '    kind = "date" if isinstance(v, datetime.datetime) else type(v).__name__',
  '    text = v.strftime("%Y-%m-%d") if kind == "date" else None if v is None else str(v)',
  '    return [text, kind, c.number_format, c.hyperlink.target if c.hyperlink else None]',
  'out = {}',
  'for path in sys.argv[1:]:',
  '    book = openpyxl.load_workbook(path)',
  '    sheet, notes = book.worksheets',
  '    d = [sheet.column_dimensions[get_column_letter(i + 1)] for i in range(sheet.max_column)]',
  '    out[path] = dict(',
  '        head=sheet.freeze_panes and openpyxl.utils.cell.coordinate_from_string(sheet.freeze_panes)[1] - 1,',
  '        freeze=sheet.freeze_panes, filter=sheet.auto_filter.ref, titles=sheet.print_title_rows,',
  '        page=dict(orientation=sheet.page_setup.orientation, fit=bool(sheet.sheet_properties.pageSetUpPr.fitToPage),',
  '            wide=sheet.page_setup.fitToWidth, high=sheet.page_setup.fitToHeight, paper=str(sheet.page_setup.paperSize)),',
  '        widths=[x.width for x in d], hidden=[bool(x.hidden) for x in d],',
  '        cells=[[cell(c) for c in row] for row in sheet.iter_rows()],',
  '        notes=[[str(r[0].value), str(r[1].value), r[1].hyperlink.target if r[1].hyperlink else None] for r in notes.iter_rows()])',
  'print(json.dumps(out))',
];

const dist = inject('dist');
const files = builtFiles().filter((file) => file.endsWith('.xlsx'));

describe('the workbooks', () => {
  it('are those of each dataset, each list of replies, the account and the commitments, in each language', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'data/meters.xlsx',
        'data/meters.en.xlsx',
        'zh/accounts/accounts.xlsx',
        'en/accounts/accounts.xlsx',
        'zh/commitments/commitments.xlsx',
      ]),
    );
  });

  it('stand beside each table that is taken away as CSV for readers', () => {
    const tables = builtFiles().filter((file) => /^(?:zh|en)\/.*\.csv$/.test(file));
    expect(tables.length).toBeGreaterThan(20);
    expect(files).toEqual(expect.arrayContaining(tables.map((file) => file.replace(/csv$/, 'xlsx'))));
  });

  it('have what the CSV beside them has, each word a word and no formula', (context) => {
    needsPython(context, 'openpyxl');
    const own = files.filter((file) => /^(?:zh|en)\//.test(file));
    const all = runPython<Record<string, Read>>(
      READ,
      own.map((file) => join(dist, file)),
    );
    for (const [path, { cells }] of Object.entries(all)) {
      const rows = parse(readFileSync(path.replace(/xlsx$/, 'csv')), { bom: true, relax_column_count: false });
      expect(cells.filter((_, at) => at !== 1).map((row) => row.map(([value]) => value ?? ''))).toEqual(rows);
      expect(cells.flat().every(([, type]) => ['str', 'date', 'int', 'float', 'NoneType'].includes(type))).toBe(true);
    }
  });

  it('keep their head in sight, can be filtered and print on their pages', (context) => {
    needsPython(context, 'openpyxl');
    const all = runPython<Record<string, Read>>(
      READ,
      files.map((file) => join(dist, file)),
    );
    for (const [path, { head, freeze, filter, titles, page, widths, hidden, cells }] of Object.entries(all)) {
      expect([path, head, freeze, titles]).toEqual([path, 2, 'A3', '$1:$2']);
      expect(filter).toMatch(new RegExp(`^A2:[A-Z]+${cells.length}$`));
      for (const [code] of cells[1] ?? []) expect(code).toMatch(/^[a-z_]+$/);
      expect(page).toEqual({ orientation: 'landscape', fit: true, wide: 1, high: 0, paper: '9' });
      for (const width of widths) expect(width).toBeGreaterThanOrEqual(8);
      // What is shown fits on a sheet of A4 in letters of seven points and more.
      const shown = widths.filter((_, at) => !hidden[at]).reduce((sum, width) => sum + width, 0);
      expect(shown).toBeLessThan(240);
    }
  });
});

describe('printed by LibreOffice', () => {
  it('tables are as wide as their paper, in letters that can be read, and no address runs over its column', (context) => {
    for (const program of ['soffice', '/usr/lib/libreoffice/program/libscfiltlo.so', 'pdftotext'])
      needsProgram(context, program);
    const folder = mkdtempSync(join(tmpdir(), 'dafu-printed-'));
    const own = ['zh/commitments/commitments.xlsx', 'en/replies/replies.xlsx', 'data/meters.xlsx'];
    try {
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const books = own.map((file) => join(dist, file));
      spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...books], {
        stdio: 'ignore',
      });
      for (const book of books) {
        const pdf = join(folder, basename(book).replace(/xlsx$/, 'pdf'));
        const { stdout } = spawnSync('pdftotext', ['-bbox', '-f', '1', '-l', '1', pdf, '-'], { encoding: 'utf8' });
        const words = [...stdout.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/g)];
        const days = words.filter(([, , , , , word]) => /^\d{4}-\d\d-\d\d$/.test(word ?? ''));
        expect([book, days.length > 0]).toEqual([book, true]);
        // A sheet of A4 across is 842 points wide.
        for (const [, , top, right, bottom] of days) {
          expect(Number(bottom) - Number(top)).toBeGreaterThan(5);
          expect(Number(right)).toBeLessThan(842);
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe.each([
  ['zh', ''],
  ['en', '.en'],
] as const)('the workbooks of datasets in %s', (locale, mark) => {
  const own = files.filter(
    (file) => /^data\/[a-z0-9-]+(?:\.en)?\.xlsx$/.test(file) && file.includes('.en.') === (mark !== ''),
  );
  const read = () =>
    Object.entries(
      runPython<Record<string, Read>>(
        READ,
        own.map((file) => join(dist, file)),
      ),
    );

  it('have days as days, numbers with their digits and units, and addresses as links', (context) => {
    needsPython(context, 'openpyxl');
    for (const [, { cells }] of read()) {
      const [, codes = [], ...rows] = cells;
      const at = (name: string) => codes.findIndex(([code]) => code === name);
      for (const row of rows) {
        for (const name of ['period_start', 'period_end']) {
          const [, type, format] = row[at(name)] ?? [];
          if (type !== 'NoneType') expect([type, format]).toEqual(['date', 'yyyy-mm-dd']);
        }
        const [value, type, format = ''] = row[at('value')] ?? [];
        expect(['int', 'float']).toContain(type);
        const places = value?.split('.')[1]?.length ?? 0;
        const unit = row[at('unit')]?.[0] === 'percent' ? '"%"' : '';
        expect(format).toBe(`#,##0${places === 0 ? '' : `.${'0'.repeat(places)}`}${unit}`);
        const [address, , , link] = row[at('url')] ?? [];
        expect(link).toBe(address);
        if (row[at('reply')]?.[0] != null)
          expect(row[at('reply')]?.[3]).toContain(`/replies/${row[at('reply')]?.[0]}/`);
      }
    }
  });

  it('name columns in the reader’s language beside their codes, and fold what is in another one', (context) => {
    needsPython(context, 'openpyxl');
    for (const [path, { cells, hidden, notes }] of read()) {
      const [names = [], codes = []] = cells;
      const at = (name: string) => codes.findIndex(([code]) => code === name);
      expect(names[at('value')]?.[0]).toBe(locale === 'zh' ? '数值' : 'Value');
      expect(hidden[at(`series_${locale}`)]).toBe(false);
      expect(hidden[at(locale === 'zh' ? 'series_en' : 'series_zh')]).toBe(true);
      const id = /([a-z0-9-]+)(?:\.en)?\.xlsx$/.exec(path)?.[1];
      const { title } = JSON.parse(readBuilt(`data/${id}.json`));
      expect(notes[0]?.[1]).toBe(title[locale]);
      expect(notes.map(([, words, link]) => [words, link])).toContainEqual([
        `https://dafu.example/${locale}/data/${id}/`,
        `https://dafu.example/${locale}/data/${id}/`,
      ]);
    }
  });
});
