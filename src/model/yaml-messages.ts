import type { YAMLError } from 'yaml';
import type { Bilingual, RuleId } from '../errors.ts';
import type { Rule } from '../rule.ts';
import { MODEL_RULES } from './rules.ts';
import { NESTED_TOO_DEEP } from './schema-findings.ts';

/** What an error of the `yaml` parser means for an author. */
interface YamlMessage {
  readonly rule: RuleId;
  /** The offset of the mistake: often before the place where the parser noticed. */
  readonly offset: number;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

type Wording = Pick<YamlMessage, 'message' | 'hint'>;

const QUOTE_VALUE: Bilingual = { zh: '请把整个值加上英文引号："…"', en: 'put the whole value in quotes' };

const FULL_WIDTH_COLON: Wording = {
  message: { zh: '字段名后面是中文冒号“：”', en: 'a full-width colon after the key' },
  hint: { zh: '请改成英文冒号，后面空一格，如“title: 关于…”', en: 'write “:” and a space, as in “title: About …”' },
};
const NO_SPACE: Wording = {
  message: { zh: '字段名的冒号后面没有空格', en: 'no space after the colon of the key' },
  hint: { zh: '请在冒号后面空一格，如“title: 关于…”', en: 'put a space after it, as in “title: About …”' },
};
const FULL_WIDTH_BRACKET: Wording = {
  message: { zh: '这里用了全角括号，不能表示一组字段或一个列表', en: 'full-width brackets hold no keys and no list' },
  hint: { zh: '请改用英文的“{ }”“[ ]”，各项之间用英文逗号', en: 'write { } or [ ], with plain commas between' },
};
const NEXT_LINE: Wording = {
  message: {
    zh: '下一行前面多了空格，被当成这个值的一部分',
    en: 'the next line is indented and so continues this value',
  },
  hint: { zh: '请删去下一行行首的空格，使字段对齐', en: 'take the space away from the beginning of the next line' },
};
const UNCLOSED_QUOTE: Wording = {
  message: { zh: '这个引号没有对应的后引号', en: 'this quotation mark is not closed' },
  hint: { zh: '请在值的末尾补上同样的英文引号', en: 'add the same mark at the end of the value' },
};
const UNCLOSED_BRACKET = (open: string): Wording => ({
  message: { zh: `“${open}”没有对应的“${open === '{' ? '}' : ']'}”`, en: `${open} is not closed` },
  hint: { zh: `请在这一项的末尾补上“${open === '{' ? '}' : ']'}”`, en: `add ${open === '{' ? '}' : ']'} at its end` },
});

/** What each other code of the parser that authors meet says. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  DUPLICATE_KEY: {
    message: { zh: '同一个字段写了两次', en: 'the key is there twice' },
    hint: { zh: '同一字段只能写一次，请删去多余的一个', en: 'keep one of the two' },
  },
  TAG_RESOLVE_FAILED: {
    message: { zh: '字段区不得使用 YAML 标签（! 开头）', en: 'YAML tags are not allowed' },
    hint: { zh: '请删去以“!”开头的标签', en: 'remove the tag that begins with "!"' },
  },
  BAD_INDENT: {
    message: { zh: '缩进不对：这一行与上下行没有对齐', en: 'wrong indentation' },
    hint: { zh: '请检查缩进：同一层的字段要对齐，只用空格', en: 'align keys of one level, with spaces only' },
  },
  TAB_AS_INDENT: {
    message: { zh: '缩进用了制表符（Tab）', en: 'a tab as indentation' },
    hint: { zh: '请改用空格', en: 'use spaces' },
  },
  MISSING_CHAR: {
    message: { zh: '这里缺少引号、冒号、逗号或括号', en: 'a quotation mark, colon, comma or bracket is missing' },
    hint: { zh: '请检查引号和括号是否成对（用英文引号）', en: 'check that quotes and brackets are paired' },
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: { zh: '值里有英文冒号加空格，被当成了另一个字段', en: 'a colon and space in the value begin another key' },
    hint: QUOTE_VALUE,
  },
  MULTILINE_IMPLICIT_KEY: {
    message: { zh: '这一行不是“字段: 值”的形式', en: 'this line is not “key: value”' },
    hint: { zh: '请检查冒号（英文冒号加一个空格）和引号', en: 'check the colon, which a space follows, and quotes' },
  },
  UNEXPECTED_TOKEN: {
    message: { zh: '值在这里已经结束，后面还有字', en: 'words after the end of the value' },
    hint: { zh: '值以“[”“{”或引号开头时，请把整个值加上英文引号："…"', en: QUOTE_VALUE.en },
  },
  BAD_SCALAR_START: {
    message: { zh: '值不能以这个符号开头', en: 'a value cannot begin with this sign' },
    hint: QUOTE_VALUE,
  },
};

const RULES: Readonly<Record<string, Rule>> = {
  DUPLICATE_KEY: MODEL_RULES['repeated-key'],
  TAG_RESOLVE_FAILED: MODEL_RULES['yaml-tag'],
};

/** What is said of an error of the `yaml` parser in a text. */
export function yamlMessage({ code, message, pos: [from] }: YAMLError, text: string): YamlMessage {
  const rule = (RULES[code] ?? MODEL_RULES['yaml-syntax']).id;
  if (/call stack/.test(message))
    return { rule, offset: from, message: NESTED_TOO_DEEP, hint: { zh: '请减少层次', en: 'nest less' } };
  const quote = /^Missing closing (["'])/.exec(message)?.[1];
  if (quote !== undefined) return { rule, offset: openingQuote(text, quote), ...UNCLOSED_QUOTE };
  const bracket = /^Flow (map|sequence)/.exec(message)?.[1];
  if (bracket !== undefined) {
    const open = bracket === 'map' ? '{' : '[';
    return { rule, offset: text.lastIndexOf(open, from), ...UNCLOSED_BRACKET(open) };
  }
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', lineStart);
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
  const key = /^\s*(?:- )?[A-Za-z]+(?=：)/.exec(line)?.[0];
  if (key !== undefined) return { rule, offset: lineStart + key.length, ...FULL_WIDTH_COLON };
  const tight = /^\s*(?:- )?[A-Za-z]+:(?=\S)/.exec(line)?.[0];
  if (tight !== undefined) return { rule, offset: lineStart + tight.length - 1, ...NO_SPACE };
  const wide = line.search(/[｛［]/);
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && wide !== -1) return { rule, offset: lineStart + wide, ...FULL_WIDTH_BRACKET };
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /^(?!.*: ).*\n +\S+:/.test(text.slice(from)))
    return { rule, offset: from, ...NEXT_LINE };
  const known = WORDINGS[code];
  if (known !== undefined) return { rule, offset: from, ...known };
  return {
    rule,
    offset: from,
    message: { zh: `字段写法有误：${message}`, en: `YAML: ${message}` },
    hint: { zh: '请检查冒号、引号和缩进', en: 'check colons, quotes and indentation' },
  };
}

/** Where the unclosed quotation mark is: at the beginning of the last value with only one of the kind. */
function openingQuote(text: string, quote: string): number {
  const lines = [...text.matchAll(/^.*$/gm)];
  const odd = lines.find(([line]) => {
    const value = line.replace(/\\./g, '  ');
    return new RegExp(`(?:^|[:,[{-]\\s*)${quote}`).test(value) && value.split(quote).length % 2 === 0;
  });
  return odd === undefined ? text.lastIndexOf(quote) : odd.index + odd[0].indexOf(quote);
}
