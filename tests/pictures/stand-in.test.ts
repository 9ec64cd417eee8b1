import { expect, test } from 'vitest';
import { readGlyphs, STAND_IN } from '../../src/build/formats/cards/font.ts';
import { openOutliner } from '../../src/pictures/glyphs.ts';
import { drawnFindings } from '../../src/rules/drawn-characters.ts';

test.each([...'𠮷㙍䶮𬭚😀'])('a character that the fonts lack is drawn as a stand-in: %s', async (character) => {
  const outline = await openOutliner([character, '甲']);
  expect(outline(character, 20, 400)).toEqual(outline('〓', 20, 400));
  expect(outline(`甲${character}`, 20, 400)).not.toEqual(outline('甲', 20, 400));
  const glyphs = await readGlyphs(`${character}${STAND_IN}`);
  expect(glyphs.has(character)).toBe(false);
  expect(glyphs.get(STAND_IN)?.path).not.toBe('');
});

test('is named where a picture or a card would draw it, once, and nowhere else', () => {
  const rules = (text: string, kind: 'dataset' | 'front-matter') =>
    drawnFindings(text, 'x', kind).map(({ message }) => /“(.)”/u.exec(message.en)?.[1]);
  expect(rules('{"title":"𠮷村𠮷河","note":"㙍"}', 'dataset')).toEqual(['𠮷', '㙍']);
  expect(rules('title: 䶮村\nproposers: [𠮷某]\n', 'front-matter')).toEqual(['䶮']);
  expect(rules('{"title":"峪口村堃喆路"}', 'dataset')).toEqual([]);
});
