import { isScalar, type Pair, parseDocument, type Scalar, visit } from 'yaml';
import type { Bilingual, Finding } from '../errors.ts';
import { foldSpace } from '../model/block.ts';
import { placer } from '../model/source-file.ts';
import { dataset, found, key, type Rule, rule } from '../rule.ts';
import { on, pass } from './checks.ts';
import type { FileRole } from './layout.ts';

export const FIELD_BREAK = rule('field-line-break', {
  severity: 'error',
  why: {
    zh: '标题、标签等字段在网页上是一行：里面的换行和制表符会变成空格，或使前后的字连起来。',
    en: 'Titles, labels and other fields are one line on a page: a line break or tab in one becomes a space, or joins what it parts.',
  },
  examples: {
    bad: key('title: "关于修复机井\n  建议的答复"'),
    good: key('title: 关于修复机井建议的答复'),
  },
});

export const FIELD_SPACES = rule('field-spaces', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '字段里连着的几个空格，网页上只显示一个。',
    en: 'Several spaces in a field show as one.',
  },
  examples: {
    bad: dataset('"en": "24 wells repaired"', '"en": "24  wells repaired"'),
    good: dataset('"en": "24 wells repaired"', '"en": "24 wells repaired"'),
  },
});

/** Files whose values people write, as JSON and as YAML. */
const JSON_ROLES: ReadonlySet<FileRole['role']> = new Set(['dataset', 'commitments', 'calendar']);
const YAML_ROLES: ReadonlySet<FileRole['role']> = new Set(['document', 'site', 'bureaus', 'glossary']);

export const SPACES = pass({
  finds: [FIELD_BREAK, FIELD_SPACES],
  because: 'a value is folded once, and is told of once',
  check: on('fields', ({ role, text, path, linesBefore }) => {
    if (YAML_ROLES.has(role)) return yamlSpaceFindings(text, path, linesBefore);
    return JSON_ROLES.has(role) ? jsonSpaceFindings(text, path) : [];
  }),
});

/** Fields of several paragraphs: the words of a document that a letter answers. */
const PARAGRAPHS: ReadonlySet<unknown> = new Set(['words']);

/** What may be in a YAML text that folds or breaks a value: most have none, and are not read for it. */
const MAY_BREAK = /\t|\S {2,}\S|\\[nt]|[|>][-+\d]*[ \t]*$|^[ \t]+[^\s#:-][^:]*$/m;
const WIDE_SPACE = /[\p{Script=Han}\u3001\u3002\uff01-\uff60] [\p{Script=Han}\uff01-\uff60]/u;

/**
 * White space in the fields of a YAML text that a page shows otherwise: a line break, a tab, several spaces. A value over several
 * lines is read as one, with a space for each line's end: in English that is as it was written, in Chinese it is not.
 */
export function yamlSpaceFindings(text: string, file: string, linesBefore = 0): Finding[] {
  if (!MAY_BREAK.test(text)) return [];
  const place = placer(text, file);
  const findings: Finding[] = [];
  const at = (offset: number) => {
    const { line = 1, column = 1 } = place(offset);
    return { file, line: line + linesBefore, column };
  };
  visit(parseDocument(text, { logLevel: 'silent' }), {
    Pair(_, pair) {
      return isParagraphs(pair) ? visit.SKIP : undefined;
    },
    Scalar(role, scalar) {
      if (role === 'key' || typeof scalar.value !== 'string' || !scalar.range) return;
      const written = text.slice(scalar.range[0], scalar.range[1]);
      const fault = faultOf(scalar.value, written.includes('\n'));
      if (fault !== undefined) findings.push(found(fault.rule, at(scalar.range[0]), fault.message, fault.hint));
    },
  });
  return findings;
}

const isParagraphs = ({ key: name }: Pair): boolean => isScalar(name) && PARAGRAPHS.has((name as Scalar).value);

/** A string of a JSON text; one that is not closed goes to the end. */
const STRING = /"(?:[^"\\]|\\.)*(")?/gs;

/** The same in the values of a JSON text. */
export function jsonSpaceFindings(text: string, file: string): Finding[] {
  if (!/\\[nrt]|\S {2,}\S/.test(text)) return [];
  const place = placer(text, file);
  return Array.from(text.matchAll(STRING)).flatMap(({ 0: written, 1: closed, index }): Finding[] => {
    if (closed === undefined || !/\\[nrt]| {2}/.test(written)) return [];
    const value = written.slice(1, -1).replace(/\\(.)/gs, (_, sign: string) => ESCAPED[sign] ?? sign);
    const fault = faultOf(value, false);
    return fault === undefined ? [] : [found(fault.rule, place(index), fault.message, fault.hint)];
  });
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

interface Fault {
  readonly rule: Rule;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

/** What a page would change in a value: it is shown with its white space folded. `overLines` says that the source has it on several lines. */
function faultOf(value: string, overLines: boolean): Fault | undefined {
  const shown = foldSpace(value).trim();
  if (/[\n\r\t]/.test(value.trim()))
    return {
      rule: FIELD_BREAK,
      message: {
        zh: '字段里有换行或制表符，网页上不显示',
        en: 'a line break or tab in a field, which a page does not show',
      },
      hint: { zh: '请写在一行里，词与词之间用一个空格', en: 'write it on one line, with one space between words' },
    };
  if (overLines && WIDE_SPACE.test(value))
    return {
      rule: FIELD_BREAK,
      message: {
        zh: '字段写在几行里，读出来换行处会多一个空格',
        en: 'a field over several lines: each line’s end becomes a space between Chinese characters',
      },
      hint: { zh: '请把整个值写在一行里', en: 'write the whole value on one line' },
    };
  if (value !== shown && value.trim() !== shown)
    return {
      rule: FIELD_SPACES,
      message: { zh: '字段里连着的几个空格，网页上只显示一个', en: 'several spaces in a field show as one' },
      hint: { zh: '请只留一个', en: 'leave one' },
    };
  return undefined;
}
