import { words } from '../words.ts';

const zh = {
  name: (issuer: string) => `${issuer}答复公开`,
  description: (issuer: string) => `${issuer}公开答复的全文和其中写明的数据。`,
  kinds: { suggestion: '人大代表建议', proposal: '政协提案' },
  about: {
    title: '关于本站',
    description: '本站收录哪些答复，怎样使用。',
    heading: '本站是什么',
    text: '本站收录已公开的答复全文和其中写明的数据。正文照公开文本转录，一字不改；本站所加的说明另行标明。',
  },
};

const en: typeof zh = {
  name: (issuer) => `Replies of the ${issuer}`,
  description: (issuer) => `The published replies of the ${issuer} and the figures they state.`,
  kinds: { suggestion: 'Suggestion by people’s congress deputies', proposal: 'CPPCC proposal' },
  about: {
    title: 'About this site',
    description: 'Which replies this site has, and how to use it.',
    heading: 'What this site is',
    text: 'This site gives published replies in full, and the figures that they state. The text is transcribed without a change; what the site adds is marked as such.',
  },
};

/** What `dafu init` writes into the content of a new site, whose editors change it. */
export const newSiteWords = words('newSite', { zh, en });
