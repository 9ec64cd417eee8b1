import fc from 'fast-check';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { SiteError } from '../../src/errors.ts';
import { remarkPlugins } from '../../src/text/dialect.ts';
import { guardFindings, mayBeRefused } from '../../src/text/guard/index.ts';
import { readLink } from '../../src/text/guard/links.ts';
import { remarkGuard } from '../../src/text/mdx-plugins.ts';
import { parseBody } from '../../src/text/parse.ts';

/** The rule that stops a page's body in the MDX integration; undefined where it passes. */
function stopped(body: string): string | undefined {
  const processor = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkPlugins)
    .use(remarkGuard, { root: '/site' })
    .use(remarkStringify);
  try {
    processor.processSync(new VFile({ path: '/site/content/pages/notes/zh.mdx', value: body }));
  } catch (error) {
    if (error instanceof SiteError) return `${error.findings[0]?.place.file} ${error.findings[0]?.rule}`;
    throw error;
  }
  return undefined;
}

describe('the guard inside the MDX integration', () => {
  it.each([
    ['import x from "y"', 'code-import'],
    ['export const x = 1', 'code-import'],
    ['{1 + 1}', 'code-expression'],
    ['{/* x */}', 'code-expression'],
    ['<script>x</script>', 'raw-html'],
    ['<Note.constructor />', 'component-member'],
    ['<Chart of={x} />', 'code-attribute'],
    ['<Chart {...x} />', 'code-attribute'],
    ['<Chart of="x" onload="y" />', 'event-handler'],
    ['<__proto__ />', 'component-unknown'],
    ['[x](javascript:1)', 'link-scheme'],
    ['![x](//a/b.png)', 'image-source'],
  ])('stops at %s', (body, rule) => {
    expect(stopped(body)).toBe(`content/pages/notes/zh.mdx ${rule}`);
  });

  it.each(['Text with **bold**.', '<Chart of="wells" />', '<Note>\n\nText.\n\n</Note>', '[x](https://example.org)'])(
    'lets %s pass',
    (body) => {
      expect(stopped(body)).toBeUndefined();
    },
  );
});

describe('readLink', () => {
  it.each([
    ['https://example.org/a?b#c', 'web'],
    ['mailto:office@example.gov.cn', 'mail'],
    ['#p3', 'anchor'],
    ['/zh/replies/2024-7/', 'site'],
    ['/zh/', 'site'],
    ['javascript:alert(1)', 'refused'],
    ['JAVASCRIPT:alert(1)', 'refused'],
    ['java\tscript:alert(1)', 'refused'],
    [' javascript:alert(1)', 'refused'],
    ['data:text/html,x', 'refused'],
    ['vbscript:x', 'refused'],
    ['http://example.org', 'refused'],
    ['//example.org', 'refused'],
    ['/\\example.org', 'refused'],
    ['\\\\example.org', 'refused'],
    ['https:/example.org', 'refused'],
    ['https://user:pass@example.org', 'refused'],
    ['/zh/../../etc', 'refused'],
    ['/zh/%2e%2e/x', 'refused'],
    ['annex.pdf', 'refused'],
    ['', 'refused'],
    ['mailto:a@b?subject=x', 'refused'],
  ])('%j is %s', (address, kind) => {
    expect(readLink(address).kind).toBe(kind);
  });
});

describe('mayBeRefused', () => {
  const origin = { file: 'zh.mdx', linesBefore: 0 };
  const signs = fc.constantFrom(
    ...['答', 'a', ' ', '\n', '\n\n', '    ', '> ', '- ', '1. ', '| ', '#', '*', '_', '~~', '`', '\\', '&lt;', '&#91;'],
    ...[
      '<',
      '>',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '!',
      '^',
      ':',
      '/',
      '//',
      '"',
      '=',
      '@',
      'www.',
      'http',
      'https:',
      'mailto:',
    ],
    ...['import ', 'export ', 'x.cn'],
  );

  it('passes no body by that the guard refuses or the parser cannot read', () => {
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 14 }), (parts) => {
        const body = parts.join('');
        if (mayBeRefused(body)) return;
        for (const kind of ['official', 'compiled'] as const)
          expect(guardFindings(parseBody(body, origin), kind, origin)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it.each(['晋政〔2025〕1 号，共 3 件。', 'Letter [2023] No. 5: 3 wells.', '| a | b |\n| --- | --- |\n| 1 | 2 |'])(
    'knows %s for a text at a glance',
    (body) => {
      expect(mayBeRefused(body)).toBe(false);
    },
  );
});
