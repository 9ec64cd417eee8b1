import type { Finding } from '../errors.ts';
import { placer } from '../model/source-file.ts';
import { misplacedPosts, slipsIn, type WordList } from '../model/word-list.ts';
import { body, file, found, rule } from '../rule.ts';
import { on, pass } from './checks.ts';

const LIST = file(
  'content/words.yaml',
  `words:
  - { right: 张店村, wrong: [章店村], note: 行政村 }
people:
  - { name: 王某某, posts: [虚构县副县长] }
`,
);

export const SLIP = rule('word-list-slip', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '地名、机构名和常错的词，单位自己列在 content/words.yaml 里；写成别的样子就提醒，不改动。',
    en: 'The bureau lists names of places and bodies, and common slips, in content/words.yaml: what is written otherwise is pointed out, and never changed.',
  },
  examples: {
    bad: [...LIST, ...body('章店村的机井已全部修复。')],
    good: [...LIST, ...body('张店村的机井已全部修复。')],
  },
});

export const POST = rule('word-list-post', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '领导的姓名和职务最怕写错；与 content/words.yaml 里的不一致就提醒，不改动。',
    en: 'Nothing is worse than a wrong post beside a name: what differs from content/words.yaml is pointed out, and never changed.',
  },
  examples: {
    bad: [...LIST, ...body('县长王某某已到现场查看机井。')],
    good: [...LIST, ...body('副县长王某某已到现场查看机井。')],
  },
});

/** What the record of a letter says that its words are held to: its day, and the readings that it lists as doubtful. */
export interface LetterOfList {
  readonly day: string | undefined;
  readonly doubts: readonly string[];
}

/** What a document's file has that the bureau's list says is wrong, but for what the letter's record lists as doubtful. */
export function wordListFindings(
  text: string,
  path: string,
  list: WordList,
  { day, doubts }: LetterOfList = { day: undefined, doubts: [] },
): Finding[] {
  const isDoubted = (words: string) => doubts.some((doubt) => doubt.includes(words));
  const place = placer(text, path);
  return [
    ...slipsIn(text, list)
      .filter(({ wrong }) => !isDoubted(wrong))
      .map(({ index, wrong, right, note }) =>
        found(
          SLIP,
          place(index),
          {
            zh: `“${wrong}”：单位的词表里是“${right}”${note === undefined ? '' : `（${note}）`}`,
            en: `“${wrong}”: the bureau’s list has “${right}”${note === undefined ? '' : ` (${note})`}`,
          },
          {
            zh: '请对照原件：原件也是这样的，照原件不动，写进存疑（doubts）或在 waivers 里写明；抄错的请改正',
            en: 'compare with the original: where it is so there, leave it, and list it under doubts or waivers; correct a slip of copying',
          },
        ),
      ),
    ...misplacedPosts(text, list, day)
      .filter(({ name }) => !isDoubted(name))
      .map(({ index, name, post, posts }) =>
        found(
          POST,
          place(index),
          {
            zh: `“${name}”旁边是“${post}”，单位的词表里${posts.length === 0 ? '当时没有职务' : `是“${posts.join('、')}”`}`,
            en: `“${post}” beside “${name}”: the bureau’s list has ${posts.length === 0 ? 'no post then' : `“${posts.join(', ')}”`}`,
          },
          {
            zh: '请对照原件核对姓名和职务；词表旧了的，在 content/words.yaml 里补上（from、to 写任职的起止）',
            en: 'compare name and post with the original; where the list is old, add to content/words.yaml (from and to are the days of the post)',
          },
        ),
      ),
  ];
}

export const LISTED_WORDS = pass({
  finds: [SLIP, POST],
  because: 'what the list says of a document is kept between runs as one',
  check: on('site', ({ documents, words, remember }) => {
    if (words === undefined) return [];
    const letters = new Map(
      documents.flatMap(({ facts: { id, frontMatter } }): [string, LetterOfList][] => {
        if (frontMatter?.kind !== 'record') return [];
        const { date: day, transcription } = frontMatter.value;
        return [[id, { day, doubts: (transcription?.doubts ?? []).map(({ text }) => text) }]];
      }),
    );
    return documents.flatMap(({ path, facts: { id }, text }) => {
      const letter = letters.get(id);
      const about = `words ${JSON.stringify([words, letter])}`;
      return remember(about, [path], () => wordListFindings(text(), path, words, letter));
    });
  }),
});
