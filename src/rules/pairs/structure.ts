import type { Finding } from '../../errors.ts';
import { type Block, blockPlace } from '../../model/block.ts';
import { PLACE, REFERENCE } from '../../model/reply.ts';
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
    en: 'Chinese left in the English text is what still has to be translated.',
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

/** The first pair of blocks that does not match, with both places; none where the two texts go together. */
export function pairFindings(
  zh: { readonly path: string; readonly facts: DocumentFacts },
  en: { readonly path: string; readonly facts: DocumentFacts },
): Finding[] {
  const length = Math.max(zh.facts.blocks.length, en.facts.blocks.length);
  const at = Array.from({ length }, (_, index) => index).find(
    (index) => !alike(zh.facts.blocks[index], en.facts.blocks[index]),
  );
  if (at === undefined) return [];
  const [one, other] = [zh.facts.blocks[at], en.facts.blocks[at]];
  const lastLine = (blocks: readonly Block[]) => blocks.at(-1)?.line ?? 1;
  const zhLine = one?.line ?? lastLine(zh.facts.blocks);
  const enLine = other?.line ?? lastLine(en.facts.blocks);
  return [
    found(
      PAIR_BROKEN,
      { file: en.path, line: enLine, column: 1 },
      {
        zh: `从这里起中英文对不上：中文（${zh.path}:${zhLine}）是${named(one).zh}，英文（第 ${enLine} 行）是${named(other).zh}`,
        en: `from here on the languages do not pair: Chinese (${zh.path}:${zhLine}) has ${named(one).en}, English (line ${enLine}) ${named(other).en}`,
      },
      {
        zh: `请看这两处之前有没有漏译、多译或合并的段落；中文共 ${zh.facts.blocks.length} 段，英文共 ${en.facts.blocks.length} 段（含标题）`,
        en: `look for a paragraph left out, added or joined before these places; Chinese has ${zh.facts.blocks.length} blocks, English ${en.facts.blocks.length}, headings included`,
      },
    ),
  ];
}

/** English blocks that are still mostly Chinese. */
export function untranslatedFindings({
  path,
  facts,
}: {
  readonly path: string;
  readonly facts: DocumentFacts;
}): Finding[] {
  return facts.blocks.flatMap(({ text, line }): Finding[] => {
    const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
    const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
    if (han < 4 || han * 4 < latin) return [];
    if (text.startsWith(REFERENCE))
      return [
        found(
          UNTRANSLATED,
          { file: path, line, column: 1 },
          { zh: '这里还留着供对照的中文', en: 'the Chinese that was put here for reference is still there' },
          {
            zh: '译好下面一段后，删去“> 【原文…】”这一行',
            en: 'translate the block below it, then delete the line that begins with > 【原文',
          },
        ),
      ];
    if (text === PLACE)
      return [
        found(
          UNTRANSLATED,
          { file: path, line, column: 1 },
          { zh: '这一段还没有译', en: 'this block is not translated yet' },
          { zh: '请把这一行换成英文', en: 'put the English in the place of this line' },
        ),
      ];
    return [
      found(
        UNTRANSLATED,
        { file: path, line, column: 1 },
        {
          zh: `英文稿这一段还是中文：“${text.slice(0, 18)}…”`,
          en: `this block of the English text is still Chinese: “${text.slice(0, 18)}…”`,
        },
        {
          zh: '请译成英文；对照用的中文译完后删去',
          en: 'translate it, and delete the Chinese that was kept for reference',
        },
      ),
    ];
  });
}
