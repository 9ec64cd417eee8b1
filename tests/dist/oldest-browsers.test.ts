import { expect, test } from 'vitest';
import { asOldestBrowsersRead, newerInScript } from './oldest-browsers.ts';
import { builtFiles, readBuilt } from './site.ts';

/** Newer members that scripts call only where the browser has them, and what is called instead. */
const ASKED_FOR_FIRST: Readonly<Record<string, string>> = {
  '*.checkVisibility': 'marks of a search are set in what is hidden too',
  '*.showPopover': 'the search stands in the page, so that it is never hidden',
};

const scripts = builtFiles().filter((file) => file.endsWith('.js') && !file.startsWith('pagefind/'));
const sheets = builtFiles().filter((file) => file.endsWith('.css'));

test('there are scripts and style sheets to read', () => {
  expect(scripts.length).toBeGreaterThan(5);
  expect(sheets.length).toBeGreaterThan(5);
});

test.each(scripts)('%s runs in the oldest browsers that the site is styled for', (file) => {
  expect(newerInScript(readBuilt(file)).filter((name) => !(name in ASKED_FOR_FIRST))).toEqual([]);
});

test.each(sheets)('%s has nothing that the oldest browsers would misread rather than pass over', (file) => {
  expect(asOldestBrowsersRead(readBuilt(file)).misread).toEqual([]);
});

test.each([
  ['a newer value of a custom property', ':root{--ink:light-dark(#000,#fff)}', 1, ':root{}'],
  [
    'the same where it is asked for first',
    '@supports (color:light-dark(#000,#fff)){:root{--ink:light-dark(#000,#fff)}}',
    0,
    '',
  ],
  ['a list of selectors of which one is newer', '.a,.b:has(.c){color:red}', 1, ''],
  ['a forgiving list of which one is newer', '.a:is(.b,.c:has(.d)){color:red}', 0, '.a:is(.b){color:red}'],
  ['a query by ranges', '@media (width>=60em){p{color:red}}', 1, ''],
  ['a newer value beside an older', 'p{color:red;color:color-mix(in srgb,red,blue)}', 0, 'p{color:red}'],
  ['what holds in older browsers only', '@supports not selector(:popover-open){p{color:red}}', 0, 'p{color:red}'],
  ['a query of a container', 'p{container:page/inline-size}@container page (width>=60rem){p{color:red}}', 0, 'p{}'],
  ['a newer unit', 'p{margin:1px;inset:1cqi}', 0, 'p{margin:1px}'],
])('%s is read as the oldest browsers read it', (_what, css, misread, read) => {
  const reading = asOldestBrowsersRead(css);
  expect(reading.misread).toHaveLength(misread);
  expect(reading.css).toBe(read);
});

test.each([
  ['[1].toReversed()', ['*.toReversed']],
  ['URL.parse("")', ['URL.parse']],
  ['JSON.parse("")', []],
  ['[1].at(-1)', []],
  ['"".replace(/(?<=a)b/, "")', ['a pattern that looks behind']],
])('a script with %s is known for what it needs', (source, needs) => {
  expect(newerInScript(source)).toEqual(needs);
});
