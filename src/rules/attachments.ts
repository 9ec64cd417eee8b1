import { endingOf, labelByBytes, typeByName } from '../attachments/file-types.ts';
import type { AttachmentReading, Carried, UnreadAttachment } from '../attachments/index.ts';
import { PDF_READER } from '../attachments/pdf.ts';
import type { Bilingual, Finding, Place } from '../errors.ts';
import { type Example, found, key, type Rule, rule, SAMPLE_REPLY } from '../rule.ts';
import { type BinaryFile, type Check, on, pass } from './checks.ts';
import { PERSONAL_RULES, PERSONAL_TOGETHER, personalFinding, personalMatches } from './personal/index.ts';

/** Most bytes of a file beside a document. */
export const MOST_ATTACHMENT_BYTES = 20_000_000;

const ANNEX = 'attachments: [{ file: annex.pdf, title: { zh: 机井清单, en: List of wells } }]';

/** The smallest PDF that readers open, with an entry in its catalogue. */
export const pdf = (entry = '', page = '', trailer = ''): string =>
  `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R${entry}>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]${page}>>endobj\ntrailer<</Root 1 0 R${trailer}>>\n`;

/** A file beside the sample's reply, and the same with the record that names it. */
export const annex = (text: string, name = 'annex.pdf'): Example => [
  { kind: 'file', path: `${SAMPLE_REPLY}/${name}`, text },
];
export const annexed = (text: string): Example => [...key(ANNEX), ...annex(text)];

export const ATTACHMENT_TYPE = rule('attachment-type', {
  severity: 'error',
  why: {
    zh: '文件开头的字节说明它真正是什么；名不副实的文件读者打不开，也可能是别的东西混了进来。',
    en: 'The first bytes of a file say what it is: under another name readers cannot open it, or it is not what it seems.',
  },
  examples: { bad: annexed('<html><body>机井清单</body></html>'), good: annexed(pdf()) },
  check: on('bytes', misnamed),
});

export const ATTACHMENT_SIZE = rule('attachment-too-large', {
  severity: 'error',
  why: {
    zh: '附件超过 20 MB，手机上很难打开；多半是扫描时分辨率过高。',
    en: 'A file over 20 MB hardly opens on a phone; mostly it was scanned too finely.',
  },
  examples: {
    bad: [
      ...key(ANNEX),
      { kind: 'bytes', path: `${SAMPLE_REPLY}/annex.pdf`, hex: 'repeat 20000001 25', text: 'annex.pdf: 20.0 MB' },
    ],
    good: annexed(pdf()),
  },
  check: on('bytes', oversized),
});

export const ATTACHMENT_SCRIPT = rule('attachment-script', {
  severity: 'error',
  why: {
    zh: '附件里的程序（PDF 脚本、Office 宏）会在读者的电脑上运行；公开的文件不能带程序。',
    en: 'A program in a file (a script in a PDF, macros in Office) runs on the reader’s computer: what is published carries none.',
  },
  examples: { bad: annexed(pdf('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>')), good: annexed(pdf()) },
  check: on('attachment', carried('script', 'form-program')),
});

export const ATTACHMENT_FILES = rule('attachment-holds-files', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '附件里还夹带着别的文件，它们会一起公开，而检查读不到里面。',
    en: 'Files inside a file are published with it, and no check looks into them.',
  },
  examples: { bad: annexed(pdf('/Names<</EmbeddedFiles<</Names[(a.xls)4 0 R]>>>>')), good: annexed(pdf()) },
  check: on('attachment', carried('files')),
});

export const ATTACHMENT_UNREADABLE = rule('attachment-unreadable', {
  severity: 'error',
  why: {
    zh: '打不开的附件读者也打不开，检查也看不到里面有没有不该公开的内容。',
    en: 'What cannot be opened here cannot be opened by readers, nor checked for what must not be public.',
  },
  examples: { bad: annexed('%PDF-1.4\n'), good: annexed(pdf()) },
  check: on('attachment', unreadable),
});

export const ATTACHMENT_AUTHOR = rule('attachment-author', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '文件属性里常存着经办人的姓名，公开后谁都能看到。',
    en: 'The properties of a file often name who wrote it, for everyone to read.',
  },
  examples: {
    bad: annexed(pdf('', '', '/Info<</Author<FEFF5F204E094E30>>>')),
    good: annexed(pdf('', '', '/Info<</Title<FEFF4E954E95>>>')),
  },
  check: on('attachment', named),
});

function oversized({ role, path, bytes }: BinaryFile): Finding[] {
  return role === 'companion' && bytes.length > MOST_ATTACHMENT_BYTES ? [tooLarge(bytes.length, { file: path })] : [];
}

/** Files beside documents whose first bytes are not what their names say. */
function misnamed({ role, path: file, bytes }: BinaryFile): Finding[] {
  if (role !== 'companion' || bytes.length > MOST_ATTACHMENT_BYTES) return [];
  const place = { file };
  const type = typeByName(file);
  if (type === undefined || type.begins(bytes)) return [];
  const is = labelByBytes(bytes);
  const ending = endingOf(file);
  return [
    found(
      ATTACHMENT_TYPE,
      place,
      is === undefined
        ? {
            zh: `文件名是“.${ending}”，内容却不是${type.label.zh}`,
            en: `the name says .${ending}, but this is no ${type.label.en}`,
          }
        : {
            zh: `文件名是“.${ending}”，内容却是${is.zh}`,
            en: `the name says .${ending}, but this is ${article(is.en)}`,
          },
      {
        zh: '请用原来的程序打开，另存为 PDF、Word（.docx）、Excel（.xlsx）、OFD 或图片，不要只改扩展名',
        en: 'open it in its own program and save it as PDF, .docx, .xlsx, OFD or a picture; do not just rename it',
      },
    ),
  ];
}

const article = (label: string) =>
  /^(?:an?|the) /.test(label) ? label : `${/^[AEIOX]/.test(label) ? 'an' : 'a'} ${label}`;

function tooLarge(size: number, place: Place): Finding {
  const shown = (size / 1_000_000).toFixed(1);
  return found(
    ATTACHMENT_SIZE,
    place,
    { zh: `文件有 ${shown} MB，附件不得超过 20 MB`, en: `${shown} MB; a file beside a document has 20 MB at the most` },
    {
      zh: '请降低扫描分辨率（黑白 200 dpi 足够），压缩图片，或拆成几个文件',
      en: 'scan more coarsely (200 dpi in black and white is enough), compress its pictures, or split it',
    },
  );
}

const CARRIED: Readonly<
  Record<Carried, { readonly rule: Rule; readonly message: Bilingual; readonly hint: Bilingual }>
> = {
  script: {
    rule: ATTACHMENT_SCRIPT,
    message: { zh: '文件里有程序（脚本或宏）', en: 'the file holds a program (a script or macros)' },
    hint: {
      zh: '请另存为不带宏的文件；PDF 请重新“打印”成 PDF，程序就不在了',
      en: 'save it without macros; print a PDF to PDF again, which leaves the program out',
    },
  },
  'form-program': {
    rule: ATTACHMENT_SCRIPT,
    message: { zh: 'PDF 里有动态表单（XFA），会运行程序', en: 'the PDF holds a form that runs a program (XFA)' },
    hint: { zh: '请重新“打印”成 PDF', en: 'print it to PDF again' },
  },
  files: {
    rule: ATTACHMENT_FILES,
    message: { zh: '文件里还夹带着别的文件', en: 'the file holds other files' },
    hint: {
      zh: '请删去夹带的文件，或重新“打印”成 PDF；确要公开的，在字段 waivers 写明规则和理由',
      en: 'remove them, or print it to PDF again; where they are meant to be public, list rule and reason under waivers',
    },
  },
};

/** Finds some of what files carry, each kind once. */
function carried(...kinds: readonly Carried[]): Check<'attachment'>['run'] {
  return ({ carries }, file) =>
    [...new Set(carries)]
      .filter((what) => kinds.includes(what))
      .map((what) => found(CARRIED[what].rule, { file }, CARRIED[what].message, CARRIED[what].hint));
}

export const PERSONAL_IN_ATTACHMENTS = pass({
  finds: PERSONAL_RULES,
  because: PERSONAL_TOGETHER,
  check: on('attachment', (reading, file) => {
    const place = { file };
    const properties = personalMatches(reading.properties).map((match) =>
      located(personalFinding(match, place), { zh: '文件属性里：', en: 'in the properties of the file: ' }),
    );
    if ('unreadable' in reading) return properties;
    const words = reading.passages.flatMap(({ page, text, broken }) =>
      personalMatches(broken ?? text).map((match) =>
        located(
          personalFinding(match, place),
          page === undefined ? { zh: '', en: '' } : { zh: `第${page}页：`, en: `page ${page}: ` },
        ),
      ),
    );
    return [...properties, ...words];
  }),
});

const located = (finding: Finding, before: Bilingual): Finding => ({
  ...finding,
  message: { zh: before.zh + finding.message.zh, en: before.en + finding.message.en },
});

function unreadable(reading: AttachmentReading, file: string): Finding[] {
  return 'unreadable' in reading ? [notRead(reading.unreadable, { file })] : [];
}

function notRead(why: UnreadAttachment['unreadable'], place: Place): Finding {
  if (why === 'reader')
    return found(
      ATTACHMENT_UNREADABLE,
      place,
      {
        zh: '读 PDF 的软件包没有安装，没法检查这个文件',
        en: 'what reads PDFs is not installed: this file cannot be checked',
      },
      {
        zh: `请运行 npm install --save-exact ${PDF_READER}`,
        en: `run npm install --save-exact ${PDF_READER}`,
        web: {
          zh: `请维护人员给仓库装上 ${PDF_READER}，再重新检查`,
          en: `have whoever maintains the site install ${PDF_READER}, and check again`,
        },
      },
    );
  return why === 'password'
    ? found(
        ATTACHMENT_UNREADABLE,
        place,
        { zh: '文件设了打开密码', en: 'the file needs a password' },
        { zh: '请去掉密码，另存后再提交', en: 'remove the password, save it and commit again' },
      )
    : found(
        ATTACHMENT_UNREADABLE,
        place,
        { zh: '文件损坏，打不开', en: 'the file is broken and cannot be opened' },
        { zh: '请重新导出或重新扫描', en: 'export or scan it again' },
      );
}

/** The surnames that nine in ten people have. */
const SURNAME =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]\p{Script=Han}{1,2}$/u;
const OFFICE = /[局委办院厅处科所站会队室部府省市县区镇乡村校馆司团社]$/;

/** A person's name by its form; a bureau's name, `Administrator` and the like are nobody's. */
function named(reading: AttachmentReading, file: string): Finding[] {
  return 'unreadable' in reading ? [] : namesOfPersons([reading.author], file);
}

/** The findings of persons among those who a file says wrote it. */
export function namesOfPersons(authors: readonly string[], file: string): Finding[] {
  const persons = authors
    .flatMap((author) => author.split(/[、,，;；]\s*/))
    .filter((name) => SURNAME.test(name) && !OFFICE.test(name));
  return [...new Set(persons)].map((name) =>
    found(
      ATTACHMENT_AUTHOR,
      { file },
      {
        zh: `文件属性里的作者像是人名（${name.slice(0, 1)}**）`,
        en: `the author in the properties looks like a person’s name (${name.slice(0, 1)}**)`,
      },
      {
        zh: 'Word、WPS：“文件→信息→检查文档”删去个人信息；PDF 请重新“打印”成 PDF；可以公开的，在字段 waivers 写明规则和理由',
        en: 'in Word remove it by File → Info → Inspect Document; print a PDF to PDF again; where it may be public, list rule and reason under waivers',
      },
    ),
  );
}
