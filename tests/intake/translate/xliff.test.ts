import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Finding, SiteError } from '../../../src/errors.ts';
import { exportXliff, importXliff } from '../../../src/intake/translate/translate-files.ts';
import { readReply } from '../../../src/reading/files.ts';
import { CommandError } from '../../../src/terminal/failures.ts';
import { copyOfBureau } from '../../dafu.ts';
import { needsProgram } from '../../outside.ts';

const root = copyOfBureau();
const file = join(root, 'letters.xlf');
const at = (path: string) => join(root, 'content/replies', path);
const read = (path: string) => readFileSync(at(path), 'utf8');
const ENGLISH = ['2024-7', '2025-12', '2025-86'].map((id) => [id, read(`${id}/en.mdx`)] as const);
const write = (ids: readonly string[]) => exportXliff({ root, ids, file, language: 'en' });
const back = (method?: string) => importXliff({ root, file, method, language: 'en' });
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  for (const [id, text] of ENGLISH) writeFileSync(at(`${id}/en.mdx`), text);
});

/** Changes the file as a translators' program would. */
const edit = (change: (text: string) => string) => writeFileSync(file, change(readFileSync(file, 'utf8')));

function findingsOf(does: () => unknown): readonly Finding[] {
  try {
    does();
  } catch (error) {
    if (error instanceof SiteError) return error.findings;
    throw error;
  }
  return [];
}

describe('letters as XLIFF', () => {
  it('come back as they went, word for word', () => {
    for (const [id, before] of ENGLISH) {
      write([id]);
      back();
      const body = (text: string) => text.replace(/^---\n.*?\n---\n/s, '');
      expect(body(read(`${id}/en.mdx`))).toBe(body(before));
      const { translations } = readReply(root, id);
      expect(translations.en?.frontMatter.title).toBe(/^title: (.*)$/m.exec(before)?.[1]?.replace(/^"|"$/g, ''));
    }
  });

  it('take what translators write, in every kind of block and every field', () => {
    rmSync(at('2025-86/en.mdx'));
    expect(write(['2025-86'])).toMatch(/1 letters, \d+ segments, \d+ of them to translate/);
    let count = 0;
    edit((text) =>
      text.replace(/(<source>[^<]*<\/source>)(?=<context)/g, (source) => {
        count += 1;
        return `${source}<target>Words ${count} &amp; *more*</target>`;
      }),
    );
    back('machine');
    const english = read('2025-86/en.mdx');
    expect(english).not.toContain('请把这一行换成英文译文');
    expect(english).not.toContain('【原文');
    const own = readReply(root, '2025-86').translations.en?.frontMatter;
    expect(own?.title).toBe('Words 1 & *more*');
    expect(own?.answers[0].proposers?.[0]).toMatch(/^Words \d+ & \*more\*$/);
    expect(own?.translation.method).toBe('machine');
    expect(Object.keys(own?.translation.basedOn ?? {})).toContain('p2');
  });

  it('keep what is not translated yet open, and what tools put around words out', () => {
    rmSync(at('2024-7/en.mdx'));
    write(['2024-7']);
    edit((text) =>
      text.replace(
        /(<trans-unit id="p2"[^>]*><source>[^<]*<\/source>)/,
        '$1<target>All <g id="1">the\n wells</g><x id="2"/> have been repaired.</target>',
      ),
    );
    expect(back()).toMatch(/[1-9]\d* to translate/);
    expect(read('2024-7/en.mdx')).toContain('All the wells have been repaired.');
    expect(read('2024-7/en.mdx')).toContain('请把这一行换成英文译文');
  });

  it('bring the glossary, the place, and how the same words were translated before', () => {
    rmSync(at('2025-86/en.mdx'));
    write(['2025-86']);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/<note from="glossary">市人大 = Municipal People’s Congress<\/note>/);
    expect(text).toMatch(/<context context-type="linenumber">\d+<\/context>/);
    expect(text).toMatch(
      /<alt-trans origin="20\d\d-[^"]+" match-quality="100"><source>市人大<\/source><target>Municipal/,
    );
  });
});

describe('a file that does not fit', () => {
  const refused = (change: (text: string) => string) => {
    rmSync(file, { force: true });
    write(['2025-86', '2024-7']);
    edit(change);
    const before = read('2025-86/en.mdx');
    const findings = findingsOf(back);
    expect(read('2025-86/en.mdx')).toBe(before);
    return findings.map(({ rule, place, message }) => [rule, place.file, (place.line ?? 0) > 1, message.en] as const);
  };

  it.each<[string, (text: string) => string, string, string]>([
    ['a segment lost', (text) => text.replace(/<trans-unit id="p3".*?<\/trans-unit>/s, ''), 'xliff-segment-lost', 'p3'],
    [
      'a field lost',
      (text) => text.replace(/<trans-unit id="title".*?<\/trans-unit>/s, ''),
      'xliff-segment-lost',
      'title',
    ],
    ['a segment twice', (text) => text.replace(/<trans-unit id="p3".*?<\/trans-unit>/s, '$&$&'), 'xliff-syntax', 'p3'],
    ['other Chinese', (text) => text.replace(/(id="p2"[^>]*><source>)/, '$1又'), 'xliff-other-text', 'p2'],
    ['an unknown segment', (text) => text.replace('id="p3"', 'id="p99"'), 'xliff-other-text', 'p99'],
    ['another letter', (text) => text.replace('replies/2024-7/', 'replies/2024-8/'), 'xliff-other-text', '2024-8'],
    ['the letters changed round', (text) => text.replace('2025-86/zh', '2024-7/zh'), 'xliff-other-text', 'p2'],
  ])('%s is told with its place, and nothing is written', (_what, change, rule, words) => {
    const findings = refused(change);
    expect(findings[0]?.slice(0, 3)).toEqual([rule, 'letters.xlf', true]);
    expect(findings.map(([, , , message]) => message).join('\n')).toContain(words);
  });

  it.each([
    ['broken', (text: string) => text.slice(0, 3000)],
    ['of another kind', () => '<?xml version="1.0"?>\n<tmx version="1.4"/>'],
    ['of XLIFF 2', () => '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>'],
    [
      'with a document type',
      (text: string) =>
        text.replace('?>\n', '?>\n<!DOCTYPE x [<!ENTITY a "b">]>\n').replace('</target>', '&a;</target>'),
    ],
  ])('%s is refused', (_what, change) => {
    expect(refused(change)[0]?.[0]).toBe('xliff-syntax');
  });

  it('is not written over something else, nor read where there is none', () => {
    writeFileSync(file, 'notes');
    expect(() => write(['2024-7'])).toThrow(CommandError);
    rmSync(file);
    expect(() => back()).toThrow(CommandError);
    expect(() => write(['2024-99'])).toThrow(CommandError);
    expect(existsSync(file)).toBe(false);
  });
});

describe('translators’ programs', () => {
  it('count, check and convert our files', (context) => {
    needsProgram(context, 'pocount');
    write(ENGLISH.map(([id]) => id));
    const run = (program: string, ...parameters: string[]) =>
      execFileSync(program, parameters, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const units = readFileSync(file, 'utf8').match(/<trans-unit/g)?.length ?? 0;
    const counted = run('pocount', '--csv', file).trim().split('\n');
    const columns = (counted[0] ?? '').split(',').map((name) => name.trim());
    const values = (counted[1] ?? '').split(',').map((value) => value.trim());
    expect(Number(values[columns.indexOf('Total Message')])).toBe(units);
    // Nothing that a reviewer of translations would be warned of: unbalanced mark-up, lost line breaks, empty targets.
    run(
      'pofilter',
      '--test=xmltags',
      '--test=escapes',
      '--test=newlines',
      '--test=blank',
      file,
      join(root, 'faults.xlf'),
    );
    expect(existsSync(join(root, 'faults.xlf'))).toBe(false);
    run('xliff2po', file, join(root, 'letters.po'));
    expect(readFileSync(join(root, 'letters.po'), 'utf8')).toContain('msgid "市人大"');
  });
});
