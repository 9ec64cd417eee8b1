import { describe, expect, test } from 'vitest';
import { readBuilt } from './site.ts';

const ID = '2025-86';
const PAGES = [
  { path: `/bilingual/replies/${ID}/`, locale: 'zh', tag: 'zh-Hans', other: 'en', choice: '双语对照' },
  { path: `/bilingual/en/replies/${ID}/`, locale: 'en', tag: 'en', other: 'zh', choice: 'Side by side' },
] as const;
const pageAt = (path: string) => readBuilt(`${path.slice(1)}index.html`);
const lettersOf = (html: string) =>
  [...html.matchAll(/<div class="official-text">(.*?)<\/div>/gsu)].map(([, text = '']) => text.replace(/<[^>]*>/g, ''));

describe.each(PAGES)('a reply side by side for readers of $locale', ({ path, locale, tag, other, choice }) => {
  const html = pageAt(path);

  test('is in their language all around the letter', () => {
    expect(html).toContain(`<html lang="${tag}"`);
    const header = /<header class="site-header">.*?<\/header>/su.exec(html)?.[0] ?? '';
    const footer = /<footer class="site-footer".*?<\/footer>/su.exec(html)?.[0] ?? '';
    for (const part of [header, footer]) {
      expect(part).toContain(`href="/${locale}/`);
      // The one way into the other language is the switch.
      expect(part.replace(/<a class="language-switch".*?<\/a>/su, '')).not.toContain(`href="/${other}/`);
    }
    expect(html).toContain(`<span aria-current="page">${choice}</span>`);
  });

  test('is where their page of the letter leads to, and each leads to the other', () => {
    expect(readBuilt(`${locale}/replies/${ID}/index.html`)).toContain(`href="${path}"`);
    for (const twin of PAGES)
      expect(html).toContain(`<link rel="alternate" hreflang="${twin.tag}" href="https://dafu.example${twin.path}">`);
  });

  test('is headed by the title in their language', () => {
    const heading = /<h1[^>]*>(.*?)<\/h1>/su.exec(html)?.[1]?.replace(/<[^>]*>/g, '');
    expect(heading).toMatch(locale === 'zh' ? /建议的答复$/ : /^Reply to Suggestion/);
  });
});

test('both show the same letters, the original first', () => {
  const [one, other] = PAGES.map(({ path }) => lettersOf(pageAt(path)));
  expect(one?.length).toBeGreaterThan(20);
  expect(other).toEqual(one);
});
