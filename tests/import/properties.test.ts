import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SiteError } from '../../src/errors.ts';
import { decodeText } from '../../src/import/decode.ts';
import { readSource } from '../../src/import/read-source.ts';
import { visibleCharacters } from '../../src/import/source.ts';
import { readPlainText } from '../../src/import/text-source.ts';
import { bodyOf, ISSUER, importMarkdown, importSource, letter } from './letters.ts';
import { docx, paragraph } from './word.ts';

const SEED = 578;
const runs = (numRuns: number) => ({ seed: SEED, numRuns });

/** Text as letters have it, with all that Markdown, MDX and HTML take for marks. */
const sentence = fc
  .array(
    fc.constantFrom(
      ...'样例市答复工作，。；：“”《》（）〔〕一二三四五六0123456789%％~*_`#<>{}[]()|\\&!+-=$^"\'/@.:',
      '万亩',
      '约',
      ' ',
      '&amp;',
      'http://a.b/c',
      'a@b.cn',
      '1. ',
      '- ',
      '[^1]',
      '[^1]: ',
      '~~',
      '**',
      '<!--',
      '{/*',
      'import x',
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');

/** What an import gives, or the SiteError with which it stopped; anything else fails the test. */
async function outcome<Result>(act: () => Result | Promise<Result>): Promise<Result | SiteError> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof SiteError) return error;
    throw error;
  }
}

const withoutKinds = (blocks: readonly string[]) =>
  visibleCharacters(blocks.map((block) => block.replace(/^\S+ /u, '')).join(''));

describe('whatever a text holds', () => {
  it('its paragraphs are published as they stand', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (sentences) => {
        const body = sentences.map((text) => `答${text}。`);
        const reply = importSource(readPlainText(letter(body.join('\n\n'))));
        expect(withoutKinds(bodyOf(reply))).toBe(visibleCharacters(`尊敬的某某代表：${body.join('')}`));
      }),
      runs(150),
    );
  });

  it('Markdown is imported whole or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 6 }), async (sentences) => {
        await outcome(() => importMarkdown(letter(sentences.join('\n\n'))));
      }),
      runs(150),
    );
  });

  it('a Word document is published as it stands', async () => {
    const head = [ISSUER, '〔2031〕7号', '关于有关问题的答复', '某某代表：'];
    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 4 }), async (sentences) => {
        const body = sentences.map((text) => `答${text}。`);
        const source = await readSource(docx([...head, ...body].map((text) => paragraph(text)).join('')), 'a.docx');
        expect(withoutKinds(bodyOf(importSource(source)))).toBe(visibleCharacters(`某某代表：${body.join('')}`));
      }),
      runs(60),
    );
  });
});

describe('whatever bytes a file has', () => {
  it.each(['a.txt', 'a.md', 'a.docx'])('%s is read or refused, and nothing else happens', async (file) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await outcome(async () => importSource(await readSource(bytes, file)));
      }),
      runs(200),
    );
  });

  it('a .docx with bytes changed is read or refused', async () => {
    const whole = docx(paragraph('样例'));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const changed = whole.slice();
        changed[at] = byte;
        await outcome(async () => importSource(await readSource(changed, 'a.docx')));
      }),
      runs(150),
    );
  });

  it('decoded text accounts for every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: kept, changes } = decodeText(new TextEncoder().encode(text), 'a.txt');
        const removed = changes.map((change) => change.removed).join('');
        const sorted = (value: string) => Array.from(visibleCharacters(value)).sort().join('');
        expect(sorted(kept + removed)).toBe(sorted(text.replaceAll('\u0085', '').toWellFormed()));
      }),
      runs(500),
    );
  });
});
