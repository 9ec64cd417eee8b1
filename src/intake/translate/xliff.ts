import type { Element, ElementContent, Nodes } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { type Finding, type Place, SiteError } from '../../errors.ts';
import { IMPORT_RULES } from '../../import/rules.ts';
import type { Segment } from './segments.ts';

/** A letter in a file for translators. */
interface XliffLetter {
  /** The path of the original, relative to the root. */
  readonly original: string;
  /** Tags of BCP 47. */
  readonly source: string;
  readonly target: string;
  readonly title: string;
  readonly segments: readonly (Segment & {
    /** Terms of the glossary in its words: as the original has it, and how it is translated. */
    readonly terms: readonly (readonly [string, string])[];
    /** What the same words were translated as in other letters, and in which. */
    readonly memory: readonly { readonly target: string; readonly letter: string }[];
  })[];
}

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2';

/** Writes letters as XLIFF 1.2, a `<file>` each: what is translated is in it, with terms as notes and the place as context. */
export function writeXliff(letters: readonly XliffLetter[]): string {
  const files = letters.map(({ original, source, target, title, segments }) => {
    const units = segments.map((segment, index) => unit(segment, segments[index - 1]));
    const head = x('header', [x('note', title)]);
    const attributes = { original, 'source-language': source, 'target-language': target, datatype: 'plaintext' };
    return x('file', { ...attributes, 'xml:space': 'preserve' }, [head, x('body', spaced(units))]);
  });
  const root = x('xliff', { xmlns: NAMESPACE, version: '1.2' }, spaced(files));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root)}\n`;
}

/** Elements each on a line of its own. */
const spaced = (elements: readonly Element[]): ElementContent[] => [
  ...elements.flatMap((element): ElementContent[] => [{ type: 'text', value: '\n' }, element]),
  { type: 'text', value: '\n' },
];

function unit(
  { id, source, target, changed, line, kind, terms, memory }: XliffLetter['segments'][number],
  before: Segment | undefined,
): Element {
  const state = changed ? 'needs-review-translation' : 'translated';
  const notes = terms.map(([chinese, rendered]) => x('note', { from: 'glossary' }, `${chinese} = ${rendered}`));
  const contexts = [
    x('context', { 'context-type': 'x-kind' }, kind),
    ...(line === undefined ? [] : [x('context', { 'context-type': 'linenumber' }, String(line))]),
    ...(before === undefined || kind === 'field' ? [] : [x('context', { 'context-type': 'x-before' }, before.source)]),
  ];
  return x('trans-unit', { id, ...(target !== undefined && !changed ? { approved: 'yes' } : {}) }, [
    x('source', source),
    ...(target === undefined ? [] : [x('target', { state }, target)]),
    x('context-group', { purpose: 'location' }, contexts),
    ...notes,
    ...memory.map(({ target: former, letter }) =>
      x('alt-trans', { origin: letter, 'match-quality': '100' }, [x('source', source), x('target', former)]),
    ),
  ]);
}

/** A letter as translators gave it back. */
export interface ReadLetter {
  readonly original: string;
  /** The language tag of the translation, as the file gives it. */
  readonly target: string;
  readonly place: Place;
  readonly units: ReadonlyMap<string, ReadUnit>;
}

interface ReadUnit {
  readonly source: string;
  /** Nothing where it is not translated. */
  readonly target: string | undefined;
  readonly place: Place;
}

/** Most bytes of a file of translators. */
export const MOST_XLIFF_BYTES = 50_000_000;

const HINT: Finding['hint'] = {
  zh: '请用 dafu translate --xliff 重新写出文件，在翻译软件里导入原来的译文，再读回来',
  en: 'write the file again (dafu translate --xliff), take the translation over in the translators’ program, and read it back',
  web: {
    zh: '请维护人员重新写出文件，在翻译软件里导入原来的译文，再读回来',
    en: 'ask the site’s maintainer to write the file again, transfer the translation in the translators’ program, and read it back',
  },
};

/** An error about a file of translators. */
export function xliffError(
  rule: 'xliff-syntax' | 'xliff-other-text' | 'xliff-segment-lost',
  place: Place,
  message: Finding['message'],
  hint: Finding['hint'] = HINT,
): SiteError {
  return new SiteError({ rule: IMPORT_RULES[rule].id, severity: 'error', place, message, hint });
}

const childrenOf = (node: Nodes): readonly Nodes[] => ('children' in node ? node.children : []);
const localName = ({ name }: Element): string => name.slice(name.indexOf(':') + 1);

/** The elements of a name below a node, not within each other. */
function elementsOf(node: Nodes, name: string): Element[] {
  return childrenOf(node).flatMap((child) => {
    if (child.type !== 'element') return [];
    return localName(child) === name ? [child] : elementsOf(child, name);
  });
}

/** The words of an element, whatever tools put around some of them; line breaks and runs of spaces are one space. */
const wordsOf = (node: Nodes): string =>
  node.type === 'text' || node.type === 'cdata' ? node.value : childrenOf(node).map(wordsOf).join('');
const tidy = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** Reads a file of translators. Throws a SiteError with the place where it is not one. */
export function readXliff(text: string, file: string): ReadLetter[] {
  let tree: ReturnType<typeof fromXml>;
  try {
    tree = fromXml(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const [, line, column] = /^(\d{1,9}):(\d{1,9})/.exec(String(error)) ?? [];
    const place = { file, ...(line === undefined ? {} : { line: Number(line), column: Number(column) }) };
    throw xliffError('xliff-syntax', place, { zh: '这不是完整的 XML', en: 'this is no whole XML' });
  }
  const placeOf = ({ position }: Nodes): Place => ({
    file,
    ...(position === undefined ? {} : { line: position.start.line, column: position.start.column }),
  });
  const [root] = elementsOf(tree, 'xliff');
  if (root === undefined || !/^1\.[0-2]$/.test(root.attributes['version'] ?? ''))
    throw xliffError('xliff-syntax', root === undefined ? { file } : placeOf(root), {
      zh: '这不是 XLIFF 1.2 文件',
      en: 'this is no XLIFF 1.2 file',
    });
  return elementsOf(root, 'file').map((own) => {
    const units = new Map<string, ReadUnit>();
    for (const element of elementsOf(own, 'trans-unit')) {
      const id = element.attributes['id'] ?? '';
      const place = placeOf(element);
      if (units.has(id))
        throw xliffError('xliff-syntax', place, { zh: `“${id}”出现了两次`, en: `“${id}” is there twice` });
      const direct = (name: string) =>
        childrenOf(element).find((child) => child.type === 'element' && localName(child) === name);
      const [source, target] = [direct('source'), direct('target')];
      const words = target === undefined ? '' : tidy(wordsOf(target));
      units.set(id, { source: source === undefined ? '' : tidy(wordsOf(source)), target: words || undefined, place });
    }
    const { original, 'target-language': target } = own.attributes;
    return { original: original ?? '', target: target ?? '', place: placeOf(own), units };
  });
}

/**
 * The translated words of a letter that came back, by the ids of segments. Throws a SiteError with every segment that was lost, or whose
 * words are not that of the letter as it is now.
 */
export function targetsOf({ units, place }: ReadLetter, segments: readonly Segment[]): ReadonlyMap<string, string> {
  const known = new Set(segments.map(({ id }) => id));
  const strange = [...units].filter(([id]) => !known.has(id));
  const errors = [
    ...strange.map(([id, own]) =>
      xliffError('xliff-other-text', own.place, {
        zh: `这件答复里没有“${id}”`,
        en: `the letter has no “${id}”`,
      }),
    ),
    ...segments.flatMap(({ id, source }) => {
      const own = units.get(id);
      if (own === undefined)
        return [
          xliffError('xliff-segment-lost', place, {
            zh: `少了“${id}”：${source.slice(0, 20)}`,
            en: `“${id}” is missing: ${source.slice(0, 20)}`,
          }),
        ];
      if (own.source === tidy(source)) return [];
      return [
        xliffError('xliff-other-text', own.place, {
          zh: `“${id}”的原文与站里的不同：文件里是“${own.source.slice(0, 20)}”，站里是“${source.slice(0, 20)}”`,
          en: `the original of “${id}” is not that of the site: “${own.source.slice(0, 20)}” here, “${source.slice(0, 20)}” there`,
        }),
      ];
    }),
  ];
  if (errors.length > 0) throw new SiteError(errors.flatMap(({ findings }) => findings));
  return new Map([...units].flatMap(([id, { target }]) => (target === undefined ? [] : [[id, target]])));
}
