import { foldTight } from '../letter/fold.ts';
import { labelledItems } from '../letter/labels.ts';
import type { SourceBlock } from '../source.ts';

/** The labels by which a page that shows a message and its answer as a form calls the answer. */
const ANSWER =
  '(?:答复|回复)(?:内容|情况|意见)|官方(?:回复|答复)|(?:单位|部门)(?:回复|答复)|(?:处理|办理|办复)(?:内容|情况|结果|意见)';
const IS_ANSWER = new RegExp(`^(?:${ANSWER}):?$`, 'u');
const BEGINS_ANSWER = new RegExp(`^ *(?:${ANSWER}) *[:：]`, 'u');
/** A shorter value beside such a label is a mark (办理结果：A) and no answer. */
const SHORTEST_ANSWER = 20;
/** What the labels begin with of what is answered: a message, a suggestion, a proposal. */
const OF_ANSWERED = /^(?:来信|写信|信件|留言|提问|问题|诉求|咨询|投诉|网友|查询编号|建议|提案|议案|案由|案号)/u;
/** Labels whose values run over several paragraphs. */
const LONG = /(?:内容|描述|情况|意见|说明)$/u;

/** Whether a text is the label of an answer and nothing else. */
export const isAnswerLabel = (text: string): boolean => IS_ANSWER.test(foldTight(text));

/** The label that a paragraph consists of or begins with, folded; `undefined` where it has none. */
function labelOf(block: SourceBlock): { readonly label: string; readonly isAlone: boolean } | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const folded = foldTight(block.text);
  const alone = folded.replace(/:$/u, '');
  if (isAnswerLabel(alone)) return { label: alone, isAlone: true };
  if (alone.length <= 12) {
    const [item] = labelledItems(`${alone}:`);
    if (item?.value === '' && foldTight(item.label) === alone) return { label: alone, isAlone: true };
  }
  const [item] = labelledItems(block.text);
  return item === undefined ? undefined : { label: foldTight(item.label), isAlone: false };
}

/** A paragraph that begins with the label of an answer as two: the label, and the answer. */
function parted(block: SourceBlock): SourceBlock[] {
  const label = block.kind === 'paragraph' ? BEGINS_ANSWER.exec(block.text)?.[0] : undefined;
  if (block.kind !== 'paragraph' || label === undefined || block.text.length < label.length + SHORTEST_ANSWER)
    return [block];
  return [
    { ...block, text: label.trim() },
    { ...block, text: block.text.slice(label.length).trim() },
  ];
}

/**
 * Blocks in which a form's labels are in one paragraph with their values (来信标题：…), as letters have such lines. Blocks without the labels of
 * what is answered and of its answer are no form, and stay as they are.
 */
export function joinForm(source: readonly SourceBlock[]): SourceBlock[] {
  const blocks = source.flatMap(parted);
  const labels = blocks.map(labelOf);
  const isForm =
    labels.some((own) => own?.isAlone === true && isAnswerLabel(own.label)) &&
    labels.some((own) => own !== undefined && OF_ANSWERED.test(own.label));
  if (!isForm) return [...source];
  const joined: SourceBlock[] = [];
  for (let at = 0; at < blocks.length; ) {
    const [block, label] = [blocks[at], labels[at]];
    at += 1;
    if (block === undefined) continue;
    if (block.kind === 'table' || label?.isAlone !== true) {
      joined.push(block);
      continue;
    }
    const values: string[] = [];
    if (!isAnswerLabel(label.label)) {
      for (let next = blocks[at]; next?.kind === 'paragraph' && labels[at]?.isAlone !== true; next = blocks[at]) {
        values.push(next.text);
        at += 1;
        if (!LONG.test(label.label)) break;
      }
    }
    joined.push({
      ...block,
      heading: undefined,
      text: `${block.text.replace(/[:：]$/u, '').trimEnd()}：${values.join(' ')}`,
    });
  }
  return joined;
}
