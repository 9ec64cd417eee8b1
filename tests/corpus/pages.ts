import { stringify } from 'yaml';
import type { Bilingual } from '../../src/errors.ts';
import type { Locale } from '../../src/model/locale.ts';

interface PageText {
  readonly folder: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly body: Bilingual;
}

const FICTIONAL: Bilingual = {
  zh: '本站的答复由程序按固定种子生成，机关、人物、地名和数据均为虚构。',
  en: 'The replies on this site were written by a program from a fixed seed. The bureau, people, places and figures are fictional.',
};

const page = (slug: string, title: Bilingual): PageText => ({
  folder: `pages/${slug}`,
  title,
  description: FICTIONAL,
  body: { zh: `## ${title.zh}\n\n${FICTIONAL.zh}`, en: `## ${title.en}\n\n${FICTIONAL.en}` },
});

const PAGES: readonly PageText[] = [
  page('about', { zh: '关于本站', en: 'About this site' }),
  page('cite', { zh: '怎样引用', en: 'How to cite' }),
  page('accessibility', { zh: '无障碍声明', en: 'Accessibility statement' }),
];

/** The pages of a corpus that are not replies. */
export function* corpusPages(languages: readonly Locale[]): Generator<{ path: string; text: string }> {
  for (const { folder, title, description, body } of PAGES) {
    for (const locale of languages) {
      const front = stringify({ title: title[locale], description: description[locale] }, { lineWidth: 0 });
      yield { path: `content/${folder}/${locale}.mdx`, text: `---\n${front}---\n\n${body[locale]}\n` };
    }
  }
}
