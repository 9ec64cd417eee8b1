import { stringify } from 'yaml';
import type { Languages } from '../../model/locale.ts';

/** What a new site is told of its bureau; nothing else is known, and nothing is invented. */
export interface NewSite {
  readonly issuer: string;
  /** Given where the site is to be in both languages. */
  readonly issuerEn: string | undefined;
  readonly address: string | undefined;
}

/** The languages of a new site. */
export const languagesOf = ({ issuerEn }: NewSite): Languages => (issuerEn === undefined ? ['zh'] : ['zh', 'en']);

/** A file of a new site: its path below the root, and its text. */
export type NewFile = readonly [path: string, text: string];

const ABOUT = {
  zh: '---\ntitle: 关于本站\ndescription: 本站收录哪些答复，怎样使用。\norder: 1\n---\n\n## 本站是什么\n\n本站收录已公开的答复全文和其中写明的数据。正文照公开文本转录，一字不改；本站所加的说明另行标明。\n',
  en: '---\ntitle: About this site\ndescription: Which replies this site has, and how to use it.\norder: 1\n---\n\n## What this site is\n\nThis site gives published replies in full, and the figures that they state. The text is transcribed without a change; what the site adds is marked as such.\n',
} as const;

const HEADER =
  '# 本站的基本信息。单位尚未提供的（网站标识码、备案号等）一律不写。\n# The bureau and its site. What the bureau has not given is left out.\n';

/** What commands write beside the content, and no commit holds. */
const WRITTEN = '/node_modules/\n/.dafu/\n/dist\n/releases/\n/pdf/\n/proofs/\n.*.made\n';

/** The files of a new, empty, working site: settings, a glossary without terms, and a page that says what the site is. */
export function newSiteFiles(given: NewSite): NewFile[] {
  const { issuer, issuerEn, address } = given;
  const bilingual = issuerEn !== undefined;
  const english = issuerEn ?? issuer;
  const site = {
    address: address ?? 'https://dafu.example',
    base: '/',
    official: false,
    languages: languagesOf(given),
    issuer: { zh: issuer, en: english },
    name: { zh: `${issuer}答复公开`, en: `Replies of the ${english}` },
    description: {
      zh: `${issuer}公开答复的全文和其中写明的数据。`,
      en: `The published replies of the ${english} and the figures they state.`,
    },
    answeredKinds: [
      { id: 'suggestion', label: { zh: '人大代表建议', en: 'Suggestion by people’s congress deputies' } },
      { id: 'proposal', label: { zh: '政协提案', en: 'CPPCC proposal' } },
    ],
  };
  return [
    ['.gitignore', WRITTEN],
    ['content/site.yaml', HEADER + stringify(site)],
    ['content/glossary.yaml', 'terms: []\n'],
    ['content/pages/about/zh.mdx', ABOUT.zh],
    ...(bilingual ? [['content/pages/about/en.mdx', ABOUT.en] as const] : []),
  ];
}
