import type { Words } from './words.ts';

const zh = {
  /** What was done, by kind; `text` is what it was done to. */
  changes: {
    'byte-order-mark': (_text: string) => '去掉文件开头的字节顺序标记（BOM）',
    'control-character': (text: string) => `去掉看不见的字符 ${text}`,
    mark: (text: string) => `去掉排版标记：${text}`,
    image: (text: string) => `图片没有导入：${text}`,
    link: (text: string) => `链接的网址没有导入，只留文字：${text}`,
    'page-number': (text: string) => `去掉页码：${text}`,
    'margin-text': (text: string) => `页眉页脚没有导入：${text}`,
    numbering: (text: string) => `把自动编号写成文字：${text}`,
    'line-break': (text: string) => `段内换行改为分段：${text}`,
    joined: (text: string) => `接合被换页断开的段落：${text}`,
    space: (text: string) => `去掉扫描加入的空格：${text}`,
    heading: (text: string) => `标题级别按编号定为：${text}`,
    'not-carried': (text: string) => `这些字没有原样进入正文：${text}`,
  },
  changeTitle: (count: number) => `改动 ${count} 处：`,
  noChanges: '没有改动。',
  at: (line: number, format: string) => (format === 'docx' ? `第${line}段` : `第${line}行`),
  questionTitle: (count: number) => `请补充或核对 ${count} 项（打开文件逐项处理）：`,
  accounted: (count: number) => `核对：原稿 ${count} 个字符全部在导入结果或上面的清单里。`,
  written: (path: string) => `已写入：${path}`,
  next: '下一步：处理上面的问题，再运行 dafu check。',
  format: { docx: ' Word 文稿（.docx）', md: '扫描识别所得的文字稿（Markdown）', txt: '文字稿（.txt）' },
  source: (format: string) => `由${format}转录，尚未与原件核对。`,
  normalised: {
    joined: (places: string) => `接合因换页断开的段落：${places}。`,
    place: (text: string) => `“${text}”`,
    space: (count: number) => `删去扫描识别在数字与汉字之间、汉字之间加入的空格，共${count}处。`,
    heading: '标题层级按编号的次序（一、（一）1.（1））恢复。',
    numbering: 'Word 自动编号写成文字。',
    moved: '发文机关、文号、标题、落款等移入文首的记录，文字未改。',
    separator: '、',
  },
  bracketDoubt: (printed: string) =>
    `“${printed}”：党政机关公文格式规定文号的年份用六角括号〔〕，原稿不是；未经核对原件，照原稿保留。`,
  questions: {
    missing: (field: string) => `原稿里没有找到“${field}”，请在文件开头的字段区补写`,
    topics: (known: string) => `topics：请从这些主题中选：${known}`,
    doubts: 'transcription.doubts：请对照原件核对姓名、数字和生僻字；拿不准的写在这里，不要自行改字',
    source: 'transcription.source：请核对“由什么文稿转录”的说法',
    optional:
      '如已知，可补：published（发布日期）、outcome（办理结果）、indexNumber（索引号）、original（原件扫描）、sourceUrl（原文网址）',
    issuer: (name: string) => `原稿没有写明发文机关，已按 site.yaml 填写“${name}”，请核对`,
    blank: (label: string) => `“${label}”在原稿中空白，已照原样留空`,
    unfinished: (text: string) => `这一段没有结束的标点，请核对是否被断开：${text}`,
    headLine: (text: string) => `正文之前的这一行没有认出，已放在正文开头，请移到字段区或确认：${text}`,
    footLine: (text: string) => `落款附近的这一行没有认出，已留在正文，请移到字段区或确认：${text}`,
    heading: (text: string) => `这个标题没有编号，请核对级别：${text}`,
    image: (text: string) => `图片没有导入，请核对图中有无文字：${text}`,
    addressee: '没有认出称谓（如“尊敬的某某代表：”），请核对正文第一段',
    spacedNames: (text: string) => `姓名之间的空格照原样保留，请核对：${text}`,
  },
  describe: '把 Word、文本或扫描识别的文稿导入为一件答复',
  file: '要导入的文件：.docx、.md 或 .txt',
  force: '覆盖已有的答复文件',
  number: '文号，如“[2024] 7号”；原稿没有写明时用',
  exists: (path: string) => `${path} 已经存在：没有改动它；确要覆盖请加 --force`,
  noFile: (path: string) => `文件不存在：${path}`,
};

const en: typeof zh = {
  changes: {
    'byte-order-mark': () => 'removed the byte order mark at the beginning of the file',
    'control-character': (text) => `removed the unseen character ${text}`,
    mark: (text) => `removed a mark of layout: ${text}`,
    image: (text) => `an image was not imported: ${text}`,
    link: (text) => `the address of a link was not imported, its words were: ${text}`,
    'page-number': (text) => `removed a page number: ${text}`,
    'margin-text': (text) => `the header or footer was not imported: ${text}`,
    numbering: (text) => `wrote an automatic number as text: ${text}`,
    'line-break': (text) => `a line break in a paragraph became a new paragraph: ${text}`,
    joined: (text) => `joined a paragraph that a page break had split: ${text}`,
    space: (text) => `removed a space that scanning put in: ${text}`,
    heading: (text) => `set the level of a heading by its number: ${text}`,
    'not-carried': (text) => `these characters were not carried over as they stand: ${text}`,
  },
  changeTitle: (count) => `${count} ${count === 1 ? 'change' : 'changes'}:`,
  noChanges: 'No changes.',
  at: (line, format) => (format === 'docx' ? `paragraph ${line}` : `line ${line}`),
  questionTitle: (count) =>
    `${count} ${count === 1 ? 'thing' : 'things'} to fill in or check (open the file and go through them):`,
  accounted: (count) => `Checked: all ${count} characters of the source are in the result or in the list above.`,
  written: (path) => `Written: ${path}`,
  next: 'Next: answer the questions above, then run dafu check.',
  format: {
    docx: 'a Word document (.docx)',
    md: 'a text obtained by scanning and character recognition (Markdown)',
    txt: 'a text file (.txt)',
  },
  source: (format) => `Transcribed from ${format}; not yet checked against the original.`,
  normalised: {
    joined: (places) => `Paragraphs split by page breaks were joined: ${places}.`,
    place: (text) => `“${text}”`,
    space: (count) =>
      `Spaces that scanning put between digits and Chinese characters, and between Chinese characters, were removed: ${count} in all.`,
    heading: 'Headings were given the levels of their numbers (一、（一）1.（1）).',
    numbering: 'Word’s automatic numbers were written as text.',
    moved:
      'The issuing body, number, title, signature and the like were moved into the record at the top of the file, their words unchanged.',
    separator: ', ',
  },
  bracketDoubt: (printed) =>
    `“${printed}”: the format of official documents puts the year of a number in 〔 〕, which the source does not; not checked against the original, kept as in the source.`,
  questions: {
    missing: (field) => `"${field}" was not found in the source: add it in the front matter`,
    topics: (known) => `topics: choose among ${known}`,
    doubts:
      'transcription.doubts: check names, figures and rare characters against the original; list what is doubtful here and mend nothing by yourself',
    source: 'transcription.source: check what it says the text was transcribed from',
    optional:
      'where known, add: published, outcome, indexNumber, original (the scan) and sourceUrl (where it was first published)',
    issuer: (name) => `the source does not name its issuing body: "${name}" was taken from site.yaml; check it`,
    blank: (label) => `"${label}" is blank in the source and was left blank`,
    unfinished: (text) => `this paragraph ends without a full stop: check whether it was split: ${text}`,
    headLine: (text) =>
      `this line before the text was not recognised and now begins the body: move it to the front matter or confirm it: ${text}`,
    footLine: (text) =>
      `this line near the signature was not recognised and stays in the body: move it to the front matter or confirm it: ${text}`,
    heading: (text) => `this heading has no number: check its level: ${text}`,
    image: (text) => `an image was not imported: check whether it holds text: ${text}`,
    addressee: 'no line that calls on the reader (尊敬的…代表：) was recognised: check the first paragraph',
    spacedNames: (text) => `the spaces between names were kept: check them: ${text}`,
  },
  describe: 'import a Word, text or scanned document as a reply',
  file: 'the file to import: .docx, .md or .txt',
  force: 'overwrite a reply that is already there',
  number: 'the document number, such as "[2024] 7号", where the source does not print it',
  exists: (path) => `${path} is already there and was not touched; to overwrite it, add --force`,
  noFile: (path) => `There is no such file: ${path}`,
};

/** The words of `dafu import`. */
export const importWords: Words<typeof zh> = { zh, en };
export type ImportWords = typeof zh;
