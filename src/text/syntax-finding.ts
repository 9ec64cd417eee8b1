import type { VFileMessage } from 'vfile-message';
import type { Bilingual, Finding, Place, RuleId } from '../errors.ts';
import { TEXT_RULES } from './rules.ts';

interface Wording {
  readonly rule: RuleId;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

const BARE_LESS_THAN = (next: string): Wording => ({
  rule: TEXT_RULES['bare-less-than'].id,
  message: {
    zh: `“<”后面是“${next}”，会被当作标签的开头`,
    en: `“<” before “${next}” would begin a tag`,
  },
  hint: {
    zh: `请写成“\\<${next}”，或用文字“小于”“不足”`,
    en: `write \\<${next}, or say “less than” in words`,
  },
});

const COMMENT: Wording = {
  rule: TEXT_RULES['raw-html'].id,
  message: { zh: '这里有 HTML 注释（<!-- … -->）或声明', en: 'an HTML comment or declaration' },
  hint: {
    zh: '请删去；不公开的话不要写在稿件里',
    en: 'delete it; what is not to be published has no place in the file',
  },
};

const AUTOLINK: Wording = {
  rule: TEXT_RULES['bare-less-than'].id,
  message: { zh: '网址不能写在“<”和“>”之间', en: 'an address cannot be written between < and >' },
  hint: { zh: '请写成“[文字](https://…)”', en: 'write [text](https://…)' },
};

const UNCLOSED_BRACE: Wording = {
  rule: TEXT_RULES['bare-brace'].id,
  message: { zh: '“{”没有对应的“}”，会被当作程序代码', en: '“{” without its “}” would begin program code' },
  hint: { zh: '要显示花括号，请写成“\\{”“\\}”', en: 'to show a brace, write \\{ and \\}' },
};

const BRACES: Wording = {
  rule: TEXT_RULES['bare-brace'].id,
  message: { zh: '花括号“{…}”里的内容会被当作程序代码', en: 'text in {…} would be read as program code' },
  hint: { zh: '要显示花括号，请写成“\\{…\\}”', en: 'to show the braces, write \\{…\\}' },
};

const IMPORT: Wording = {
  rule: TEXT_RULES['code-import'].id,
  message: {
    zh: '一行以英文“import”或“export”开头，会被当作程序代码',
    en: 'a line that begins with “import” or “export” is read as program code',
  },
  hint: {
    zh: '如果是代码，请删去；如果是英文句子，请改写句首，使它不在行首',
    en: 'delete it if it is code; if it is a sentence, begin it with another word',
  },
};

const UNCLOSED_TAG = (tag: string): Wording => ({
  rule: TEXT_RULES['unclosed-tag'].id,
  message: { zh: `标签 ${tag} 没有正确结束`, en: `the tag ${tag} is not closed properly` },
  hint: {
    zh: '请补上结束标签，或在“>”前加“/”；如果不是标签，把“<”写成“\\<”',
    en: 'add its closing tag, or / before >; where no tag is meant, write \\< for <',
  },
});

/** What a syntax error of the MDX parser means for an author, with its place in the file. `body` is the text that was parsed. */
export function syntaxFinding(error: VFileMessage, body: string, place: Place): Finding {
  return { severity: 'error', place, ...wording(error, body) };
}

function wording({ ruleId, source, reason, place }: VFileMessage, body: string): Wording {
  const offset = place === undefined ? undefined : 'start' in place ? place.start.offset : place.offset;
  const rest = offset === undefined ? '' : body.slice(offset);
  if (source === 'micromark-extension-mdxjs-esm') return IMPORT;
  if (/comment/.test(reason) && rest.startsWith('!')) return COMMENT;
  if (source === 'micromark-extension-mdx-expression') return ruleId === 'unexpected-eof' ? UNCLOSED_BRACE : BRACES;
  if (ruleId === 'acorn') return BRACES;
  if (/to create a link in MDX/.test(reason)) return AUTOLINK;
  if (/before name/.test(reason)) return BARE_LESS_THAN([...rest][0] ?? '');
  return UNCLOSED_TAG(/`(<[^`]*)`/.exec(reason)?.[1] ?? '“<”');
}
