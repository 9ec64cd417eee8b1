import type { ReplyRecord } from '../../model/reply.ts';
import type { CommandWords } from '../words.ts';

/** What is written under each key of a reply's front matter, in Markdown without line breaks. */
type RecordGuide = Readonly<Record<keyof ReplyRecord, string>>;

const zh: RecordGuide = {
  number: '文号，照原件：`"[2024] 7号"`（有方括号时加引号）；来文没有文号的，整行不写',
  title: '答复的标题',
  issuer: '落款的发文机关，照印；联合答复按原件的次序写成列表',
  masthead: '红头，照印，如 `临江县水务局文件`；没有红头的不写',
  date: '成文日期，`2025-05-06` 的写法',
  disclosure: '公开方式，照印，如 `主动公开`、`依申请公开`；原件没有写明的不写',
  extent: '单位说明只公开一部分或摘要时：`全文`、`摘要`、`部分` 三者之一',
  answers:
    '答复的是什么：`kind`（`site.yaml` 里 `answeredKinds` 的编号）、`body`（谁提出）、`session`、`meeting`、`number`、`title`、`proposers`；答复没有写明的不写；一函答复两件的写成列表；`points` 可列出提出的问题（`quote` 引建议、提案的原话）和回答它的段落；`text` 是建议、提案的原文，经同意公开的才写：`words`（全文，段间空一行）或 `file`（旁边的文件），`cleared` 写明谁同意的',
  handling:
    '办理情况，只写原件或办理表写明的：`lead`（主办）、`assisting`（会办、协办）、`received`（收到日期）、`met`（是否面商，`true` 或 `false`）、`opinion`（`满意`、`基本满意`、`不满意`）',
  topics: '主题，从 `site.yaml` 的 `topics` 里选',
  signers: '落款处的各行，`label` 和 `value` 照印；原件空白的写 `""`',
  contact: '落款处的联系人、电话等各行，写法同 `signers`',
  published: '对外公布的日期',
  publishAt: '到这个时刻（北京时间）才公开，见“定时公开”',
  outcome: '办理结果：A、B、C、D',
  indexNumber: '索引号',
  original: '原件扫描：`file` 和它的校验值 `sha256`',
  sourceUrl: '原来公布的网址',
  sourceDate: '在那里公布的日期',
  attachments: '附件：`file`（正文旁边的文件，可用汉字文件名）和 `title`（原文的标题，或按语言 `{ zh: …, en: … }`）',
  terms: '使用条款',
  transcription: '转录说明：`source`（由什么转录）、`normalised`（做过什么处理）、`doubts`（存疑的字句和原因）',
  relates:
    '与哪件答复有关：`reply` 和 `as`（`earlier` 此前的答复、`second-reply` 再次答复、`result` 结果、`same-matter` 同一事项）',
  waivers: '某条检查规则确实不适用时：`rule`、`paragraph`、`reason`（必须写明理由，会列在检查结果里）',
  withdrawn: '撤回：`date`、`why`',
  corrections: '更正：`date`、`what`（改了什么）、`why`（为什么）、`paragraphs`',
  masked: '公布以后打码的个人信息：`date`、`why`、`paragraphs`、`files`（由 `dafu redact` 写入，不要手写）',
};

const en: RecordGuide = {
  number: 'Document number as printed, in quotes where it has brackets; left out where the letter has none.',
  title: 'Title of the reply.',
  issuer: 'Who signs, as printed; a list, in the order printed, where several do.',
  masthead: 'The head of the letter (红头) as printed, such as `临江县水务局文件`.',
  date: 'Date of the document, YYYY-MM-DD.',
  disclosure: 'Form of disclosure as printed, such as 主动公开.',
  extent:
    'How much of the letter is published here, where the bureau says so: 全文 (whole), 摘要 (summary) or 部分 (part).',
  answers:
    'What is answered: `kind` (an id of `answeredKinds` in site.yaml), `body`, `session`, `meeting`, `number`, `title`, `proposers`; a list where a letter answers several. `points` lists what was asked and the paragraphs that answer it; `text` is the document itself, where it may be published.',
  handling:
    'How the matter was handled, as far as the letter or its form states it: `lead`, `assisting`, `received`, `met`, `opinion`.',
  topics: 'Topics, by their ids in site.yaml.',
  signers: 'Lines at the signature, `label` and `value` as printed; "" for what is blank in the original.',
  contact: 'Lines of contact at the signature, written as `signers` are.',
  published: 'The day it was published.',
  publishAt: 'The moment of Beijing time before which nothing of it is published.',
  outcome: 'Outcome: A, B, C or D.',
  indexNumber: 'Index number.',
  original: 'Scan of the original: `file` and its `sha256`.',
  sourceUrl: 'Where the letter was first published.',
  sourceDate: 'The day it was published there.',
  attachments:
    'Attachments: `file` (beside the text) and `title` (in the language of the letter, or by language: `{ zh: …, en: … }`).',
  terms: 'Terms of use.',
  transcription:
    'About the transcription: `source`, `normalised` (what was made uniform), `doubts` (readings that are not certain).',
  relates: 'Other replies on the matter: `reply` and `as` (`earlier`, `second-reply`, `result`, `same-matter`).',
  waivers: 'Rules of the check that do not apply: `rule`, `paragraph`, `reason`.',
  withdrawn: 'Withdrawn: `date`, `why`.',
  corrections: 'Corrections: `date`, `what`, `why`, `paragraphs`.',
  masked: 'Personal information masked after publication; written by `dafu redact`.',
};

/** The guide to the keys of a reply's record: in docs/publishing.zh-CN.md, and in the editor beside each key. */
export const recordGuide: CommandWords<RecordGuide> = { zh, en };
