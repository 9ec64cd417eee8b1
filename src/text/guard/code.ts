/// <reference types="remark-mdx" />
import type { Nodes } from 'mdast';
import type { Bilingual, RuleId } from '../../errors.ts';
import { TEXT_RULES } from '../rules.ts';
import { CONTENT_COMPONENTS, type ContentComponent } from './components.ts';

/** A fault of a syntax node, before it has its place. */
export interface NodeFault {
  readonly rule: RuleId;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

/** `official`: a reply's text, which holds text only. `compiled`: a report or page, which may hold components of the allow-list. */
export type BodyKind = 'official' | 'compiled';

const DELETE: Bilingual = {
  zh: '请删去：稿件只能是文字，不能有程序',
  en: 'delete it: content is text, never a program',
};

type Jsx = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** What is wrong with a node that is code, mark-up or a component; none for text. */
export function codeFaults(node: Nodes, kind: BodyKind): NodeFault[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return [
        {
          rule: TEXT_RULES['code-import'].id,
          message: { zh: '稿件里有 import 或 export 语句', en: 'an import or export statement' },
          hint: DELETE,
        },
      ];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (PROMPT.test(node.value)) return [promptLeft()];
      return [
        {
          rule: TEXT_RULES['code-expression'].id,
          message: {
            zh: `花括号里的内容“{${shorten(node.value)}}”会被当作程序代码`,
            en: `{${shorten(node.value)}} would run as program code`,
          },
          hint: {
            zh: '如果要显示花括号，请写成“\\{…\\}”；如果是代码或注释，请删去',
            en: 'to show the braces write \\{…\\}; delete it if it is code or a comment',
          },
        },
      ];
    case 'html':
      return [rawHtml(node.value)];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return elementFaults(node, kind);
    default:
      return [];
  }
}

/** What `dafu new` writes where a text is still to come. */
const PROMPT = /^\/\* (?:在这里|write the text here)/;

const promptLeft = (): NodeFault => ({
  rule: TEXT_RULES['code-expression'].id,
  message: { zh: '这一行是新建时的提示，还没有换成正文', en: 'this line is a prompt: the text is still to be written' },
  hint: { zh: '请在这里写正文，写好后删去“{/* … */}”这一行', en: 'write the text here and delete the line {/* … */}' },
});

const shorten = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

function rawHtml(tag: string): NodeFault {
  return {
    rule: TEXT_RULES['raw-html'].id,
    message: { zh: `稿件里有 HTML：${shorten(tag)}`, en: `raw HTML: ${shorten(tag)}` },
    hint: {
      zh: '请删去标签，用普通文字或 Markdown 写；要显示“<”请写成“\\<”',
      en: 'remove the tag and write plain text or Markdown; to show < write \\<',
    },
  };
}

function elementFaults(element: Jsx, kind: BodyKind): NodeFault[] {
  const { name } = element;
  const attributes = element.attributes.flatMap((attribute): NodeFault[] => {
    const code = attributeCode(attribute);
    if (code !== undefined) return [expressionAttribute(code)];
    return 'name' in attribute && /^on/i.test(attribute.name) ? [eventHandler(attribute.name)] : [];
  });
  if (name === null) return [rawHtml('<>'), ...attributes];
  if (name.includes('.') || name.includes(':')) return [member(name), ...attributes];
  if (/^[a-z]/.test(name)) return [rawHtml(`<${name}>`), ...attributes];
  if (kind === 'official') return [inOfficialText(name), ...attributes];
  const component = Object.hasOwn(CONTENT_COMPONENTS, name) ? CONTENT_COMPONENTS[name] : undefined;
  if (component === undefined) return [unknownComponent(name), ...attributes];
  return [...attributes, ...attributeFaults(element, name, component)];
}

/** The program code of an attribute, spread or value; `undefined` where its value is plain text or none. */
function attributeCode(attribute: Jsx['attributes'][number]): string | undefined {
  if (attribute.type === 'mdxJsxExpressionAttribute') return attribute.value;
  return attribute.value !== null && typeof attribute.value === 'object' ? attribute.value.value : undefined;
}

function expressionAttribute(code: string): NodeFault {
  return {
    rule: TEXT_RULES['code-attribute'].id,
    message: { zh: `属性值“{${shorten(code)}}”是程序代码`, en: `the attribute {${shorten(code)}} is program code` },
    hint: { zh: '请改成引号里的文字，如 of="wells"', en: 'write it as text in quotes, such as of="wells"' },
  };
}

function eventHandler(name: string): NodeFault {
  return {
    rule: TEXT_RULES['event-handler'].id,
    message: { zh: `属性“${name}”会让网页运行程序`, en: `the attribute ${name} would run a program` },
    hint: DELETE,
  };
}

function member(name: string): NodeFault {
  return {
    rule: TEXT_RULES['component-member'].id,
    message: { zh: `组件名“${name}”里不能有“.”或“:”`, en: `the component name ${name} has a “.” or “:” in it` },
    hint: DELETE,
  };
}

function inOfficialText(name: string): NodeFault {
  return {
    rule: TEXT_RULES['component-in-official-text'].id,
    message: { zh: `答复正文里有组件 <${name}>`, en: `the component <${name}> in an official text` },
    hint: {
      zh: '答复正文只能是签发的文字；图表请放在报告里，数据写进 data/',
      en: 'an official text holds the signed words only; put charts into a report and figures into data/',
    },
  };
}

const NAMES = Object.keys(CONTENT_COMPONENTS);

function unknownComponent(name: string): NodeFault {
  return {
    rule: TEXT_RULES['component-unknown'].id,
    message: { zh: `没有叫 <${name}> 的组件`, en: `there is no component <${name}>` },
    hint: {
      zh: `可用的组件：${NAMES.join('、')}（区分大小写）；如果不是组件，把“<”写成“\\<”`,
      en: `there are ${NAMES.join(', ')} (case matters); where no component is meant, write \\< for <`,
    },
  };
}

function attributeFaults(element: Jsx, name: string, { attributes, content, example }: ContentComponent): NodeFault[] {
  const fault = (zh: string, en: string): NodeFault => ({
    rule: TEXT_RULES['component-attribute'].id,
    message: { zh, en },
    hint: {
      zh: `写法如 ${example}`,
      en: `write it as in ${example}`,
    },
  });
  const given = element.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && attributeCode(attribute) === undefined ? [attribute] : [],
  );
  const faults = given.flatMap(({ name: attribute, value }): NodeFault[] => {
    if (/^on/i.test(attribute)) return [];
    const schema = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
    if (schema === undefined)
      return [fault(`<${name}> 没有“${attribute}”这个属性`, `<${name}> has no attribute ${attribute}`)];
    if (schema.safeParse(value).success) return [];
    return [fault(`<${name}> 的“${attribute}”值不对：“${value}”`, `<${name}> cannot take ${attribute}="${value}"`)];
  });
  const named = new Set(element.attributes.flatMap((attribute) => ('name' in attribute ? [attribute.name] : [])));
  for (const [attribute, schema] of Object.entries(attributes)) {
    if (!named.has(attribute) && !schema.safeParse(undefined).success)
      faults.push(fault(`<${name}> 缺少属性“${attribute}”`, `<${name}> lacks the attribute ${attribute}`));
  }
  if (!content && element.children.length > 0)
    faults.push(fault(`<${name}> 里面不能有文字`, `<${name}> cannot hold text`));
  return faults;
}
