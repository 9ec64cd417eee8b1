import { expect, test } from 'vitest';
import { dropSpaceBetweenBlocks } from '../../src/build/one-style-sheet.ts';

test.each([
  [
    '<head> <meta charset="utf-8"> <title>t</title> </head> <body> <p>',
    '<head><meta charset="utf-8"><title>t</title></head><body><p>',
  ],
  [
    '<div class="a b"> <p>One <em>two</em> <b>three</b></p> </div>',
    '<div class="a b"><p>One <em>two</em> <b>three</b></p></div>',
  ],
  ['<a>one</a> <a>two</a>', '<a>one</a> <a>two</a>'],
  ['<li>one</li> <li>two</li>', '<li>one</li> <li>two</li>'],
  ['<p>a </p><pre> x </pre>', '<p>a </p><pre> x </pre>'],
  ['<picture> <source> </picture>', '<picture> <source> </picture>'],
])('%s', (html, expected) => {
  expect(dropSpaceBetweenBlocks(html)).toBe(expected);
});
