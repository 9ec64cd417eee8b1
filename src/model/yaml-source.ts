import { isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { type Finding, type Place, SiteError } from '../errors.ts';
import { type Inspected, type Locate, NESTED_TOO_DEEP, schemaFindings } from './schema-findings.ts';

/** Where a YAML text stands: its file, and how many lines come before it there (front matter begins at line 2). */
export interface YamlOrigin {
  readonly file: string;
  readonly linesBefore: number;
}

/** The rule that a code of the `yaml` parser breaks, where it is not the general one. */
const RULES: Readonly<Record<string, string>> = { DUPLICATE_KEY: 'repeated-key', TAG_RESOLVE_FAILED: 'yaml-tag' };

/** What each code of the `yaml` parser that authors meet says, in Chinese. */
const MEANINGS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同一个字段写了两次',
  TAG_RESOLVE_FAILED: '字段区不得使用 YAML 标签（! 开头）',
  BAD_INDENT: '缩进不对：这一行与上下行没有对齐',
  TAB_AS_INDENT: '缩进用了制表符（Tab），只能用空格',
  MISSING_CHAR: '这里缺少引号、冒号、逗号或括号',
  BLOCK_AS_IMPLICIT_KEY: '值里有英文冒号加空格，被当成了另一个字段',
  MULTILINE_IMPLICIT_KEY: '这个字段的引号或括号没有在同一行结束',
  UNEXPECTED_TOKEN: '这里有多余的符号',
  BAD_SCALAR_START: '值不能以这个符号开头',
};

/** The hint for each code of the `yaml` parser that authors meet. */
const HINTS: Readonly<Record<string, Finding['hint']>> = {
  DUPLICATE_KEY: { zh: '同一字段只能写一次，请删去多余的一个', en: 'keep one of the two' },
  TAG_RESOLVE_FAILED: { zh: '请删去以“!”开头的标签', en: 'remove the tag that begins with "!"' },
  BLOCK_AS_IMPLICIT_KEY: { zh: '请把整个值加上英文引号："…"', en: 'put the whole value in quotes' },
  BAD_SCALAR_START: { zh: '请把整个值加上英文引号："…"', en: 'put the whole value in quotes' },
  MISSING_CHAR: { zh: '请检查引号和括号是否成对（用英文引号）', en: 'check that quotes and brackets are paired' },
  BAD_INDENT: { zh: '请检查缩进：同一层的字段要对齐，只用空格', en: 'align keys of one level, with spaces only' },
};

/**
 * Reads YAML 1.2 (core schema, no tags, no aliases, dates stay strings) and checks it.
 * Throws a SiteError with every finding and its place.
 */
export function readYaml<Schema extends z.ZodType>(text: string, schema: Schema, origin: YamlOrigin): z.infer<Schema> {
  const { findings, value } = inspectYaml(text, schema, origin);
  if (findings.length > 0 || value === undefined) throw new SiteError(findings);
  return value;
}

/** As `readYaml`, but gives every finding beside what was read. */
export function inspectYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  origin: YamlOrigin,
): Inspected<z.infer<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'core', prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: origin.file, line: Math.max(line, 1) + origin.linesBefore, column: Math.max(col, 1) };
  };
  const findings: Finding[] = [...document.errors, ...document.warnings].map((error) => ({
    rule: RULES[error.code] ?? 'yaml-syntax',
    severity: 'error',
    place: at(error.pos[0]),
    message: /call stack/.test(error.message)
      ? NESTED_TOO_DEEP
      : { zh: MEANINGS[error.code] ?? `字段写法有误：${error.message}`, en: `YAML: ${error.message}` },
    hint: HINTS[error.code] ?? { zh: '请检查冒号、引号和缩进', en: 'check colons, quotes and indentation' },
  }));
  const known = new Set(findings.map(({ rule }) => rule));
  findings.push(...forbiddenSyntax(document.contents, at).filter(({ rule }) => !known.has(rule)));
  // Where the values can be told all the same, say what is wrong with them in the same run.
  if (findings.some(({ rule }) => rule === 'yaml-syntax' || rule === 'yaml-anchor'))
    return { findings, source: undefined, value: undefined };
  const source: unknown = document.toJS() ?? {};
  const result = schema.safeParse(source, { reportInput: true });
  if (!result.success) findings.push(...schemaFindings(result.error, locator(document.contents, at)));
  return { findings, source, value: result.data };
}

/** Tags, anchors and aliases are programs in small: content has none. */
function forbiddenSyntax(root: ParsedNode | null, at: (offset: number) => Place): Finding[] {
  const findings: Finding[] = [];
  if (root === null) return findings;
  visit(root, (_key, node) => {
    if (node === null || typeof node !== 'object' || !('range' in node)) return;
    const tagged = 'tag' in node && typeof node.tag === 'string';
    const anchored =
      ('anchor' in node && node.anchor !== undefined) || ('source' in node && node.constructor.name === 'Alias');
    if (!tagged && !anchored) return;
    findings.push({
      rule: tagged ? 'yaml-tag' : 'yaml-anchor',
      severity: 'error',
      place: at(offsetOf(node)),
      message: tagged
        ? { zh: '字段区不得使用 YAML 标签（! 开头）', en: 'YAML tags are not allowed' }
        : { zh: '字段区不得使用 YAML 锚点和引用（& 或 *）', en: 'YAML anchors and aliases are not allowed' },
      hint: {
        zh: '请直接写出值；值以 !、& 或 * 开头时加引号',
        en: 'write the value itself, in quotes if it begins with !, & or *',
      },
    });
  });
  return findings;
}

function offsetOf(node: unknown): number {
  if (node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
    const [start] = node.range;
    if (typeof start === 'number') return start;
  }
  return 0;
}

function locator(root: ParsedNode | null, at: (offset: number) => Place): Locate {
  return (path, part) => {
    let node: Node | null = root;
    let place = offsetOf(root);
    for (const [index, step] of path.entries()) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
        if (!pair) break;
        const last = index === path.length - 1;
        node = pair.value as Node | null;
        place = offsetOf((last && part === 'key') || node === null ? pair.key : node);
      } else if (isSeq(node)) {
        node = (node.items[Number(step)] as Node | undefined) ?? null;
        if (node === null) break;
        place = offsetOf(node);
      }
    }
    return at(place);
  };
}
