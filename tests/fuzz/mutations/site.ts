import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Finding } from '../../../src/errors.ts';
import { DOCUMENT_KINDS } from '../../../src/model/document-kinds.ts';
import type { Locale } from '../../../src/model/locale.ts';
import { splitFrontMatter } from '../../../src/model/source-file.ts';
import type { DocumentFacts, FileReport } from '../../../src/rules/file-report.ts';
import { WAIVABLE } from '../../../src/rules/index.ts';
import { inspectFile } from '../../../src/rules/inspect-file.ts';
import { inspectSite } from '../../../src/rules/site-report.ts';
import { filesBelow } from '../../../src/system/files.ts';
import { BUREAU } from '../../dafu.ts';

/** The files of a site by path. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A text of the site that can be changed: where it stands and in which language. */
export interface Field {
  /** What it is, without numbers: `dataset headline`, `reply body`. */
  readonly about: string;
  readonly file: string;
  readonly locale: Locale;
  readonly text: string;
  /** Where it stands in a value; empty in a body. */
  readonly path: readonly (string | number)[];
  /** The text of the whole file with another text in this place, and in other places of the same value. */
  readonly changed: (text: string, others?: readonly (readonly [Field, string])[]) => string;
  /** What pairs it with the same text in another language. */
  readonly key: string;
}

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const encode = (text: string) => new TextEncoder().encode(text);

/**
 * The made-up bureau without what was recorded of it: a hash of the former text would find every change, whatever it is. What its
 * translations were made from is left out for the same reason.
 */
export function bureauFiles(): Files {
  const names = filesBelow(BUREAU).files.filter(
    (name) => /^(?:content|data|public)\//.test(name) && !name.startsWith('data/published/'),
  );
  return new Map(
    names.map((name) => {
      const bytes = readFileSync(join(BUREAU, name));
      if (!name.endsWith('/en.mdx')) return [name, bytes];
      return [name, encode(decode(bytes).replace(/\n {2}basedOn:\n(?: {4}.*\n)+/, '\n'))];
    }),
  );
}

/** Checks a site again and again, of which little changes: the reports of files that stay are kept. */
export function siteChecker(files: Files) {
  const kept = new Map([...files].map(([path, bytes]) => [path, inspectFile(path, bytes)]));
  const check = (changes: ReadonlyMap<string, string>): Finding[] => {
    const reports: FileReport[] = [...files.keys()].map((path) => {
      const text = changes.get(path);
      const before = kept.get(path);
      return text === undefined && before ? before : inspectFile(path, encode(text ?? ''));
    });
    const { findings } = inspectSite({
      entries: [...files.keys()].map((path) => ({ path, kind: 'file' })),
      reports,
      textOf: (path) => changes.get(path) ?? decode(files.get(path) ?? new Uint8Array()),
      today: '2026-11-23',
      moment: '2026-11-23T12:00:00Z',
      waivable: WAIVABLE,
    });
    return [...findings];
  };
  return { check, reports: kept };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every string in a value, with its path. */
function leaves(
  value: unknown,
  path: readonly (string | number)[] = [],
): { path: readonly (string | number)[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  return isObject(value) ? Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key])) : [];
}

const named = (path: readonly (string | number)[]) =>
  path.filter((step) => typeof step === 'string' && step !== 'zh' && step !== 'en').join(' ');

/** The language of a leaf that stands in several, by the keys that lead to it. */
const languageIn = (path: readonly (string | number)[]): Locale | undefined =>
  path.findLast((step): step is Locale => step === 'zh' || step === 'en');

const DATA_KEYS = /^(?:observations (?:value|period|stated number)|commitments due)$/;

function jsonFields(file: string, source: string): Field[] {
  const kind = file === 'data/commitments.json' ? 'commitment' : 'dataset';
  const value: unknown = JSON.parse(source);
  return leaves(value).flatMap(({ path, text }): Field[] => {
    const locale = languageIn(path);
    const about = named(path);
    if (locale === undefined && !DATA_KEYS.test(about)) return [];
    const changed: Field['changed'] = (own) => {
      const copy = structuredClone(value);
      const last = path.at(-1) ?? '';
      const holder = path.slice(0, -1).reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], copy);
      (holder as Record<string, unknown>)[last] = own;
      return `${JSON.stringify(copy, null, 2)}\n`;
    };
    const key = `${file} ${path.filter((step) => step !== locale).join('.')}`;
    return [{ about: `${kind} ${about}`, file, locale: locale ?? 'zh', text, path, changed, key }];
  });
}

/** Fields of a record that stand in one file a language and say the same. */
const HEAD = /^(?:title|summary|description|answers (?:title|session|meeting|number)|contact value)$/;

function yamlFields(file: string, kind: string, yaml: string, wrap: (yaml: string) => string, own?: Locale): Field[] {
  return leaves(parseDocument(yaml).toJS()).flatMap(({ path, text }): Field[] => {
    const inner = languageIn(path);
    const about = named(path);
    const locale = inner ?? (own !== undefined && HEAD.test(about) ? own : undefined);
    if (locale === undefined) return [];
    const changed: Field['changed'] = (words, others = []) => {
      const document = parseDocument(yaml);
      document.setIn(path, words);
      for (const [field, text] of others) document.setIn(field.path, text);
      return wrap(document.toString({ lineWidth: 0 }));
    };
    const base = inner === undefined ? file.replace(/\/(?:zh|en)\.mdx$/, '') : file;
    return [
      {
        about: `${kind} ${about}`,
        file,
        locale,
        text,
        path,
        changed,
        key: `${base} ${path.filter((step) => step !== inner).join('.')}`,
      },
    ];
  });
}

const kindOf = ({ collection }: DocumentFacts): string =>
  collection === 'replies' ? 'reply' : DOCUMENT_KINDS[collection].name;

function bodyFields(file: string, source: string, facts: DocumentFacts): Field[] {
  const kind = kindOf(facts);
  const at = (line: number) => {
    let from = 0;
    for (let passed = 1; passed < line; passed += 1) from = source.indexOf('\n', from) + 1;
    return from;
  };
  return facts.blocks.flatMap((block, index): Field[] => {
    const texts = block.rows?.flat() ?? [block.text];
    return texts.flatMap((text, cell): Field[] => {
      const place = source.indexOf(text, at(block.line));
      if (text === '' || place === -1) return [];
      const changed: Field['changed'] = (own) => source.slice(0, place) + own + source.slice(place + text.length);
      const base = file.replace(/\/(?:zh|en)\.mdx$/, '');
      const about = `${kind} ${block.rows ? 'table' : 'body'}`;
      return [{ about, file, locale: facts.locale, text, path: [], changed, key: `${base} body ${index} ${cell}` }];
    });
  });
}

/** Every text of a site that can be compared with another, or with data: in two languages, or told of data and replies. */
export function fieldsOf(files: Files, reports: ReadonlyMap<string, FileReport>): Field[] {
  const all = [...files].flatMap(([file, bytes]): Field[] => {
    const facts = reports.get(file)?.facts;
    if (facts?.kind === 'dataset' || facts?.kind === 'commitments') return jsonFields(file, decode(bytes));
    if (facts?.kind === 'site' || facts?.kind === 'glossary' || facts?.kind === 'bureaus')
      return yamlFields(file, facts.kind, decode(bytes), (yaml) => yaml);
    if (facts?.kind !== 'document') return [];
    const source = decode(bytes);
    const { frontMatter, bodyLine } = splitFrontMatter(source, file);
    const rest = source
      .split('\n')
      .slice(bodyLine - 1)
      .join('\n');
    const kind = kindOf(facts);
    const head = yamlFields(file, kind, frontMatter, (yaml) => `---\n${yaml}---\n${rest}`, facts.locale);
    return [...head, ...bodyFields(file, source, facts)];
  });
  const count = new Map<string, number>();
  for (const { key } of all) count.set(key, (count.get(key) ?? 0) + 1);
  // What stands once is compared only where it tells of data or of a reply: a summary, a value, a day.
  return all.filter(({ key, about }) => (count.get(key) ?? 0) > 1 || /summary|value|number|period|due/.test(about));
}
