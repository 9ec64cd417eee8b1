import type { z } from 'zod';
import { type Bilingual, type Finding, oneLine, type Place } from '../errors.ts';
import { MODEL_RULES } from './rules.ts';
import { issueMessage } from './schema-messages.ts';

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

/** What is said where a parser ran out of room for brackets within brackets. */
export const NESTED_TOO_DEEP: Bilingual = { zh: '括号或层次嵌套得太深', en: 'brackets or levels are nested too deep' };

/** So many unknown keys of one object are told: whoever put the wrong file there needs no more, and each takes time to be found. */
const MOST_UNKNOWN_KEYS = 50;

const dotted = (path: readonly PropertyKey[]) => oneLine(path.map(String).join('.')) || '(root)';

/**
 * The issues of values that may be one thing or a list of them, as if only that had been asked for which the author wrote: a list
 * for a list.
 */
export function plainIssues(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    // A union that says itself what it wants is told as it says it.
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
