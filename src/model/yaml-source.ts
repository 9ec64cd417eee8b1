import {
  CST,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLMap,
  YAMLParseError,
} from 'yaml';
import type { z } from 'zod';
import { type Finding, type Place, SiteError } from '../errors.ts';
import { MODEL_RULES } from './rules.ts';
import { type Inspected, type Locate, schemaFindings } from './schema-findings.ts';
import { LONGEST_LINE, longLine } from './text.ts';
import { yamlMessage } from './yaml-messages.ts';

/** The origin of a YAML text: its file, and how many lines precede it there (front matter begins at line 2). */
interface YamlOrigin {
  readonly file: string;
  readonly linesBefore: number;
}

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
  const long = longLine(text);
  if (long !== undefined) {
    const place = { file: origin.file, line: long + origin.linesBefore, column: 1 };
    return { findings: [{ ...LINE_TOO_LONG, place }], source: undefined, value: undefined };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, ...PARSING });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: origin.file, line: Math.max(line, 1) + origin.linesBefore, column: Math.max(col, 1) };
  };
  const findings: Finding[] = [];
  const errors = [...document.errors, ...document.warnings, ...repeatedKeys(document.contents)];
  for (const error of errors.slice(0, MOST_TOLD)) {
    const { rule, offset, message, hint } = yamlMessage(error, text);
    const place = at(offset);
    // One mistake often causes several errors of the parser.
    if (rule !== 'yaml-syntax' || !findings.some((other) => other.rule === rule && other.place.line === place.line))
      findings.push({ rule, severity: 'error', place, message, hint });
  }
  const known = new Set(findings.map(({ rule }) => rule));
  findings.push(...forbiddenSyntax(document.contents, at).filter(({ rule }) => !known.has(rule)));
  findings.push(...lostWords(text, at));
  // Where the values can be read anyway, report their faults in the same run.
  if (findings.some(({ rule }) => rule === 'yaml-syntax' || rule === 'yaml-anchor'))
    return { findings, source: undefined, value: undefined };
  const source: unknown = document.toJS() ?? {};
  const result = schema.safeParse(source, { reportInput: true });
  if (!result.success) findings.push(...schemaFindings(result.error, locator(document.contents, at)));
  return { findings, source, value: result.data };
}

/** The place of a value in a YAML text by its path; the place of what holds it where it is not there. */
export function placeInYaml(text: string, file: string, path: readonly PropertyKey[]): Place {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines, ...PARSING });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return locator(contents, at)(path, 'value');
}

/** The parser would compare each key of a map with all others: `repeatedKeys` does not. */
const PARSING = { uniqueKeys: false, schema: 'core', prettyErrors: false } as const;

/** How many errors of the parser are reported at most: one mistake can cause an error in all that follows. */
const MOST_TOLD = 50;

const LINE_TOO_LONG: Omit<Finding, 'place'> = {
  rule: MODEL_RULES['line-too-long'].id,
  severity: 'error',
  message: {
    zh: `这一行超过 ${LONGEST_LINE} 个字符`,
    en: `this line has more than ${LONGEST_LINE} characters`,
  },
  hint: {
    zh: '字段的值不会这样长，多半是粘贴错了：请删去多余的',
    en: 'no value is this long; it was pasted by mistake: delete what is surplus',
  },
};

/** An error for every key that its map has already. */
function repeatedKeys(root: ParsedNode | null): YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  if (root === null) return errors;
  visit(root, {
    Map(_key, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const from = offsetOf(key);
        if (seen.has(key.value)) errors.push(new YAMLParseError([from, from + 1], 'DUPLICATE_KEY', 'repeated key'));
        seen.add(key.value);
      }
    },
  });
  return errors;
}

/** Refuses tags, anchors and aliases, which content does not need. */
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
      rule: MODEL_RULES[tagged ? 'yaml-tag' : 'yaml-anchor'].id,
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

/** Tokens of the lexer that correspond to no character of the text. */
const LEXER_MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/**
 * Words after a value that YAML takes for a comment: `关于 #3 机井` would be published as `关于`. Comments on separate lines
 * are allowed.
 */
function lostWords(text: string, at: (offset: number) => Place): Finding[] {
  if (!/\s#/.test(text)) return [];
  const findings: Finding[] = [];
  let offset = 0;
  /** Whether something comes before the token on its line. */
  let follows = false;
  for (const token of new Lexer().lex(text)) {
    if (LEXER_MARKS.has(token)) continue;
    if (token.startsWith('#') && follows)
      findings.push({
        rule: MODEL_RULES['yaml-comment'].id,
        severity: 'error',
        place: at(offset),
        message: {
          zh: `“${token.slice(0, 20)}”前有空格，会被当作注释丢掉`,
          en: `“${token.slice(0, 20)}” after a space is taken for a comment and lost`,
        },
        hint: {
          zh: '要保留这些字，请把整个值加上英文引号："…"；确是注释的，另起一行写',
          en: 'put the whole value in quotes to keep the words; a comment goes on a line of its own',
        },
      });
    offset += token.length;
    const lineEnd = token.lastIndexOf('\n');
    follows = (lineEnd === -1 && follows) || token.slice(lineEnd + 1).trim() !== '';
  }
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
  /** The pairs of a map by their keys, once it was looked into: a file may have thousands of findings in one. */
  const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairIn = (map: YAMLMap, key: PropertyKey): Pair | undefined => {
    let pairs = known.get(map);
    if (pairs === undefined) {
      const own = map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : []));
      pairs = new Map(own.reverse());
      known.set(map, pairs);
    }
    return pairs.get(String(key));
  };
  return (path, part) => {
    let node: Node | null = root;
    let place = offsetOf(root);
    for (const [index, step] of path.entries()) {
      if (isMap(node)) {
        const pair = pairIn(node, step);
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
