import type { Root } from 'xast';
import { type Finding, type RuleId, SiteError } from '../../errors.ts';
import { raised } from '../raised.ts';
import { IMPORT_RULES } from '../rules.ts';
import { raisedHow } from './characters.ts';
import { attribute, childNamed, elementsNamed, isOn, textOf } from './xml.ts';

/** The parts of a document that the guard looks at. */
interface GuardedParts {
  readonly document: Root;
  readonly styles: Root | undefined;
  readonly comments: Root | undefined;
}

interface Refusal {
  readonly rule: RuleId;
  readonly message: Finding['message'];
  readonly hint: Finding['hint'];
}

/** Elements that a reply cannot carry, and why (ECMA-376, part 1). */
const REFUSED: readonly (Refusal & { readonly elements: readonly string[] })[] = [
  {
    rule: IMPORT_RULES['docx-tracked-changes'].id,
    elements: [
      'w:ins',
      'w:del',
      'w:moveFrom',
      'w:moveTo',
      'w:cellIns',
      'w:cellDel',
      'w:cellMerge',
      'w:rPrChange',
      'w:pPrChange',
      'w:sectPrChange',
      'w:tblPrChange',
      'w:trPrChange',
      'w:tcPrChange',
      'w:numberingChange',
    ],
    message: { zh: '文稿里有修订痕迹', en: 'the document has tracked changes' },
    hint: {
      zh: '请在“审阅”里接受或拒绝全部修订，关闭修订，保存后再导入',
      en: 'accept or reject all changes under Review, turn tracking off, save, and import again',
    },
  },
  {
    rule: IMPORT_RULES['docx-comments'].id,
    elements: ['w:commentReference', 'w:commentRangeStart'],
    message: { zh: '文稿里有批注', en: 'the document has comments' },
    hint: {
      zh: '请在“审阅”里删除全部批注，保存后再导入',
      en: 'delete all comments under Review, save, and import again',
    },
  },
  {
    rule: IMPORT_RULES['docx-notes'].id,
    elements: ['w:footnoteReference', 'w:endnoteReference'],
    message: { zh: '文稿里有脚注或尾注', en: 'the document has footnotes or endnotes' },
    hint: {
      zh: '请把注的内容写进正文，删去注，再导入',
      en: 'write what they say into the text, remove them, and import again',
    },
  },
  {
    rule: IMPORT_RULES['docx-equation'].id,
    elements: ['m:oMath', 'm:oMathPara'],
    message: { zh: '文稿里有公式', en: 'the document has equations' },
    hint: { zh: '请把公式写成文字，再导入', en: 'write them as text, and import again' },
  },
  {
    rule: IMPORT_RULES['docx-symbol'].id,
    elements: ['w:sym'],
    message: { zh: '文稿里有认不出的符号字体符号', en: 'the document has symbols of a symbol font that are not known' },
    hint: {
      zh: '请改用普通字符（如 □、√），再导入',
      en: 'use ordinary characters instead, such as □ or √, and import again',
    },
  },
  {
    rule: IMPORT_RULES['docx-embedded'].id,
    elements: ['w:altChunk', 'w:object', 'w:subDoc', 'w:ruby'],
    message: {
      zh: '文稿里嵌入了别的文件、对象或拼音',
      en: 'the document embeds another file, an object or phonetic guides',
    },
    hint: {
      zh: '请删去嵌入的对象，需要的文字写进正文，再导入',
      en: 'remove it, write what is needed as text, and import again',
    },
  },
];

const RAISED: Refusal = {
  rule: IMPORT_RULES['docx-raised-text'].id,
  message: {
    zh: '文稿里有删除线，或没有对应字符的上标、下标',
    en: 'the document has struck-out text, or raised or lowered text that no characters show',
  },
  hint: {
    zh: '请把上标、下标改为普通字符；删去划掉的文字，再导入',
    en: 'write raised and lowered text as ordinary text, delete what is struck out, and import again',
  },
};

const HIDDEN: Refusal = {
  rule: IMPORT_RULES['docx-hidden-text'].id,
  message: { zh: '文稿里有隐藏文字', en: 'the document has hidden text' },
  hint: {
    zh: '请全选文字，在“字体”里取消“隐藏”，删去不该公开的内容，再导入',
    en: 'select all, turn Hidden off under Font, delete what is not to be public, and import again',
  },
};

/** Names of the styles that hide their text. */
function hidingStyles(styles: Root | undefined): Set<string> {
  const hiding = elementsNamed(styles, 'w:style').filter((style) =>
    elementsNamed(style, 'w:vanish', 'w:specVanish').some(isOn),
  );
  return new Set(hiding.map((style) => attribute(style, 'w:styleId') ?? ''));
}

/** Whether text of the document is hidden, directly or by a style. A hidden paragraph mark alone hides nothing. */
function hidesText({ document, styles }: GuardedParts): boolean {
  const hiding = hidingStyles(styles);
  const isHidden = (properties: Parameters<typeof childNamed>[0], style: string) =>
    ['w:vanish', 'w:specVanish'].some((name) => isOn(childNamed(properties, name))) ||
    hiding.has(attribute(childNamed(properties, style), 'w:val') ?? '');
  const runs = elementsNamed(document, 'w:r').filter((run) => isHidden(childNamed(run, 'w:rPr'), 'w:rStyle'));
  const paragraphs = elementsNamed(document, 'w:p').filter((paragraph) =>
    hiding.has(attribute(childNamed(childNamed(paragraph, 'w:pPr'), 'w:pStyle'), 'w:val') ?? ''),
  );
  return [...runs, ...paragraphs].some((element) => textOf(element) !== '');
}

/** Whether how text is set says something that its characters do not: 10⁴ would become 104. */
function setsApart(document: Root): boolean {
  return elementsNamed(document, 'w:r').some((run) => {
    const properties = childNamed(run, 'w:rPr');
    const how = raisedHow(run);
    const own = textOf(run);
    const isRaised = how !== undefined && raised(own, how) === undefined;
    const struck = ['w:strike', 'w:dstrike'].some((name) => isOn(childNamed(properties, name)));
    return (isRaised || struck) && own.trim() !== '';
  });
}

/** Throws a SiteError with every reason why a document cannot be imported as it is. */
export function guardDocument(parts: GuardedParts, file: string): void {
  const refused: Refusal[] = REFUSED.filter(({ elements }) => elementsNamed(parts.document, ...elements).length > 0);
  const hasComments = textOf(parts.comments) !== '' && !refused.some(({ rule }) => rule === 'docx-comments');
  if (hasComments) refused.push(...REFUSED.filter(({ rule }) => rule === 'docx-comments'));
  if (setsApart(parts.document)) refused.push(RAISED);
  if (hidesText(parts)) refused.push(HIDDEN);
  if (refused.length === 0) return;
  throw new SiteError(
    refused.map(({ rule, message, hint }): Finding => ({ rule, severity: 'error', place: { file }, message, hint })),
  );
}
