import { describe, expect, test } from 'vitest';
import { replyWords } from '../../src/language/messages/reply.ts';
import { builtFiles, builtPages, readBuilt } from './site.ts';

const STYLE = { zh: 'style/index.html', en: 'style/en/index.html' } as const;

test('the style page is for designers: not indexed, in no sitemap, linked from no page', () => {
  const pages = builtPages();
  for (const file of Object.values(STYLE)) {
    expect(pages.find((page) => page.file === file)?.indexed).toBe(false);
  }
  const sitemaps = builtFiles().filter((file) => /sitemap.*\.xml$/.test(file));
  expect(sitemaps.length).toBeGreaterThan(0);
  expect(sitemaps.filter((file) => readBuilt(file).includes('/style/'))).toEqual([]);
  const others = pages.filter(({ file }) => !file.startsWith('style/'));
  expect(others.filter(({ file }) => readBuilt(file).includes('href="/style/')).map(({ file }) => file)).toEqual([]);
});

describe.each(['zh', 'en'] as const)('the example reply of the style page, in %s', (locale) => {
  const words = replyWords[locale];
  const page = () => readBuilt(STYLE[locale]);

  test('maps the points raised to the paragraphs that answer them, and says where there is none', () => {
    const map = /<section class="points notice".*?<\/section>/s.exec(page())?.[0] ?? '';
    expect(map).toContain('href="#p2"');
    expect(map).toContain('href="#p3"');
    expect(map.split(words.unanswered)).toHaveLength(2);
  });

  test('says at the top and at the paragraph what was corrected', () => {
    const [before = '', after = ''] = page().split('class="letterhead"');
    expect(before).toContain(words.withdrawn);
    expect(before).toContain(words.corrections);
    expect(after.slice(after.indexOf('id="p3"'))).toContain(
      words.correctedHere(words.paragraph('p3'), locale === 'zh' ? '2000年1月2日' : '2 January 2000'),
    );
  });
});

test('a translation that is behind the Chinese says so at the top and at the paragraph', () => {
  const [before = '', after = ''] = readBuilt(STYLE.en).split('class="letterhead"');
  expect(before).toContain('href="#p3"');
  expect(after.slice(after.indexOf('id="p3"'))).toContain(replyWords.en.outdatedHere('paragraph 3', 'zh', 'en'));
});
