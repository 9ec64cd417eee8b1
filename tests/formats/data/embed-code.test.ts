import { expect, test } from 'vitest';
import { embedCode } from '../../../src/formats/data/embed-code.ts';

test('a frame of the width it stands in, with the title that screen readers say', () =>
  expect(embedCode({ address: 'https://dafu.example/embed/zh/lamps/', title: '路灯', height: 480 })).toBe(
    '<iframe src="https://dafu.example/embed/zh/lamps/" title="路灯" width="100%" height="480" loading="lazy" style="border:0"></iframe>',
  ));

test('a title with quotation marks stays one attribute', () =>
  expect(embedCode({ address: 'x', title: 'The "five" & more', height: 1 })).toContain(
    'title="The &quot;five&quot; &amp; more"',
  ));
