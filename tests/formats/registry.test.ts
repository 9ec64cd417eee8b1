import { describe, expect, it } from 'vitest';
import { filePath, formatLabel } from '../../src/formats/format.ts';
import { FORMAT_GROUPS, formatAt } from '../../src/formats/registry.ts';
import { LOCALES } from '../../src/model/locale.ts';
import { headersOf } from '../../src/release/headers/policy.ts';
import { contentType } from '../../src/release/headers/types.ts';

const FORMATS = FORMAT_GROUPS.flatMap(({ formats }) => formats);
/** A value for every parameter that a path may have. */
const PARAMETERS = {
  id: '2024-7',
  locale: 'en',
  mark: '.en',
  page: 'en/topics/wells/',
  version: '1.0.0',
  year: '2024',
  part: '2',
  list: 'replies',
  key: 'wells',
};

describe('the file formats', () => {
  it('have an id and a path of their own each', () => {
    for (const each of ['id', 'path'] as const)
      expect(new Set(FORMATS.map((format) => format[each])).size).toBe(FORMATS.length);
  });

  it.each(FORMATS)('$id is sent from any origin under its type, and named in every language', (format) => {
    const path = filePath(format, PARAMETERS);
    expect(contentType(path)).toBe(format.mediaType);
    expect(formatAt(path)?.mediaType).toBe(format.mediaType);
    const headers = new Map(headersOf(path));
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect(headers.get('Content-Security-Policy')?.includes('sandbox')).toBe(format.headers === 'open');
    for (const locale of LOCALES) expect(formatLabel(format, locale)).not.toBe('');
  });

  it('are found by the path of a file, and pages are none', () => {
    expect(formatAt('zh/replies/2024-7/index.md')?.id).toBe('md');
    expect(formatAt('feed.xml')?.id).toBe('atom');
    expect(formatAt('zh/replies/2024-7/')).toBeUndefined();
    expect(formatAt('zh/replies/a/b/index.md')).toBeUndefined();
  });

  it('refuse a path without all its parameters', () => {
    expect(() => filePath({ path: '{locale}/x.md' }, {})).toThrow(/locale/);
  });
});

describe('what is no format', () => {
  it.each([
    ['zh/replies/2024-7/', 'same-origin'],
    ['zh/index.html', 'same-origin'],
    ['assets/page.1a2b3c4d.css', 'same-origin'],
    ['assets/photo.1a2b3c4d.webp', 'cross-origin'],
    ['cards/zh/replies/2024-7.png', 'cross-origin'],
    ['zh/replies/2024-7/files/map.pdf', 'cross-origin'],
    ['manifest.json', 'cross-origin'],
    ['notice-of-the-bureau.jpg', 'cross-origin'],
    ['404.html', 'cross-origin'],
  ])('%s is for %s', (path, policy) => {
    const headers = new Map(headersOf(path));
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe(policy);
    expect(headers.get('Access-Control-Allow-Origin')).toBe(policy === 'cross-origin' ? '*' : undefined);
  });
});
