import type { Finding } from '../../errors.ts';
import { type Block, blockPlace } from '../../model/block.ts';
import { calledIn, type Locale, languageOf, lettersOf } from '../../model/locale.ts';
import { isPlace, REFERENCE } from '../../model/reply.ts';
import { body, found, rule, SAMPLE_REPLY, translationKey } from '../../rule.ts';
import type { DocumentFacts } from '../file-report.ts';

export const TWIN_MISSING = rule('twin-missing', {
  severity: 'error',
  why: {
    zh: '网站设了中英两种语言，报告和说明页都要有两个文件，否则有的读者会走到空白处；答复可以只有中文，site.yaml 写了 requireTranslation: true 的除外。中文稿任何时候都不能缺。',
    en: 'A site in two languages has reports and pages in both; otherwise some readers reach nothing. A reply may be in Chinese only, unless site.yaml says requireTranslation: true. The Chinese text may never be missing.',
  },
  examples: {
    bad: [
      {
        kind: 'words',
        path: 'content/site.yaml',
        instead: 'languages: [zh, en]',
        text: 'languages: [zh, en]\nrequireTranslation: true',
      },
      { kind: 'absent', path: `${SAMPLE_REPLY}/en.mdx`, text: 'zh.mdx ✓\nen.mdx ✗' },
    ],
    good: body('机井已全部修复。'),
  },
});

export const PAIR_BROKEN = rule('blocks-do-not-pair', {
  severity: 'error',
  why: {
    zh: '中英文逐段对应，段落号才相同；少一段，后面全部错位。',
    en: 'Paragraph n is paragraph n in both languages; one left out shifts all that follow.',
  },
  examples: {
    bad: body('机井已修复。\n\n井口已加盖。', 'The wells have been repaired and covered.'),
    good: body('机井已修复。\n\n井口已加盖。', 'The wells have been repaired.\n\nThey have been covered.'),
  },
});

export const ANSWERED_UNPAIRED = rule('answered-unpaired', {
  severity: 'error',
  why: {
    zh: '一函答复几件、几个人提出的，中英文按次序对应；少一个，后面全部张冠李戴。',
    en: 'Documents answered and their proposers pair in their order; one left out gives the next to the wrong one.',
  },
  examples: {
    bad: translationKey(
      'answers: [{ body: County People’s Congress, number: No. 1, title: Suggestion on Repairing Wells }, { number: No. 2 }]',
    ),
    good: translationKey(
      'answers: [{ body: County People’s Congress, number: No. 1, title: Suggestion on Repairing Wells }]',
    ),
  },
});

export const UNTRANSLATED = rule('untranslated', {
  severity: 'error',
  why: {
    zh: '英文稿里留着的中文，是还没有翻译完的地方。',
    en: 'Chinese left in the English text still has to be translated.',
  },
  examples: {
    bad: body('机井已全部修复。', '机井已全部修复。'),
    good: body('机井已全部修复。', 'All wells have been repaired.'),
  },
});

const KINDS: Readonly<Record<Block['kind'], { readonly zh: string; readonly en: string }>> = {
  addressee: { zh: '称谓', en: 'the addressee' },
  paragraph: { zh: '段落', en: 'a paragraph' },
  'list-item': { zh: '列表项', en: 'a list item' },
  table: { zh: '表格', en: 'a table' },
  heading: { zh: '标题', en: 'a heading' },
  gap: { zh: '不公开之处', en: 'a place that is not disclosed' },
};

const named = (block: Block | undefined) => {
  if (block === undefined) return { zh: '没有对应的段落（已到文末）', en: 'nothing: the text has ended' };
  const { zh, en } = KINDS[block.kind];
  const shown = block.text.length > 18 ? `${block.text.slice(0, 18)}…` : block.text;
  return {
    zh: `${block.depth ? `${block.depth} 级` : ''}${zh}“${shown}”`,
    en: `${en}${block.depth ? ` of level ${block.depth}` : ''} “${shown}”`,
  };
};

const alike = (one: Block | undefined, other: Block | undefined) => {
  const kind = (block: Block | undefined) => (block?.kind === 'addressee' ? 'paragraph' : block?.kind);
  const part = (block: Block | undefined) => block && blockPlace(block.id).part;
  return kind(one) === kind(other) && one?.depth === other?.depth && part(one) === part(other);
};

type Text = { readonly path: string; readonly facts: DocumentFacts };

/** The first pair of blocks that does not match, with both places; none where the two texts go together. */
export function pairFindings(original: Text, other: Text): Finding[] {
  const [blocks, twins] = [original.facts.blocks, other.facts.blocks];
  const length = Math.max(blocks.length, twins.length);
  const at = Array.from({ length }, (_, index) => index).find((index) => !alike(blocks[index], twins[index]));
  if (at === undefined) return [];
  const [one, two] = [blocks[at], twins[at]];
  const lastLine = (own: readonly Block[]) => own.at(-1)?.line ?? 1;
  const line = one?.line ?? lastLine(blocks);
  const twinLine = two?.line ?? lastLine(twins);
  const [first, second] = [calledIn(original.facts.locale), calledIn(other.facts.locale)];
  return [
    found(
      PAIR_BROKEN,
      { file: other.path, line: twinLine, column: 1 },
      {
        zh: `从这里起${first.zh}和${second.zh}对不上：${first.zh}（${original.path}:${line}）是${named(one).zh}，${second.zh}（第 ${twinLine} 行）是${named(two).zh}`,
        en: `from here on the languages do not pair: ${first.en} (${original.path}:${line}) has ${named(one).en}, ${second.en} (line ${twinLine}) ${named(two).en}`,
      },
      {
        zh: `请看这两处之前有没有漏译、多译或合并的段落；${first.zh}共 ${blocks.length} 段，${second.zh}共 ${twins.length} 段（含标题）`,
        en: `look for a paragraph left out, added or joined before these places; ${first.en} has ${blocks.length} blocks, ${second.en} ${twins.length}, headings included`,
      },
    ),
  ];
}

/** Blocks of a translation that are still mostly in the original's language, as far as their scripts tell the two apart. */
export function untranslatedFindings({ path, facts }: Text, original: Locale): Finding[] {
  const [one, two] = [calledIn(original), calledIn(facts.locale)];
  const [script, own] = [languageOf(original).script, languageOf(facts.locale).script];
  return facts.blocks.flatMap(({ text, line }): Finding[] => {
    const place = { file: path, line, column: 1 };
    if (text.startsWith(REFERENCE))
      return [
        found(
          UNTRANSLATED,
          place,
          {
            zh: `这里还留着供对照的${one.zh}`,
            en: `the ${one.en} that was put here for reference is still there`,
          },
          {
            zh: '译好下面一段后，删去“> 【原文…】”这一行',
            en: 'translate the block below it, then delete the line that begins with > 【原文',
          },
        ),
      ];
    if (isPlace(text))
      return [
        found(
          UNTRANSLATED,
          place,
          { zh: '这一段还没有译', en: 'this block is not translated yet' },
          { zh: `请把这一行换成${two.zh}`, en: `put the ${two.en} in the place of this line` },
        ),
      ];
    const foreign = lettersOf(text, original);
    if (script === own || foreign < 4 || foreign * 4 < lettersOf(text, facts.locale)) return [];
    return [
      found(
        UNTRANSLATED,
        place,
        {
          zh: `${two.zh}稿这一段还是${one.zh}：“${text.slice(0, 18)}…”`,
          en: `this block of the ${two.en} text is still ${one.en}: “${text.slice(0, 18)}…”`,
        },
        {
          zh: `请译成${two.zh}；对照用的${one.zh}译完后删去`,
          en: `translate it, and delete the ${one.en} that was kept for reference`,
        },
      ),
    ];
  });
}
