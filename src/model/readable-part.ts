import type { z } from 'zod';
import { plainIssues } from './schema-findings.ts';

/** For each list that lost elements: the source indices of those that are left. */
type Positions = Readonly<Record<string, readonly number[]>>;

/**
 * What a schema accepts of a value: everything, or what is in order of a value with faults, so that a slip in one place
 * hides no other. Plain data, as the findings are.
 */
export type Readable<T> =
  | { readonly whole: true; readonly value: T }
  | {
      readonly whole: false;
      readonly value: Partial<T>;
      /** Keys that are missing from the value or whose list lost elements: nothing may be concluded from their absence. */
      readonly lost: readonly string[];
      readonly positions: Positions;
    };

/** Whether nothing of a key was lost: only then does the absence of something in it mean anything. */
export function isWhole<T>(read: Readable<T>, key: keyof T & string): boolean {
  return read.whole || !read.lost.includes(key);
}

/**
 * The part of a value that a schema accepts: without unknown keys, without the elements of its lists that have a fault,
 * and without the keys that have one elsewhere. `source` is as parsed from YAML or JSON; `undefined` where it cannot be read.
 */
export function readablePart<Schema extends z.ZodObject>(schema: Schema, source: unknown): Readable<z.infer<Schema>> {
  // Where the source is not an object, nothing is known, not even that a key is absent.
  if (!isObject(source)) return { whole: false, value: {}, lost: Object.keys(schema.shape), positions: {} };
  const whole = schema.safeParse(source);
  if (whole.success) return { whole: true, value: whole.data };
  const known = withoutUnknownKeys(source, whole.error);
  const named = schema.safeParse(known);
  if (named.success) return { whole: true, value: named.data };
  const value: Record<string, unknown> = {};
  const lost: string[] = [];
  const positions: Record<string, readonly number[]> = {};
  for (const [key, member] of Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>)) {
    const own = isObject(known) && Object.hasOwn(known, key) ? known[key] : undefined;
    const read = member.safeParse(own);
    if (read.success) {
      if (read.data !== undefined) value[key] = read.data;
      continue;
    }
    lost.push(key);
    if (!Array.isArray(own)) continue;
    const faulty = new Set(plainIssues(read.error.issues).map(({ path: [index] }) => index));
    const left = own.flatMap((element, index) => (faulty.has(index) ? [] : [{ element, index }]));
    const again = member.safeParse(left.map(({ element }) => element));
    if (!again.success) continue;
    value[key] = again.data;
    positions[key] = left.map(({ index }) => index);
  }
  // Each member was accepted by the schema's own member of that name.
  return { whole: false, value: value as Partial<z.infer<Schema>>, lost, positions };
}

/** The path in the source of a path in a value that was read from it. */
export function sourcePath<T>(read: Readable<T>, path: readonly PropertyKey[]): readonly PropertyKey[] {
  const [key, index, ...deeper] = path;
  if (read.whole || typeof key !== 'string' || typeof index !== 'number') return path;
  return [key, read.positions[key]?.[index] ?? index, ...deeper];
}

const isObject = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null;

function withoutUnknownKeys(source: unknown, error: z.ZodError): unknown {
  const copy = structuredClone(source);
  for (const issue of plainIssues(error.issues)) {
    if (issue.code !== 'unrecognized_keys') continue;
    const holder = issue.path.reduce<unknown>((inner, step) => (isObject(inner) ? inner[step] : undefined), copy);
    if (isObject(holder)) for (const key of issue.keys) delete holder[key];
  }
  return copy;
}
