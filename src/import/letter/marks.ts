import { OUTCOMES } from '../../model/reply.ts';
import { fold, foldTight } from './fold.ts';

/** A line under (or over) the text as printed: 承办人：张三，李四. */
export interface PrintedLine {
  readonly label: string;
  readonly value: string;
}

/** What a labelled line is about. */
export type LabelRole = 'signers' | 'contact' | 'disclosure' | 'outcome' | 'handling' | 'answered' | 'about-page';

const products = (befores: readonly string[], afters: readonly string[]): string[] =>
  befores.flatMap((before) => afters.map((after) => before + after));

/** What a page tells of a message and its answer in a form: 来信时间, 留言内容, 回复单位, 办理状态. */
const MESSAGE = [
  ...products(
    ['来信', '写信', '信件', '留言', '提问', '问题', '诉求', '咨询', '提交', '受理', '投诉'],
    ['时间', '日期', '编号', '类型', '类别', '状态', '内容', '描述'],
  ),
  ...products(
    ['答复', '回复', '处理', '办理', '办结', '办复', '受理'],
    ['单位', '部门', '机构', '时间', '日期', '状态', '内容', '情况', '意见'],
  ),
  '查询编号',
  '官方回复',
  '官方答复',
];

/** The labels that letters and pages print before a colon, by what they are about. */
const LABELS: Readonly<Record<LabelRole, readonly string[]>> = {
  signers: [
    '负责人',
    '分管领导',
    '分管负责人',
    '主要领导',
    '主要负责人',
    '主管领导',
    '单位负责人',
    '签发人',
    '签发领导',
    '签发',
    '审核人',
    '承办人',
    '承办人员',
    '经办人',
    '承办单位',
    '承办处室',
    '承办科室',
    '承办部门',
    '拟稿人',
    '领导签字',
    '领导签名',
    '办理人',
    '答复人',
  ],
  contact: [
    '联系人',
    '联系人姓名',
    '联系单位',
    '联系部门',
    '联系科室',
    '联系处室',
    '联系电话',
    '联系方式',
    '联络人',
    '咨询电话',
    '办公电话',
    '电话',
    '座机',
    '手机',
    '传真',
    '电子邮箱',
    '电子邮件',
    '邮箱',
    '联系地址',
    '通讯地址',
    '地址',
    '邮政编码',
    '邮编',
  ],
  disclosure: [
    '公开方式',
    '公开属性',
    '信息公开属性',
    '信息公开选项',
    '信息公开类别',
    '公开选项',
    '公开类别',
    '公开类型',
    '公开形式',
    '公开范围',
    '公开程度',
    '公开性质',
    '公开意见',
    '是否公开',
    '是否同意公开',
    '是否主动公开',
    '公开与否',
    '信息公开',
  ],
  outcome: [
    '办理结果',
    '办理结果类别',
    '办理结果分类',
    '办理结果标记',
    '办理类别',
    '办理类型',
    '办理情况分类',
    '答复类别',
    '答复类型',
    '答复分类',
    '答复结果',
    '办复类别',
    '办复结果',
    '结果类别',
    '类别',
    '类别标记',
    '分类',
    '解决程度',
    '办理程度',
    '结果标识',
    '类型',
    '办理结果代码',
  ],
  handling: [
    '主办单位',
    '会办单位',
    '协办单位',
    '分办单位',
    '收到日期',
    '交办日期',
    '面商情况',
    '代表意见',
    '委员意见',
    '代表反馈意见',
    '委员反馈意见',
    '满意程度',
    '满意度',
  ],
  answered: [
    '建议编号',
    '提案编号',
    '建议号',
    '提案号',
    '案号',
    '建议题目',
    '提案题目',
    '建议标题',
    '提案标题',
    '建议名称',
    '提案名称',
    '案由',
    '题目',
    '来信标题',
    '来信主题',
    '信件标题',
    '信件主题',
    '留言标题',
    '问题标题',
    '诉求标题',
    '咨询标题',
    '投诉标题',
    '来信人',
    '写信人',
    '留言人',
    '留言网友',
    '网友昵称',
    '提问人',
    '诉求人',
    '提案人',
    '建议人',
    '提出人',
    '领衔代表',
    '领衔人',
    '第一提案人',
    '提案者',
    '建议代表',
    '提案委员',
    '附议人',
    '联名代表',
    '附议代表',
    '附议委员',
  ],
  'about-page': [
    '索引号',
    '信息索引号',
    '索 引 号',
    '发布机构',
    '发布单位',
    '发布部门',
    '发文机关',
    '发文单位',
    '公开机构',
    '公开责任部门',
    '信息来源',
    '成文日期',
    '生成日期',
    '发文日期',
    '印发日期',
    '发布日期',
    '公开日期',
    '公布日期',
    '发布时间',
    '公开时间',
    '更新时间',
    '标题',
    '信息名称',
    '文件名称',
    '名称',
    '主题词',
    '关键词',
    '主题分类',
    '体裁分类',
    '信息分类',
    '信息类别',
    '所属主题',
    '效力状态',
    '有效性',
    '时效性',
    '文件状态',
    '是否有效',
    '废止日期',
    '失效日期',
    '生效日期',
    '实施日期',
    '有效期',
    '组配分类',
    '服务对象',
    '公文种类',
    '文种',
    '体裁',
    '内容概述',
    '内容概括',
    '概述',
    '语种',
    '载体类型',
    '记录形式',
    '公开时限',
    '信息形式',
    '制发机关',
    '发文字号',
    '文号',
    ...MESSAGE,
  ],
};

const ROLES: ReadonlyMap<string, LabelRole> = new Map(
  (Object.keys(LABELS) as LabelRole[]).flatMap((role) =>
    LABELS[role].map((label) => [label.replaceAll(' ', ''), role] as const),
  ),
);
/** Who is to be asked, and how: 联系人姓名及电话, 承办科室联系电话. These are labels of contact too. */
const WHO = [
  '联系人姓名',
  '联系人',
  '联络人',
  '联系单位',
  '联系部门',
  '联系科室',
  '联系处室',
  '承办单位',
  '承办科室',
  '承办处室',
  '承办部门',
  '承办人',
  '经办人',
  '办理人',
  '答复人',
  '咨询人',
];
const HOW = [
  '联系电话',
  '联系方式',
  '办公电话',
  '咨询电话',
  '电话号码',
  '电话',
  '手机号码',
  '手机号',
  '手机',
  '座机',
  '传真',
  '邮箱',
];
const CONTACT = new RegExp(`^(?:${WHO.join('|')})[及和与、/]?(?:${HOW.join('|')})$`, 'u');

const roleOf = (label: string): LabelRole | undefined =>
  ROLES.get(label) ?? (CONTACT.test(label) ? 'contact' : undefined);

/** Signs that may stand between the characters of a label or between a label and what is before it. */
const GAPS: ReadonlySet<string> = new Set([' ', '、', '/']);
/** Most characters before a colon that are looked at: a label with its gaps, brackets and the place of a seal. */
const LONGEST_LABEL = 60;

const isHan = (sign: string): boolean => /^\p{Script=Han}$/u.test(sign);

/** The words that stand before a colon, without the place of a seal and a bracket after them. */
function wordsBefore(text: string): string {
  const whole = text.trimEnd();
  const open = whole.endsWith(')') ? whole.lastIndexOf('(') : -1;
  const isSeal = open !== -1 && /^[盖公]章$/u.test(foldTight(whole.slice(open + 1, -1)));
  const words = isSeal ? whole.slice(0, open).trimEnd() : whole;
  return words.endsWith('〕') ? words.slice(0, -1).trimEnd() : words;
}

/** A label in a folded line: where it begins, where its colon ends, and what it is about. */
interface FoundLabel {
  readonly start: number;
  readonly end: number;
  readonly role: LabelRole;
}

/** The labels in a folded line: of the words before each colon the longest that are one, from a gap on (石某 联系电话:). */
function labelsIn(folded: string): FoundLabel[] {
  const found: FoundLabel[] = [];
  let after = 0;
  for (let colon = folded.indexOf(':'); colon !== -1; colon = folded.indexOf(':', colon + 1)) {
    const from = Math.max(after, colon - LONGEST_LABEL);
    const end = from + wordsBefore(folded.slice(from, colon)).length;
    let start = end;
    while (start > from && (isHan(folded.charAt(start - 1)) || GAPS.has(folded.charAt(start - 1)))) start -= 1;
    for (let at = start; at < end; at += 1) {
      if (!isHan(folded.charAt(at)) || isHan(folded.charAt(at - 1))) continue;
      const role = roleOf(foldTight(folded.slice(at, end)));
      if (role === undefined) continue;
      const before = folded.slice(from, at).trimEnd();
      found.push({ start: before.endsWith('〔') ? from + before.length - 1 : at, end: colon + 1, role });
      break;
    }
    after = colon + 1;
  }
  return found;
}

/** A labelled item of a line, and the stretch of the line that it takes. */
export interface LabelledItem extends PrintedLine {
  readonly role: LabelRole;
  readonly start: number;
  readonly end: number;
}

/** The labelled items that a paragraph consists of (联系人：…，联系电话：…), or none. Brackets around all of it are none of a value. */
export function labelledItems(text: string): LabelledItem[] {
  const folded = fold(text);
  const open = /^ *[(〔]? */u.exec(folded)?.[0].length ?? 0;
  const found = labelsIn(folded);
  if (found[0] === undefined || found[0].start > open) return [];
  const isWrapped = /^ *[(〔]/u.test(folded) && /[)〕] *$/u.test(folded);
  const last = isWrapped ? folded.replace(/[)〕] *$/u, '').length : text.length;
  return found.map(({ start, end: from, role }, index) => {
    const next = found[index + 1]?.start;
    const value = text.slice(from, next ?? last).trim();
    const label = text
      .slice(start, from)
      .replace(/[\s：:【】[\]]/gu, '')
      .replace(/[（(](?:盖章|公章)[）)]$/u, '');
    return {
      role,
      label,
      value: next === undefined ? value : value.replace(/(?<![，,；;、（(\s])[，,；;、（(\s]+$/u, ''),
      start: index === 0 ? 0 : start,
      end: next ?? text.length,
    };
  });
}

/** How a letter says that it is disclosed, in the words that it may use. */
const DISCLOSED = '主动公开|依申请公开|不予公开|免予公开|不公开|全文公开|摘要公开|部分公开|公开';
const DISCLOSURE = new RegExp(`^(?:此件|此文|本件|本文|此复)?(?:属于|为|系)?(${DISCLOSED})(?:发布)?$`, 'u');

/** What a line that states nothing else says of disclosure, as printed: 主动公开, 公开, 摘要公开. `label` is the words before its colon. */
export function parseDisclosure(text: string, label = ''): string | undefined {
  const plain = foldTight(text).replace(/^[(〔]+|(?<![)〕。.])[)〕。.]+$/gu, '');
  const match = DISCLOSURE.exec(plain);
  if (match?.[1] !== undefined) return match[1];
  if (!/^是否|与否$/u.test(label)) return undefined;
  return plain === '是' ? '公开' : plain === '否' ? '不公开' : undefined;
}

/** The outcome code (A–D) that a line which states nothing else has: A, A1, （B类）, 类别：A类（已解决）. */
export function parseOutcome(text: string): (typeof OUTCOMES)[number] | undefined {
  const plain = foldTight(text).replace(/^[“”"]|[“”"]$/gu, '');
  const match =
    /^[(〔“"]?([ABCD])\d?[)〕”"]?(?:类件?|级)?[)〕”"]?(?:[(:,-]?(?:已经?|所提|正在|基本|列入|计划|暂时?|因|留作|作为|问题|同意|采纳|解决|办理)[^,;。]{0,24}\)?)?$/u.exec(
      plain,
    );
  return OUTCOMES.find((outcome) => outcome === match?.[1]);
}

/** How much of the letter is published, where a line or a title says so. */
export function parseExtent(text: string): 'whole' | 'summary' | 'part' | undefined {
  const plain = foldTight(text);
  if (/摘要/u.test(plain)) return 'summary';
  if (/部分公开|节选|节录/u.test(plain)) return 'part';
  return /全文公开|^[(〔]?全文[)〕]?$/u.test(plain) ? 'whole' : undefined;
}

/** The mark of a state secret (机密★1年) that a line consists of: such a letter is not for a public site. */
export function secrecyMark(text: string): string | undefined {
  const plain = foldTight(text).replace(/[()〔〕]/gu, '');
  return /^(?:密级:?)?(?:绝密|机密|秘密)(?:[★☆*].{0,8}|级)?$/u.test(plain) ? plain : undefined;
}

/** A mark of urgency or a copy number above a letter, such as 特急 or 000012: printed for the post, not for the reader. */
export function isPostalMark(text: string): boolean {
  return /^(?:特急|加急|急件|平急|特提|平件|普通|№?\d{6}|份号:?\d+)$/u.test(foldTight(text));
}
