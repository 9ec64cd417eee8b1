import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/language/formats.ts';
import { needsReply, read, recordOf, SOURCE, textOf } from './reply-578.ts';

/** White space and the Markdown marks of headings and rules gone: what is left are the document's characters. */
const characters = (markdown: string): string => markdown.replace(/^#{1,6} |^---$/gm, '').replace(/\s/gu, '');

const texts = () => textOf('zh').blocks.map(({ text }) => text);
const printedLines = () => {
  const { signers, contact } = recordOf();
  return [...signers, ...contact].map(({ label, value }) => `${label}：${value}`);
};

describe('the transcription of reply [2025] 578', () => {
  needsReply();

  it('is the source character for character, head and foot from the record', () => {
    const { issuer, number, title, date, disclosure } = recordOf();
    const head = [...issuer, number, title];
    const foot = [...printedLines(), ...issuer, formatDay(date, 'zh'), `(${disclosure})`];
    expect(characters([...head, ...texts(), ...foot].join(''))).toBe(characters(read(SOURCE)));
  });

  it('holds no white space that scanning put in', () => {
    expect(texts().filter((text) => /\s/u.test(text))).toEqual([]);
  });

  it('joins the paragraphs that page breaks split: every paragraph ends as a sentence does', () => {
    const paragraphs = textOf('zh').blocks.filter(({ kind }) => kind !== 'heading');
    expect(paragraphs.filter(({ text }) => !/[。：]$/u.test(text))).toEqual([]);
  });

  it('leaves the person in charge blank, as the source does', () => {
    expect(recordOf().signers[0]).toEqual({ label: '负责人', value: '' });
  });

  it('names its doubtful readings, in words that the document has', () => {
    const { number, transcription } = recordOf();
    const whole = [number, ...texts(), ...printedLines()].join('\n');
    const doubts = (transcription?.doubts ?? []).map(({ text }) => text);
    expect(doubts).toEqual(expect.arrayContaining(['越亮', number]));
    expect(doubts.filter((text) => !whole.includes(text))).toEqual([]);
  });

  it('answers a suggestion in the words of its own title', () => {
    const { title, answers } = recordOf();
    const [answered] = answers;
    expect(title).toContain(`${answered.meeting}${answered.number}`);
    expect(title).toContain(answered.session);
    expect(texts().join('\n')).toContain(`《${answered.title}》`);
  });
});
