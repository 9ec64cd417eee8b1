import type { Finding } from '../errors.ts';
import { placesOf } from '../model/asked.ts';
import { isWhole } from '../model/readable-part.ts';
import { body, found, key, rule } from '../rule.ts';
import { on } from './checks.ts';
import type { SiteDocument } from './read-site.ts';

export const ANSWERED_UNNAMED = rule('answered-unnamed', {
  severity: 'error',
  why: {
    zh: '读者要能认出答复的是哪一件：建议、提案的编号和标题，原件写明哪样就写哪样，不能两样都没有。',
    en: 'Readers have to know what is answered: give the number or the title of the document, whichever the letter states.',
  },
  examples: {
    bad: key('answers: { kind: suggestion, body: 县人大 }'),
    good: key('answers: { kind: suggestion, body: 县人大, number: 第1号 }'),
  },
  check: on('document', unnamed),
});

export const GAP_UNSAID = rule('gap-unsaid', {
  severity: 'error',
  why: {
    zh: '正文里有不公开的地方，标题旁边就要写明是部分公开或摘要公开，否则读者会以为这是全文。',
    en: 'Where something is left out the page says so beside the title; otherwise readers take what is there for the whole.',
  },
  examples: {
    bad: body(
      '机井已修复。\n\n〔此处不公开：涉及个人信息〕',
      'The wells have been repaired.\n\n〔Not disclosed here: personal data〕',
    ),
    good: body(
      '机井已修复。\n\n〔此处不公开：涉及个人信息〕',
      'The wells have been repaired.\n\n〔Not disclosed here: personal data〕',
    ).concat(key('extent: 部分')),
  },
  check: on('document', unsaidGap),
});

export const POINT_QUOTE = rule('point-quote', {
  severity: 'error',
  why: {
    zh: '“所提问题”引的是建议、提案的原话：要与公开的原文一字不差，读者点开才到得了那一段。',
    en: 'A point quotes the words of the document that raises it: they have to be in the text that is published, or the link leads nowhere.',
  },
  examples: {
    bad: key(
      'answers: { kind: suggestion, body: 县人大, number: 第1号, title: 关于修复机井的建议, text: { words: 机井年久失修。, cleared: 提出人同意公开。 }, points: [{ point: { zh: 修井, en: Repairs }, quote: 机井失修, paragraphs: [p2] }] }',
    ),
    good: key(
      'answers: { kind: suggestion, body: 县人大, number: 第1号, title: 关于修复机井的建议, text: { words: 机井年久失修。, cleared: 提出人同意公开。 }, points: [{ point: { zh: 修井, en: Repairs }, quote: 年久失修, paragraphs: [p2] }] }',
    ),
  },
  check: on('document', misquoted),
});

function unnamed({ facts: { frontMatter }, keyPlace }: SiteDocument): Finding[] {
  if (frontMatter?.kind !== 'record') return [];
  return (frontMatter.value.answers ?? [])
    .filter(({ number, title }) => number === undefined && title === undefined)
    .map(() =>
      found(
        ANSWERED_UNNAMED,
        keyPlace('answers'),
        { zh: '没有写明答复的是哪一件', en: 'it is not said which document is answered' },
        {
          zh: '请照原件在 answers 里写 number（如 第42号）或 title（建议、提案的标题）',
          en: 'give number (such as 第42号) or title under answers, as the letter states it',
        },
      ),
    );
}

function unsaidGap({ path, facts: { frontMatter, blocks } }: SiteDocument): Finding[] {
  if (frontMatter?.kind !== 'record') return [];
  const { extent } = frontMatter.value;
  const gap = blocks.find(({ kind }) => kind === 'gap');
  const saysSo = extent === '部分' || extent === '摘要' || !isWhole(frontMatter, 'extent');
  if (gap === undefined || saysSo) return [];
  return [
    found(
      GAP_UNSAID,
      { file: path, line: gap.line, column: 1 },
      {
        zh: '这里有不公开的内容，字段 extent 却没有写明',
        en: 'something is left out here, and extent does not say so',
      },
      {
        zh: '请在字段区加一行“extent: 部分”（摘要写“extent: 摘要”）',
        en: 'add a line extent: 部分 (or 摘要 for a summary)',
      },
    ),
  ];
}

/** Points whose quote is not once in the words of the document; where only a file is published, nothing can be said. */
function misquoted({ facts: { frontMatter }, keyPlace }: SiteDocument): Finding[] {
  if (frontMatter?.kind !== 'record') return [];
  return (frontMatter.value.answers ?? []).flatMap(({ points, text }, index) =>
    points.flatMap(({ quote }): Finding[] => {
      if (quote === undefined || (text?.words === undefined && text?.file !== undefined)) return [];
      const places = placesOf(quote, text?.words, index);
      if (places.length === 1) return [];
      return [
        found(
          POINT_QUOTE,
          keyPlace('answers'),
          text === undefined
            ? {
                zh: `引了“${quote}”，建议、提案的原文却没有公开`,
                en: `“${quote}” is quoted, but the document is not published`,
              }
            : {
                zh: `建议、提案的原文里，“${quote}”出现了 ${places.length} 次，应是 1 次`,
                en: `“${quote}” is in the document ${places.length} times, not once`,
              },
          {
            zh: '请从 text 的 words 里复制，重复的多引几个字；原文不公开的，删去 quote',
            en: 'copy it from words under text, with more words where it is there twice; leave quote out where the document is not published',
          },
        ),
      ];
    }),
  );
}
