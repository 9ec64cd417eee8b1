import { describe, expect, test } from 'vitest';
import { readPageFacts } from '../../src/build/audit/page-facts.ts';
import { builtFiles, builtPages, readBuilt } from './site.ts';

describe('every page', () => {
  const pages = builtPages();

  test('there are pages', () => {
    expect(pages.length).toBeGreaterThan(20);
  });

  test.each(pages)(
    '$file has language, title, description, main landmark, skip link and canonical address',
    ({ file }) => {
      const source = readBuilt(file);
      const { language, title, canonical, ids } = readPageFacts(source);
      expect(['zh-Hans', 'en']).toContain(language);
      expect(title).not.toBe('');
      expect(source).toMatch(/<meta name="description" content="[^"]+"/);
      expect(canonical).toMatch(/^https:\/\//);
      expect(ids).toContain('main');
      // What other sites frame begins with its matter: there is nothing to skip.
      if (!file.startsWith('embed/')) expect(source).toMatch(/<a class="skip-link" href="#main"/);
      expect(source).toMatch(/<main[ >]/);
    },
  );

  test.each(pages)('$file has one style sheet', ({ file }) => {
    expect(readBuilt(file).match(/<link rel="stylesheet"/g)).toHaveLength(1);
  });

  // A text that is there in Chinese only can be cited in Chinese only.
  test.each(pages.filter(({ path }) => path.startsWith('zh/') && path !== 'zh/replies/2004-5-2-s9/cite/'))(
    '$file has an English twin, and x-default is Chinese',
    ({ file }) => {
      const { alternates, canonical } = readPageFacts(readBuilt(file));
      expect([...alternates.keys()]).toEqual(['zh-Hans', 'en', 'x-default']);
      expect(alternates.get('x-default')).toBe(canonical);
    },
  );
});

test('the site holds no source, map, link to a machine, or other leftover', () => {
  const odd = /(?:\.(?:map|mdx?|astro|ts|ya?ml|DS_Store|log)|\.html\.[a-z]+)$/;
  expect(builtFiles().filter((file) => odd.test(file) && !file.endsWith('.md'))).toEqual([]);
  const machine = /\/(?:tmp|home|work|root|Users)\/[a-z]/;
  const texts = builtFiles().filter((file) => /\.(?:html|css|js|json|xml|svg|csv|txt)$/.test(file));
  expect(texts.filter((file) => machine.test(readBuilt(file)))).toEqual([]);
});
