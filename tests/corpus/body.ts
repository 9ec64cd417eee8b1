import type { Bilingual } from '../../src/errors.ts';
import { blockLength, type CorpusBlock } from './blocks.ts';
import { personName, placeName } from './names.ts';
import { compilePatterns, fill, type Subject } from './phrases.ts';
import { quantity } from './quantities.ts';
import type { Random } from './random.ts';
import { CLOSINGS, HEADINGS, LIST_ITEMS, OPENINGS, SENTENCES } from './words/sentences.ts';

const sentences = compilePatterns(SENTENCES);
const headings = compilePatterns(HEADINGS);
const openings = compilePatterns(OPENINGS);
const closings = compilePatterns(CLOSINGS);
const listItems = compilePatterns(LIST_ITEMS);

const SHORTEST = 380;
const LONGEST = 5500;
const CHINESE_DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const ENGLISH_ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];

/** What a reply's body begins with, and what it must state. */
export interface BodyFrame {
  readonly addressee: Bilingual;
  /** Names for the opening sentence: `kind` and `title`. */
  readonly opening: Readonly<Record<string, Bilingual>>;
  /** A paragraph that a dataset quotes. */
  readonly figures: Bilingual | undefined;
}

/** A length in Chinese characters: log-normal; with what passages overshoot, texts of 300 to 6,000, about 2,000 on average. */
export function drawLength(random: Random): number {
  const uniform = () => random.integer(1, 1_000_000) / 1_000_001;
  const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return Math.round(Math.min(LONGEST, Math.max(SHORTEST, 1700 * Math.exp(0.62 * normal))));
}

const join = (parts: readonly Bilingual[]): Bilingual => ({
  zh: parts.map(({ zh }) => zh).join(''),
  en: parts.map(({ en }) => en).join(' '),
});

function paragraph(random: Random, subject: Subject, lead?: Bilingual): CorpusBlock {
  const count = random.integer(2, 5);
  const said = Array.from({ length: count }, () => fill(sentences, random, subject));
  return { kind: 'paragraph', text: join(lead ? [lead, ...said] : said) };
}

/** 一是…… 二是…… : paragraphs that count themselves. */
function enumeration(random: Random, subject: Subject): CorpusBlock[] {
  return Array.from({ length: random.integer(2, 4) }, (_, index) => {
    const lead = fill(listItems, random, subject);
    return paragraph(random, subject, {
      zh: `${CHINESE_DIGITS[index]}是${lead.zh.replace(/；$/, '。')}`,
      en: `${ENGLISH_ORDINALS[index]}, ${lead.en.charAt(0).toLowerCase()}${lead.en.slice(1).replace(/;$/, '.')}`,
    });
  });
}

function list(random: Random, subject: Subject): CorpusBlock {
  return {
    kind: 'list',
    items: Array.from({ length: random.integer(3, 6) }, () => fill(listItems, random, subject)),
  };
}

const TABLE_HEAD: readonly Bilingual[] = [
  { zh: '地点', en: 'Place' },
  { zh: '数量', en: 'Quantity' },
  { zh: '年份', en: 'Year' },
  { zh: '责任人', en: 'Person in charge' },
];

function table(random: Random, subject: Subject): CorpusBlock {
  const row = (): Bilingual[] => {
    const year = String(subject.year - random.integer(0, 3));
    return [placeName(random), quantity(random), { zh: year, en: year }, personName(random)];
  };
  return { kind: 'table', rows: [TABLE_HEAD, ...Array.from({ length: random.integer(3, 8) }, row)] };
}

/** About `length` Chinese characters of text under one heading. */
function passage(random: Random, subject: Subject, length: number): CorpusBlock[] {
  const blocks: CorpusBlock[] = [];
  let written = 0;
  while (written < length) {
    const chance = random.integer(1, 100);
    const more =
      chance <= 8
        ? [list(random, subject)]
        : chance <= 12
          ? [table(random, subject)]
          : chance <= 22 && length - written > 400
            ? enumeration(random, subject)
            : [paragraph(random, subject)];
    blocks.push(...more);
    written += more.reduce((sum, block) => sum + blockLength(block, 'zh'), 0);
  }
  return blocks;
}

const numbered = (text: Bilingual, depth: 1 | 2, index: number): CorpusBlock => ({
  kind: 'heading',
  depth,
  text:
    depth === 1
      ? { zh: `${CHINESE_DIGITS[index]}、${text.zh}`, en: `${index + 1}. ${text.en}` }
      : { zh: `（${CHINESE_DIGITS[index]}）${text.zh}`, en: `(${index + 1}) ${text.en}` },
});

/** A part under a 一、 heading, cut into （一） parts where it is long. */
function section(random: Random, subject: Subject, index: number, length: number): CorpusBlock[] {
  const head = numbered(fill(headings, random, subject), 1, index);
  const parts = length > 700 && random.chance(70) ? random.integer(2, 3) : 1;
  if (parts === 1) return [head, ...passage(random, subject, length)];
  const inner = Array.from({ length: parts }, (_, part) => [
    numbered(fill(headings, random, subject), 2, part),
    ...passage(random, subject, Math.round(length / parts)),
  ]);
  return [head, ...inner.flat()];
}

/** The body of a made-up reply of about `length` Chinese characters. */
export function replyBody(random: Random, subject: Subject, frame: BodyFrame, length: number): CorpusBlock[] {
  const said = (text: Bilingual): CorpusBlock => ({ kind: 'paragraph', text });
  const before = [said(frame.addressee), said(fill(openings, random, subject, frame.opening))];
  const after = [...(frame.figures ? [said(frame.figures)] : []), said(fill(closings, random, subject))];
  // A passage overshoots by half a paragraph on average.
  const rest = length - [...before, ...after].reduce((sum, block) => sum + blockLength(block, 'zh'), 0) - 60;
  if (length < 700) return [...before, ...passage(random, subject, rest), ...after];
  const sections = Math.min(random.integer(2, 5), Math.ceil(length / 350));
  const middle = Array.from({ length: sections }, (_, index) =>
    section(random, subject, index, Math.round(rest / sections) - 60),
  );
  return [...before, ...middle.flat(), ...after];
}
