import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { DomUtils, parseDocument } from 'htmlparser2';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { copyOfBureau } from '../dafu.ts';
import { pagesIn, templatesOf } from '../dist/built-pages.ts';
import { startBuilt } from '../start-site.ts';
import { useBrowser } from './open.ts';
import { readPrinted } from './printed-sheets.ts';

/** The made-up bureau below a path of a portal, which puts its own header and footer around each page. */
const BASE = '/gongkai/dafu/';
const root = copyOfBureau();
const settings = join(root, 'content/site.yaml');
writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^base: \/$/m, `base: ${BASE}\nframe: none`));
// The build ends with the audit: a link that leads out of the path, or nowhere, fails it.
const site = await startBuilt(root);
afterAll(() => site.stop());

const dist = join(root, 'dist');
// What other sites frame, and pages that only lead on, have no header in the first place.
const pages = pagesIn(dist).filter(({ template }) => template !== 'none');
/** What is around a page is the same on all: some that are laid out in different ways stand for the others. */
const FRAMED: ReadonlySet<string> = new Set(['home', 'reply', 'search', 'bureau', 'not-found']);
const templates = templatesOf(pages).filter(({ template }) => FRAMED.has(template));
const open = useBrowser();
const documentOf = (file: string) => parseDocument(readFileSync(join(dist, file), 'utf8'));
const bodyOf = (file: string) => DomUtils.getElementsByTagName('body', documentOf(file))[0]?.children ?? [];

describe('a site in the frame of a portal', () => {
  test('has pages, and each begins and ends with a place for the portal', () => {
    expect(pages.length).toBeGreaterThan(50);
    const wrong = pages.filter(({ file }) => {
      const ids = bodyOf(file).flatMap((node) =>
        'attribs' in node ? [node.attribs['id'] ?? node.attribs['class']] : [],
      );
      return ids.filter((id) => id !== 'skip-link')[0] !== 'portal-header' || ids.at(-1) !== 'portal-footer';
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test('has no header or footer of its own', () => {
    const own = pages.filter(({ file }) =>
      bodyOf(file).some((node) => 'name' in node && ['header', 'footer'].includes(node.name)),
    );
    expect(own.map(({ file }) => file)).toEqual([]);
  });

  test('says on each page that it is a demonstration, and leads to search and to the other language', () => {
    // The page of components is of a made-up site of its own.
    const lacking = pages.filter(({ file, language, template }) => {
      if (template === 'style') return false;
      const top = bodyOf(file).filter((node) => !('name' in node) || node.name !== 'main');
      const hrefs = DomUtils.getElementsByTagName('a', top).map(({ attribs }) => attribs['href'] ?? '');
      const locale = language === 'en' ? 'en' : 'zh';
      const text = DomUtils.textContent(top);
      const demonstrates = /本站为演示|This site is a demonstration/.test(text);
      // The cover has nothing in one language only around it: its doors lead on.
      if (template === 'cover') return !demonstrates;
      // A letter side by side leads to itself with its frame in the other language.
      const other = template === 'bilingual' ? 'bilingual' : locale === 'en' ? 'zh' : 'en';
      return !(
        demonstrates &&
        hrefs.includes(`${BASE}${locale}/search/`) &&
        hrefs.some((href) => href.startsWith(`${BASE}${other}/`))
      );
    });
    expect(lacking.map(({ file }) => file)).toEqual([]);
  });

  test('keeps every address of its pages below the path', () => {
    const astray = pages.flatMap(({ file }) =>
      DomUtils.findAll(() => true, documentOf(file).children).flatMap(({ attribs }) =>
        [attribs['href'], attribs['src'], attribs['action']].filter(
          (address) => address?.startsWith('/') === true && !address.startsWith(BASE),
        ),
      ),
    );
    expect(astray).toEqual([]);
  });
});

describe.each([320, 1440])('in the frame of a portal at %i px', (width) => {
  test.each(templates)('nothing is found against $template in $language (/$path)', async ({ path }) => {
    await using shown = await open(path, { address: site.address, width });
    const { violations } = await new AxeBuilder({ page: shown.page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
    expect(await shown.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(shown.complaints).toEqual([]);
  });
});

test('a reply in the frame of a portal is printed as everywhere, whatever the portal puts around it', async () => {
  const printed = async (address: string) => {
    await using shown = await open('zh/replies/2025-86/', { address, bypassCSP: true });
    await shown.page.evaluate(() => {
      for (const place of document.querySelectorAll('#portal-header, #portal-footer')) place.textContent = '门户';
    });
    const { sheets } = await readPrinted(await shown.page.pdf({ preferCSSPageSize: true }));
    // The line at the end has the page's own address.
    return sheets.map(({ lines }) => lines.map(({ text }) => text).filter((text) => !text.includes('://')));
  };
  expect(await printed(site.address)).toEqual(await printed(inject('address')));
});
