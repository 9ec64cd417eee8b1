import type { FindingLanguage } from '../../errors.ts';
import { fieldLabels, REGISTERED, type RegisteredKey } from '../reply-fields.ts';
import type { CommandWords } from '../words.ts';

/** The titles of columns that fields of a record ask for. */
function fieldColumns(language: FindingLanguage): Readonly<Record<RegisteredKey, string>> {
  const labels = fieldLabels(language);
  return Object.fromEntries(REGISTERED.map(({ key }) => [key, labels[key]])) as Record<RegisteredKey, string>;
}

const zh = {
  sheet: '登记表',
  help: '说明',
  helpLines: [
    '一行一件答复。白色的列可以改：改好保存，再运行一次同样的命令，改动就写进站里；没有改的不动。',
    '一格几个值用顿号“、”隔开；一函答复几件的，各件之间用分号“；”隔开，次序相同。',
    '清空一格，就从记录里去掉这一项。灰色的列由程序填写，改了不起作用。',
    '“把握”写“请核对”的，先看“问题”一列，再对照原稿；核对过了，把“请核对”改成“可靠”，下次就不再问。',
    '自己加的列（如“备注”）会留着。',
    '没有导入的，照“问题”一列处理原稿，再运行一次。已经导入的不会重复导入，站里已有的不会被覆盖。',
  ],
  columns: {
    file: '文件',
    state: '状态',
    sure: '把握',
    open: '问题',
    number: '文号',
    title: '标题',
    issuer: '发文机关',
    date: '成文日期',
    disclosure: '公开方式',
    extent: '公开范围',
    outcome: '办理结果',
    kind: '来文类别',
    body: '来文单位',
    session: '届',
    meeting: '会议',
    answered: '建议提案编号',
    suggestion: '建议提案题目',
    proposers: '提出人',
    topics: '主题',
    lead: '主办单位',
    assisting: '会办单位',
    received: '收到日期',
    met: '是否面商',
    opinion: '满意度',
    path: '所在文件',
    hash: '原稿校验值',
    ...fieldColumns('zh'),
  },
  states: {
    imported: '已导入',
    corrected: '已改正',
    there: '站内已有',
    refused: '未导入',
    same: '与另一文件相同',
  },
  sure: { sure: '可靠', check: '请核对', none: '' },
  choose: '请从列表中选',
  sameAs: (file: string) =>
    `与“${file}”是同一件答复（发文机关、文号或所答复的建议提案相同）。重复的请删去；是另一件的，请改正原稿的文号再导入`,
  thereAt: (path: string) => `站内已有这件答复（${path}），没有改动它`,
  badValue: (column: string, value: string) => `“${column}”写的“${value}”不能用，没有改`,
  conflict: (column: string) => `“${column}”在站内的文件里也改过，没有改；请直接编辑站内的文件`,
  gone: '站内的文件读不出来，没有改',
  unexpected: (why: string) => `程序处理这份文稿时出错，请把文稿和这句话发给维护者：${why}`,
  summary: (counts: {
    all: number;
    imported: number;
    clean: number;
    corrected: number;
    there: number;
    refused: number;
  }) =>
    `共 ${counts.all} 件：导入 ${counts.imported} 件（其中 ${counts.clean} 件没有要核对的），照登记表改正 ${counts.corrected} 件，站内已有或重复 ${counts.there} 件，未导入 ${counts.refused} 件。`,
  written: (file: string) => `登记表：${file}`,
  next: '下一步：用 WPS 或 Excel 打开登记表，核对、改好、保存，再运行一次同样的命令；然后运行 dafu check。',
  locked: (file: string) => `登记表 ${file} 写不进去，可能正开着：请先在 WPS 或 Excel 里关闭它`,
  unreadable: (file: string) => `${file} 不是这个程序写的登记表，读不出来：请改名或移走，再运行一次`,
  option: '登记表写到哪里；默认写在文件夹里或压缩包旁边的 register.xlsx',
  noLetters: '这里没有可以导入的文件。',
};

const en: typeof zh = {
  sheet: 'register',
  help: 'help',
  helpLines: [
    'One letter a row. White columns may be corrected: save, run the same command again, and the corrections are written into the site.',
    'Several values in a cell are separated by 、; the documents that one letter answers by ；, in the same order.',
    'Clearing a cell removes the entry from the record. Grey columns are filled in by the program; changing them does nothing.',
    'Where a letter is to be checked, read what is open, then compare the source; once it is checked, write "sure" for "check", and nothing more is asked of it.',
    'Columns of your own, such as notes, are kept.',
    'For what was not imported, do what the column "open" says and run the command again. Nothing is imported twice, and nothing overwritten.',
  ],
  columns: {
    file: 'file',
    state: 'state',
    sure: 'sure',
    open: 'open',
    number: 'number',
    title: 'title',
    issuer: 'issuer',
    date: 'date',
    disclosure: 'disclosure',
    extent: 'extent',
    outcome: 'outcome',
    kind: 'kind',
    body: 'body',
    session: 'session',
    meeting: 'meeting',
    answered: 'answered',
    suggestion: 'suggestion',
    proposers: 'proposers',
    topics: 'topics',
    lead: 'lead',
    assisting: 'assisting',
    received: 'received',
    met: 'met',
    opinion: 'opinion',
    path: 'path',
    hash: 'sha256',
    ...fieldColumns('en'),
  },
  states: {
    imported: 'imported',
    corrected: 'corrected',
    there: 'already there',
    refused: 'not imported',
    same: 'same as another',
  },
  sure: { sure: 'sure', check: 'check', none: '' },
  choose: 'choose from the list',
  sameAs: (file) =>
    `the same reply as "${file}" (issuer, and number or document answered). Delete it if it is a copy; else correct the number in the source and import again`,
  thereAt: (path) => `the site has this reply already (${path}); it was not touched`,
  badValue: (column, value) => `"${value}" is not a valid value of "${column}"; nothing was changed`,
  conflict: (column) => `"${column}" was changed in the site's file too, and is left; edit that file`,
  unexpected: (why) =>
    `the program failed on this document: send it with this sentence to the maintainers of the program: ${why}`,
  gone: 'the file in the site cannot be read; nothing was changed',
  summary: ({ all, imported, clean, corrected, there, refused }) =>
    `${all} letters: ${imported} imported (${clean} with nothing to check), ${corrected} corrected by the register, ${there} there already or the same as another, ${refused} not imported.`,
  written: (file) => `Register: ${file}`,
  next: 'Next: open the register in WPS, Excel or LibreOffice, check, correct and save it, and run the same command again; then dafu check.',
  locked: (file) => `The register ${file} cannot be written; it may be open: close it in WPS or Excel first`,
  unreadable: (file) => `${file} is not a register of this program: rename or move it, and run the command again`,
  option: 'where to write the register; by default register.xlsx in the folder, or beside the archive',
  noLetters: 'There is nothing here that can be imported.',
};

/** The words of the register of a folder of letters. Sheets are read back in either language. */
export const registerWords: CommandWords<typeof zh> = { zh, en };
export type RegisterWords = typeof zh;
