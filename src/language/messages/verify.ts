import { blockPlace } from '../../model/block.ts';
import { words } from '../words.ts';
import { BLOCK_NAMES } from './blocks.ts';

const zh = {
  title: '核对引文',
  lead: '把看到的引文粘贴到下面，本页告诉您它是不是答复的原文。核对全部在您的浏览器里进行，粘贴的内容不会发送到任何地方。',
  label: '引文',
  button: '核对',
  noScript: '核对引文需要打开浏览器的 JavaScript。不打开也可以用检索页和各答复的全文自行对照。',
  fileTitle: '核对文件',
  fileLead: '选择下载过的文件，或者填写文件名、网址或 SHA-256 值，看它是不是本站现在公布的文件。文件不会上传。',
  fileLabel: '文件',
  nameLabel: '文件名、网址或 SHA-256',
  fileButton: '查对',
  loading: '正在载入答复全文……',
  failed: '没能载入答复全文，请检查网络后再试。',
  tooShort: '太短了：请粘贴四个字以上的引文。',
  tooLong: '本站答复里没有这样一整段文字。它太长，无法逐字比较：请分段粘贴，每段不超过两万字。',
  exact: '与原文一致',
  exactNote: {
    characters: '引文与下列答复逐字相同（空格、换行和引号、括号的样式不计）。',
    words: '引文与下列答复逐词相同（大小写、标点、空格和换行不计）。',
  },
  shortened: '与原文一致，但有省略',
  shortenedNote:
    '引文的各段与这件答复逐字相同，次序也相同。加框的字原文有，引文略去了：略去的字可能改变意思，请对照原文。',
  joined: '各段在原文里都有，但不是这样连在一起的',
  joinedNote: '引文各段分别见于下列各处，依引文里的次序列出；没有一件答复依次写有这些话。',
  earlier: '与早先公布的原文一致',
  earlierNote: (until: string) => `这些字句在${until}更正或撤回之前的文本里；现在的文本已经改动。`,
  earlierNow: '现在的文本是这样的。划去的字现在没有，加框的字是现在的。',
  altered: '与原文不同',
  alteredNote: '与引文最接近的原文如下。划去的字原文没有，加框的字原文有而引文没有。',
  none: '没有找到',
  noneNote: '本站公布的答复里没有这段文字，也没有与它相近的文字。这不说明它是假的，只说明它不在本站公布的答复里。',
  place: (number: string, paragraphs: string) => `${number}，${paragraphs}`,
  withdrawn: (day: string) => `（该答复已于${day}撤回）`,
  paragraph: (id: string) => (blockPlace(id).heading ? '标题' : BLOCK_NAMES.zh(id)),
  added: '引文多出',
  missing: '引文缺少',
  nothingAsked: '请选择文件，或者填写文件名、网址或 SHA-256。',
  filePublished: '是本站现在公布的文件，内容一致',
  fileIs: '本站现在公布这个文件',
  fileNamed: (sha256: string) => `它的 SHA-256：${sha256}`,
  fileUnknown: '没有找到',
  fileUnknownNote: '本站现在没有公布这样的文件。浏览器“另存为”的网页会被改动，请用网页上的下载链接。',
  fileChanged: '与本站现在公布的文件不同',
  fileChangedNote: (name: string) =>
    `本站公布了名为${name}的文件，但内容与此不同：可能已有新的版本，或者文件被改动过。`,
  hashIs: (sha256: string) => `所选文件的 SHA-256：${sha256}`,
};

const en: typeof zh = {
  title: 'Check a quotation',
  lead: 'Paste a quotation below, and this page says whether it is what the reply says. Everything is done in your browser: what you paste is sent nowhere.',
  label: 'Quotation',
  button: 'Check',
  noScript:
    'Checking quotations needs JavaScript. Without it, use the search page and the full text of each reply to compare.',
  fileTitle: 'Check a file',
  fileLead:
    'Choose a file that you downloaded, or give a file name, an address or a SHA-256, to see whether it is what this site publishes now. The file is not uploaded.',
  fileLabel: 'File',
  nameLabel: 'File name, address or SHA-256',
  fileButton: 'Look up',
  loading: 'Loading the texts of the replies…',
  failed: 'The texts of the replies could not be loaded. Check your connection and try again.',
  tooShort: 'Too short: paste four characters or more.',
  tooLong:
    'No reply has all of this word for word. It is too long to compare: paste it in parts of up to 20,000 characters.',
  exact: 'Exact',
  exactNote: {
    characters:
      'The quotation is what these replies say, character for character (spaces, line breaks and the kind of quotes and brackets aside).',
    words:
      'The quotation is what these replies say, word for word (capitals, punctuation, spaces and line breaks aside).',
  },
  shortened: 'Exact, with words left out',
  shortenedNote:
    'Each piece of the quotation is what this reply says, in its order. Framed: what the reply says in place of the ellipsis. Words left out may change the sense: compare the reply.',
  joined: 'Each piece is in a reply, but not together like this',
  joinedNote:
    'The pieces of the quotation are in these places, in the order of the quotation. No reply says them one after another.',
  earlier: 'Exact in an earlier version',
  earlierNote: (until) =>
    `These words stood in the text until it was corrected or withdrawn on ${until}; it reads differently now.`,
  earlierNow: 'It now reads as follows. Struck out: no longer there. Framed: what it says now.',
  altered: 'Altered',
  alteredNote:
    'The nearest words of a reply are these. Struck out: the quotation has it, the reply does not. Framed: the reply has it, the quotation does not.',
  none: 'Not found',
  noneNote:
    'No reply on this site has these words or words like them. That does not make them false: it says only that they are not in the replies published here.',
  place: (number, paragraphs) => `${number}, ${paragraphs}`,
  withdrawn: (day) => ` (this reply was withdrawn on ${day})`,
  paragraph: (id) => (blockPlace(id).heading ? 'heading' : BLOCK_NAMES.en(id)),
  added: 'only in the quotation',
  missing: 'missing from the quotation',
  nothingAsked: 'Choose a file, or give a file name, an address or a SHA-256.',
  filePublished: 'This site publishes this file now, with the same content',
  fileIs: 'This site publishes this file now',
  fileNamed: (sha256) => `Its SHA-256: ${sha256}`,
  fileUnknown: 'Not found',
  fileUnknownNote:
    'This site publishes no such file now. A page saved from the browser is altered by it: use the download links on the page.',
  fileChanged: 'Not what this site publishes now',
  fileChangedNote: (name) =>
    `This site publishes a file called ${name}, but with other content: there may be a newer version, or the file was altered.`,
  hashIs: (sha256) => `SHA-256 of the file you chose: ${sha256}`,
};

/** Words of the page that checks quotations and files. */
export const verifyWords = words('verify', { zh, en });
