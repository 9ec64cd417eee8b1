import { type DocumentNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import type { z } from 'zod';
import { type Finding, formatPlace, type Place, SiteError } from '../errors.ts';
import { MODEL_RULES } from './rules.ts';
import { type Inspected, type Locate, NESTED_TOO_DEEP, schemaFindings } from './schema-findings.ts';

/**
 * Reads strict JSON (RFC 8259) and checks it. Repeated keys, numbers that a float cannot hold and
 * syntax errors are findings with line and column. Throws a SiteError with every finding.
 */
export function readJson<Schema extends z.ZodType>(text: string, schema: Schema, file: string): z.infer<Schema> {
  const { findings, value } = inspectJson(text, schema, file);
  if (findings.length > 0 || value === undefined) throw new SiteError(findings);
  return value;
}

/** As `readJson`, but gives every finding beside what was read. */
export function inspectJson<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
): Inspected<z.infer<Schema>> {
  try {
    const document = parseJson(text, file);
    const findings = valueFindings(document.body, file);
    const source = parseValue(withoutMark(text), file);
    const result = schema.safeParse(source, { reportInput: true });
    if (result.success) return { findings, source, value: result.data };
    // A number that cannot be held exactly is reported as that; that it should have been a string would be the same
    // fault twice.
    const told = new Set(findings.map(({ place }) => formatPlace(place)));
    const broken = schemaFindings(result.error, jsonLocator(document, file));
    return {
      findings: [...findings, ...broken.filter(({ place }) => !told.has(formatPlace(place)))],
      source,
      value: undefined,
    };
  } catch (error) {
    if (error instanceof SiteError) return { findings: error.findings, source: undefined, value: undefined };
    throw error;
  }
}

/** A byte order mark is worth a warning and no more: what is behind it is read. */
const withoutMark = (text: string) => text.replace(/^\ufeff/, '');

/** momoa lets control characters in strings pass; JSON does not. */
function parseValue(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [line, column] = (/line (\d+) column (\d+)/.exec(error.message) ?? []).slice(1).map(Number);
    throw new SiteError(
      {
        rule: MODEL_RULES['json-syntax'].id,
        severity: 'error',
        place: { file, line: line ?? 1, column: column ?? 1 },
        message: {
          zh: '引号里有换行、制表符（Tab）或别的控制字符',
          en: 'a line break, tab or other control character within quotes',
        },
        hint: { zh: '请删去；一段文字要写在同一行', en: 'remove it; a text has to be on one line' },
      },
      { cause: error },
    );
  }
}

function parseJson(text: string, file: string): DocumentNode {
  try {
    return parse(withoutMark(text), { mode: 'json', ranges: true });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const place: Place =
      'line' in error && 'column' in error
        ? { file, line: Number(error.line), column: Number(error.column) }
        : { file };
    throw new SiteError(
      {
        rule: MODEL_RULES['json-syntax'].id,
        severity: 'error',
        place,
        message:
          error instanceof RangeError
            ? NESTED_TOO_DEEP
            : { zh: chineseSyntaxError(error.message, text), en: `JSON: ${error.message}` },
        hint: {
          zh: '请检查逗号、引号和括号：各项之间一个逗号，最后一项后面没有，引号用英文引号',
          en: 'check commas, quotes and brackets',
        },
      },
      { cause: error },
    );
  }
}

/** The parser's message in Chinese: what is there, or that the file ends too soon. */
function chineseSyntaxError(message: string, text: string): string {
  if (/end of input/i.test(message) || !/[}\]]$/.test(text.trimEnd()))
    return '文件没有写完：在这里突然结束了（可能保存时被截断）';
  const seen = /Unexpected (?:token|character) ['"]?(.{1,20}?)['"]? ?(?:\(|found)/.exec(message)?.[1];
  return seen === undefined ? `JSON 写法有误：${message}` : `这里不应是“${seen}”`;
}

const placeOf = (node: { loc: { start: { line: number; column: number } } }, file: string): Place => ({
  file,
  line: node.loc.start.line,
  column: node.loc.start.column,
});

function valueFindings(node: ValueNode, file: string): Finding[] {
  if (node.type === 'Array') return node.elements.flatMap((element) => valueFindings(element.value, file));
  if (node.type === 'Number' && !(Number.isFinite(node.value) && Math.abs(node.value) <= Number.MAX_SAFE_INTEGER)) {
    return [
      {
        rule: MODEL_RULES['json-number'].id,
        severity: 'error',
        place: placeOf(node, file),
        message: { zh: '这个数超出了能精确保存的范围', en: 'this number cannot be held exactly' },
        hint: { zh: '请加引号，写成十进制字符串', en: 'write it in quotes, as a decimal string' },
      },
    ];
  }
  if (node.type !== 'Object') return [];
  const seen = new Set<string>();
  return node.members.flatMap((member) => {
    const key = member.name.type === 'String' ? member.name.value : member.name.name;
    const repeated: Finding[] = seen.has(key)
      ? [
          {
            rule: MODEL_RULES['repeated-key'].id,
            severity: 'error',
            place: placeOf(member.name, file),
            message: { zh: `字段“${key}”写了两次`, en: `"${key}" is there twice` },
            hint: { zh: '请删去多余的一个', en: 'keep one of the two' },
          },
        ]
      : [];
    seen.add(key);
    return [...repeated, ...valueFindings(member.value, file)];
  });
}

/** Finds places in a parsed JSON document by path. */
function jsonLocator(document: DocumentNode, file: string): Locate {
  return (path, part) => {
    let node: ValueNode = document.body;
    let place = placeOf(node, file);
    for (const [index, step] of path.entries()) {
      if (node.type === 'Object') {
        const member = node.members.find(
          ({ name }) => (name.type === 'String' ? name.value : name.name) === String(step),
        );
        if (!member) break;
        node = member.value;
        place = placeOf(index === path.length - 1 && part === 'key' ? member.name : node, file);
      } else if (node.type === 'Array') {
        const element = node.elements[Number(step)];
        if (!element) break;
        node = element.value;
        place = placeOf(node, file);
      }
    }
    return place;
  };
}

/** The place of a value in a JSON text that is known to parse: `placeInJson(text, file, ['observations', 0, 'quote'])`. */
export function placeInJson(text: string, file: string, path: readonly PropertyKey[]): Place {
  return jsonLocator(parseJson(text, file), file)(path, 'value');
}
