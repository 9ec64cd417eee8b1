import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/i18n/formats.ts';
import { read, replies, texts } from './content.ts';

const SOURCE = 'tests/published/source/2025-578.md';

/** White space and the Markdown marks of headings and rules gone: what is left are the document's characters. */
const characters = (markdown: string): string => markdown.replace(/^#{1,6} |^---$/gm, '').replace(/\s/gu, '');

describe('the transcription of reply [2025] 578', () => {
  const reply = replies().find(({ id }) => id === '2025-578');
  if (!reply) throw new Error('content/replies/2025-578 is not there');
  const { record } = reply.zh;
  const lines = [...record.signers, ...record.contact].map(({ label, value }) => `${label}：${value}`);

  it('is the source character for character, head and foot from the record', () => {
    const head = [record.issuer, record.number, record.title];
    const foot = [...lines, record.issuer, formatDay(record.date, 'zh'), `(${record.disclosure})`];
    const transcript = [...head, ...texts(reply, 'zh'), ...foot].join('');
    expect(characters(transcript)).toBe(characters(read(SOURCE)));
  });

  it('holds no white space that scanning put in', () => {
    expect(texts(reply, 'zh').filter((text) => /\s/u.test(text))).toEqual([]);
  });

  it('joins the paragraphs that page breaks split: every paragraph ends as a sentence does', () => {
    const paragraphs = reply.zh.text.blocks.filter(({ kind }) => kind !== 'heading');
    expect(paragraphs.filter(({ text }) => !/[。：]$/u.test(text))).toEqual([]);
  });

  it('leaves the person in charge blank, as the source does', () => {
    expect(record.signers[0]).toEqual({ label: '负责人', value: '' });
  });

  it('names its doubtful readings, in words that the document has', () => {
    const whole = [record.number, ...texts(reply, 'zh'), ...lines].join('\n');
    const doubts = record.transcription?.doubts ?? [];
    expect(doubts.map(({ text }) => text)).toContain('越亮');
    expect(doubts.map(({ text }) => text)).toContain(record.number);
    expect(doubts.filter(({ text }) => !whole.includes(text))).toEqual([]);
  });

  it('answers a suggestion in the words of its own title', () => {
    const [{ session, meeting, number, title }] = record.answers;
    expect(record.title).toContain(`${meeting}${number}`);
    expect(record.title).toContain(session);
    expect(texts(reply, 'zh').join('\n')).toContain(`《${title}》`);
  });
});
