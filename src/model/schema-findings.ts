import type { z } from 'zod';
import { type Bilingual, type Finding, oneLine, type Place } from '../errors.ts';
import { MODEL_RULES } from './rules.ts';

/** Finds the place of a value (or of a key) by its path in a parsed document. */
export type Locate = (path: readonly PropertyKey[], part: 'key' | 'value') => Place;

/** A text of data with all that is wrong with it. */
export interface Inspected<T> {
  readonly findings: readonly Finding[];
  /** What the text says, as parsed and before the schema; `undefined` where its syntax does not let that be told. */
  readonly source: unknown;
  /** What the schema made of it; `undefined` where it does not accept it. */
  readonly value: T | undefined;
}

/** The message for brackets nested too deep for a parser. */
export const NESTED_TOO_DEEP: Bilingual = { zh: '括号或层次嵌套得太深', en: 'brackets or levels are nested too deep' };

/**
 * How many unknown keys of one object are reported at most: that is enough to see that it is the wrong file, and each
 * takes time to locate.
 */
const MOST_UNKNOWN_KEYS = 50;

const dotted = (path: readonly PropertyKey[]) => oneLine(path.map(String).join('.')) || '(root)';

/**
 * The issues of values that may be one thing or a list of them, reduced to the alternative that the author wrote: where
 * it is a list, those of the list.
 */
export function plainIssues(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    // A union with a message of its own keeps it.
    if (issue.code !== 'invalid_union' || issue.message !== 'Invalid input') return [issue];
    const isOtherKind = (branch: readonly z.core.$ZodIssue[]) =>
      branch.some(({ code, path }) => code === 'invalid_type' && path.length === 0);
    const meant = issue.errors.find((branch) => !isOtherKind(branch)) ?? issue.errors.at(-1) ?? [];
    return plainIssues(meant).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });
}

/**
 * What a schema finds wrong with a value, each with its place.
 * Unknown keys point at the key; everything else at the value.
 */
export function schemaFindings(error: Pick<z.ZodError, 'issues'>, locate: Locate): Finding[] {
  return plainIssues(error.issues).flatMap((issue): Finding[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, MOST_UNKNOWN_KEYS).map((key) => ({
        rule: MODEL_RULES['unknown-key'].id,
        severity: 'error' as const,
        place: locate([...issue.path, key], 'key'),
        message: {
          zh: `不认识的字段“${dotted([...issue.path, key])}”`,
          en: `unknown key "${dotted([...issue.path, key])}"`,
        },
        hint: {
          zh: '请检查拼写，或删去这一字段；可用的字段见 docs/publishing.zh-CN.md',
          en: 'check its spelling or remove it',
        },
      }));
    }
    const told = issueMessage(issue);
    const missing = (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined;
    const choices = issue.code === 'invalid_value' ? issue.values.map(String) : [];
    return [
      {
        rule: MODEL_RULES[missing ? 'missing-key' : 'invalid-value'].id,
        severity: 'error',
        place: locate(issue.path, 'value'),
        message: missing
          ? { zh: `缺少字段“${dotted(issue.path)}”`, en: `"${dotted(issue.path)}" is missing` }
          : {
              zh: `字段“${dotted(issue.path)}”${told.zh}`,
              en: `"${dotted(issue.path)}" ${told.en}`,
            },
        hint: missing ? missingHint(choices) : issue.input === null || issue.input === '' ? EMPTY : FIX,
      },
    ];
  });
}

const FIX: Bilingual = { zh: '请改正这个值', en: 'correct the value' };
const EMPTY: Bilingual = {
  zh: '请填写；这一字段可以没有时，整行删去',
  en: 'fill it in, or delete the line where the key may be left out',
};

function missingHint(choices: readonly string[]): Bilingual {
  if (choices.length === 0) return { zh: '请补上这一字段', en: 'add it' };
  return { zh: `请补上这一字段，只能是：${choices.join('、')}`, en: `add it; it is one of ${choices.join(', ')}` };
}

/** What the schemas of this folder say in English about a value, in Chinese. A test holds that none is missing. */
const CHINESE: Readonly<Record<string, string>> = {
  'must be a decimal number in quotes, such as "4.47"': '应是加引号的十进制数，如 "4.47"',
  'must be a semantic version such as 1.0.0': '应是三段版本号，如 1.0.0',
  'must be a real day written YYYY-MM-DD, in quotes or not': '应是真实存在的日期，写成 YYYY-MM-DD，如 2025-05-06',
  'must be the number of a proof sheet: 64 hexadecimal digits': '应是校样编号（64 位十六进制数字），照校样抄写',
  'must be a moment of Beijing time, such as 2026-12-01T08:00+08:00': '应是北京时间的时刻，写成 2026-12-01T08:00+08:00',
  'must be a year (2025), a day (2025-05-06) or an interval (2019/2025-05-06, ../2025-05-06)':
    '应是年（2025）、日（2025-05-06）或时段（2019/2025-05-06、../2025-05-06）',
  'must be a year (2019), a month (2019-03) or a day (2019-03-25)': '应是年（2019）、年月（2019-03）或日（2019-03-25）',
  'must be an e-mail address': '应是电子邮箱地址',
  'must be a path below the site’s base, such as zh/replies/2024-7/':
    '应是网站根路径之下的路径，开头不带“/”，如 zh/replies/2024-7/',
  'must be dataset/observation': '应写成“数据集/观测”，两者都是 data/ 中的名称',
  'must be https:// and a host, without a path, a user name or other signs, such as https://www.example.gov.cn':
    '应是 https:// 加主机名，不带路径、用户名和其他符号，如 https://www.example.gov.cn',
  'must be a mailto:, tel: or https:// address, without white space':
    '应是 mailto:、tel: 或 https:// 开头的地址，不带空格',
  'must be an http:// or https:// address, without a user name or white space':
    '应是 http:// 或 https:// 开头的网址，不带用户名和空格',
  'must be an https:// address, without a user name or white space': '应是 https:// 开头的网址，不带用户名和空格',
  'must be ten digits or capital letters, in quotes': '应是十位数字或大写字母，并加引号',
  'must begin and end with /, with names of letters, digits, - _ and . between them, such as /replies/':
    '应以“/”开头和结尾，中间是由字母、数字、“-”“_”“.”组成的名称，如 /replies/',
  'must begin with / (a page of this site) or https://':
    '应以“/”开头（本站的页面），或是 https:// 开头的网址，不带空格',
  'must be as printed, such as 主动公开': '照原件写，如主动公开',
  'must begin with zh, the governing language': '第一个应是 zh：中文为准',
  'must be the name of a file below the folder': '应是文件夹之内的文件名',
  'must not begin or end with white space': '开头和结尾不能有空格',
  'must be lower-case letters, digits and hyphens': '只能用小写英文字母、数字和连字符“-”',
};

const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表（每项以“- ”开头，或写在方括号里）', en: 'a list' },
  object: { zh: '几个字段', en: 'fields' },
  record: { zh: '几个字段', en: 'fields' },
};

/** What kind of thing a value is, as an author would call it. */
function kindOf(input: unknown): Bilingual {
  if (input === null) return { zh: '空的', en: 'empty' };
  if (Array.isArray(input)) return { zh: '列表', en: 'a list' };
  if (typeof input === 'number')
    return { zh: `数 ${input}（要当作文字时请加引号）`, en: `the number ${input} (put it in quotes for text)` };
  return TYPES[typeof input] ?? { zh: typeof input, en: typeof input };
}

/** What a schema's issue says about a value, in words of both languages. */
function issueMessage(issue: z.core.$ZodIssue): Bilingual {
  const known = CHINESE[issue.message];
  if (known !== undefined) return { zh: known, en: issue.message };
  switch (issue.code) {
    case 'invalid_type': {
      const expected = TYPES[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      const actual = kindOf(issue.input);
      return { zh: `应是${expected.zh}，现在是${actual.zh}`, en: `must be ${expected.en}, not ${actual.en}` };
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      return { zh: `只能是：${values.join('、')}`, en: `must be one of: ${values.join(', ')}` };
    }
    case 'invalid_key': {
      const [first] = issue.issues;
      return first === undefined ? { zh: '名称不合要求', en: 'has a name that may not be' } : issueMessage(first);
    }
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { zh: '不能是空的', en: 'must not be empty' }
        : issue.inclusive === false
          ? { zh: `应大于 ${issue.minimum}`, en: `must be more than ${issue.minimum}` }
          : { zh: `不能小于 ${issue.minimum}`, en: `must be at least ${issue.minimum}` };
    case 'too_big':
      if (issue.origin === 'string')
        return { zh: `不能超过 ${issue.maximum} 个字符`, en: `must have at most ${issue.maximum} characters` };
      return { zh: `不能超过 ${issue.maximum}`, en: `must be at most ${issue.maximum}` };
    case 'invalid_format':
      return {
        zh: `写法不对，应合这个格式：${issue.pattern ?? issue.format}`,
        en: `must match ${issue.pattern ?? issue.format}`,
      };
    default:
      return { zh: `不合要求（${issue.message}）`, en: issue.message };
  }
}
