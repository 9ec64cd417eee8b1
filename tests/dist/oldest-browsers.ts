import { createRequire } from 'node:module';
import type { CompatData, CompatStatement, Identifier, VersionValue } from '@mdn/browser-compat-data';
import { type Node, parse as parseScript } from 'acorn';
import { type CssNode, generate, type List, parse, walk } from 'css-tree';

/*
 * What the oldest browsers that the site is styled for know, by the data of MDN: the first with cascade layers. Below them a page is unstyled
 * and readable, since every rule stands in a layer.
 */
const OLDEST = { chrome: 99, safari: 15.4 } as const;

const data: CompatData = createRequire(import.meta.url)('@mdn/browser-compat-data');

function isNewerIn(browser: keyof typeof OLDEST, { support }: CompatStatement): boolean {
  const given = support[browser];
  const statements = given === undefined ? [] : Array.isArray(given) ? given : [given];
  const added = statements
    .filter(({ flags, prefix, alternative_name: other }) => !flags && !prefix && !other)
    .map(({ version_added: version }) => numberOf(version));
  return !added.some((version) => version <= OLDEST[browser]);
}

const numberOf = (version: VersionValue): number =>
  typeof version === 'string' && /^≤?[\d.]+$/.test(version) ? Number.parseFloat(version.replace('≤', '')) : Infinity;

/** Whether something is newer than one of the oldest browsers; what the data does not know is not. */
function isNewer(entry: Identifier | undefined): boolean {
  const compat = entry?.__compat;
  return compat !== undefined && (isNewerIn('chrome', compat) || isNewerIn('safari', compat));
}

/** What the data has below an entry, by name. */
const below = (entry: Identifier | undefined): readonly (readonly [string, Identifier])[] =>
  Object.entries(entry ?? {}).flatMap(([name, own]) =>
    name === '__compat' ? [] : [[name, own as Identifier] as const],
  );

/** Units and functions by name, as the data has them below the types of values. */
const FUNCTIONS = new Map<string, Identifier>();
function collect(types: Identifier) {
  for (const [name, entry] of below(types)) {
    if (!FUNCTIONS.has(name)) FUNCTIONS.set(name, entry);
    collect(entry);
  }
}
collect(data.css?.types ?? {});
const NEWER_UNIT = /^(?:cq(?:w|h|i|b|min|max)|[sld]v(?:w|h|i|b|min|max)|rlh|lh|rcap|cap|ric|rex|rch)$/;

/** What in a value is newer: a function, a unit, a keyword of the property, words for whoever listens to `content`. */
function newerInValue(property: string, value: CssNode): string[] {
  const found: string[] = [];
  walk(value, (node) => {
    if (node.type === 'Function' && isNewer(FUNCTIONS.get(node.name))) found.push(`${node.name}()`);
    if (node.type === 'Dimension' && NEWER_UNIT.test(node.unit)) found.push(`1${node.unit}`);
    if (node.type === 'Identifier' && isNewer(data.css?.properties?.[property]?.[node.name])) found.push(node.name);
    if (node.type === 'Operator' && node.value === '/' && property === 'content') found.push('content: … / …');
  });
  return found;
}

/** Leaves out of `:is()` and `:where()` the selectors that are newer: of these lists browsers pass over what they do not know, and no more. */
function forgive(selector: CssNode): void {
  walk(selector, (node) => {
    if (node.type !== 'PseudoClassSelector' || !/^(?:is|where)$/.test(node.name)) return;
    node.children?.forEach((list) => {
      if (list.type !== 'SelectorList') return;
      list.children.forEach((own, item) => {
        if (newerInSelector(own).length > 0) list.children.remove(item);
      });
    });
  });
}

/** What in a selector is newer. */
function newerInSelector(selector: CssNode): string[] {
  const found: string[] = [];
  walk(selector, (node) => {
    if (node.type === 'NestingSelector') found.push('&');
    const isPseudo = node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector';
    if (isPseudo && isNewer(data.css?.selectors?.[node.name])) found.push(`:${node.name}`);
  });
  return found;
}

/** Whether the oldest browsers hold a condition of `@supports` for true. Throws where it is of a form that no style sheet here has. */
function holds(condition: string): boolean {
  if (/^not\b/.test(condition)) return !holds(condition.slice(3).trim());
  const selector = /^selector\((.*)\)$/.exec(condition)?.[1];
  if (selector !== undefined) return newerInSelector(parse(selector, { context: 'selector' })).length === 0;
  const declaration = /^\(([\w-]+:.*)\)$/s.exec(condition)?.[1];
  if (declaration === undefined || /\) (?:and|or) /.test(condition)) throw new Error(`@supports ${condition}: unknown`);
  const node = parse(declaration, { context: 'declaration', parseCustomProperty: true });
  return node.type === 'Declaration' && newerInDeclaration(node).length === 0;
}

const newerInDeclaration = ({ property, value }: Extract<CssNode, { type: 'Declaration' }>): string[] => [
  ...(isNewer(data.css?.properties?.[property]) ? [property] : []),
  ...newerInValue(property, value),
];

/** A style sheet as the oldest browsers read it, and what in it they would misread rather than pass over. */
export interface OlderReading {
  readonly css: string;
  readonly misread: readonly string[];
}

/**
 * Leaves out of a style sheet what the oldest browsers leave out. They misread a newer value of a custom property, which they take and cannot use;
 * a list of selectors of which they know some, since they pass over the whole; and a media query by ranges, which never holds.
 */
export function asOldestBrowsersRead(source: string): OlderReading {
  const misread: string[] = [];
  const sheet = parse(source, { parseCustomProperty: true });
  const read = (list: List<CssNode>) => {
    list.forEach((node, item) => {
      if (!kept(node)) list.remove(item);
      // What holds in them need not hold in the browser that is given what is left.
      else if (node.type === 'Atrule' && node.name === 'supports' && node.block)
        list.replace(item, node.block.children);
    });
  };
  const kept = (node: CssNode): boolean => {
    if (node.type === 'Declaration') {
      const newer = newerInDeclaration(node);
      if (newer.length === 0) return true;
      if (node.property.startsWith('--')) misread.push(`${node.property}: ${newer.join(', ')}`);
      return false;
    }
    if (node.type === 'Rule') {
      if (node.prelude.type === 'SelectorList') {
        forgive(node.prelude);
        const selectors = node.prelude.children.toArray().map(newerInSelector);
        const newer = selectors.filter((names) => names.length > 0);
        if (newer.length > 0 && newer.length < selectors.length) misread.push(generate(node.prelude));
        if (newer.length > 0) return false;
      }
      read(node.block.children);
      return true;
    }
    if (node.type !== 'Atrule') return true;
    const prelude = node.prelude ? generate(node.prelude) : '';
    if (node.name === 'supports' && !holds(prelude)) return false;
    if (isNewer(data.css?.['at-rules']?.[node.name])) return false;
    if (node.name === 'media' && /[<>]/.test(prelude)) {
      misread.push(`@media ${prelude}`);
      return false;
    }
    if (node.block && node.name !== 'font-face' && node.name !== 'page') read(node.block.children);
    return true;
  };
  if (sheet.type === 'StyleSheet') read(sheet.children);
  return { css: generate(sheet), misread };
}

/** Objects of the browser whose members scripts of pages call, besides those of the language. */
const INTERFACES = 'Document Element HTMLElement Node Range Response Selection URL URLSearchParams Window'.split(' ');

/** Names of members that are newer than the oldest browsers wherever they stand. */
const NEWER_MEMBERS = newerMembers();

function newerMembers(): Set<string> {
  const builtins = data.javascript?.builtins;
  const objects = [
    ...below(builtins),
    ...below(builtins?.['Intl']).filter(([name]) => name !== 'Locale'),
    ...below(data.api).filter(([name]) => INTERFACES.includes(name)),
  ];
  const known = new Map<string, boolean>();
  for (const [, object] of objects)
    for (const [name, entry] of below(object)) known.set(name, (known.get(name) ?? true) && isNewer(entry));
  return new Set([...known].filter(([, newer]) => newer).map(([name]) => name));
}

/** What of a script the oldest browsers do not know: syntax, for which they refuse the whole file, and members of objects. */
export function newerInScript(source: string): string[] {
  const found = new Set<string>();
  if (/\(\?<[=!]/.test(source)) found.add('a pattern that looks behind');
  const visit = (node: Node) => {
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) value.filter(isNode).forEach(visit);
      else if (isNode(value)) visit(value);
    }
    const member = memberCalled(node);
    if (member === undefined) return;
    const [object, name] = member;
    const builtIn = data.javascript?.builtins?.[object]?.[name] ?? data.api?.[object]?.[`${name}_static`];
    if (builtIn ? isNewer(builtIn) : NEWER_MEMBERS.has(name)) found.add(`${object}.${name}`);
  };
  visit(parseScript(source, { ecmaVersion: 2022, sourceType: 'module' }));
  return [...found];
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Object and member of a call `object.member()`; the object is `*` where it has no name. */
function memberCalled(node: Node): readonly [string, string] | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const { callee } = node as Node & { callee: Node };
  if (callee.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = callee as Node & { object: Named; property: Named; computed: boolean };
  if (computed || property.name === undefined) return undefined;
  return [object.type === 'Identifier' && /^[A-Z]/.test(object.name ?? '') ? (object.name ?? '*') : '*', property.name];
}

interface Named {
  readonly type: string;
  readonly name?: string;
}
