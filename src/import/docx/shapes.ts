import type { Element, Nodes, Root } from 'xast';
import type { Change, SourceFile } from '../source.ts';
import { visibleCharacters } from '../source.ts';
import { textRun } from './prepare.ts';
import { attribute, elementsNamed, textOf } from './xml.ts';

/** Stand around the number of a picture on its way through the reader: code points that no text has. */
const PICTURE = ['\uFDD1', '\uFDD2'] as const;
const MARKED = new RegExp(`${PICTURE[0]}(\\d+)${PICTURE[1]}`, 'gu');

/** Pictures that a browser shows and a reply may have beside it. */
const KEPT: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'webp']);

/** Puts in the place of each set of alternatives the one that this program reads: text boxes and pictures once, not twice. */
export function chooseAlternatives(tree: Nodes): void {
  if (!('children' in tree)) return;
  const flat = tree.children.flatMap((child): Nodes[] => {
    if (child.type !== 'element' || child.name !== 'mc:AlternateContent') return [child];
    const options = child.children.filter((option): option is Element => option.type === 'element');
    const holds = (option: Element) => elementsNamed(option, 'w:txbxContent', 'a:blip', 'v:imagedata').length > 0;
    const chosen = options.find(holds) ?? options.find(({ name }) => name === 'mc:Fallback') ?? options[0];
    return chosen ? [...chosen.children] : [];
  });
  if (flat.length !== tree.children.length || flat.some((child, index) => child !== tree.children[index])) {
    Object.assign(tree, { children: flat });
  }
  for (const child of tree.children) chooseAlternatives(child);
}

/** Moves the paragraphs of text boxes before the paragraph that holds the box, and lists them. */
export function liftTextBoxes(document: Root): Change[] {
  const changes: Change[] = [];
  const lift = (parent: Root | Element): void => {
    const children: Nodes[] = [];
    for (const child of parent.children) {
      if (child.type !== 'element') {
        children.push(child);
        continue;
      }
      if (child.name === 'w:p') {
        for (const box of elementsNamed(child, 'w:txbxContent')) {
          const content = box.children.filter((node) => node.type === 'element');
          box.children = [];
          for (const node of content) if (node.type === 'element') lift(node);
          children.push(...content);
          const text = visibleCharacters(textOf({ type: 'root', children: content }));
          if (text !== '') changes.push({ kind: 'text-box', line: 1, text: text.slice(0, 40), removed: '', added: '' });
        }
      } else lift(child);
      children.push(child);
    }
    Object.assign(parent, { children });
  };
  lift(document);
  return changes;
}

/** What pictures of a document become. */
export interface Pictures {
  readonly files: readonly Omit<SourceFile, 'line' | 'after'>[];
  /** What each picture that is not kept is called, by its number. */
  readonly lost: ReadonlyMap<number, string>;
}

/**
 * Puts a mark where each picture stands, and gives the pictures in the order of their numbers. `fileOf` gives the name and bytes of
 * what a relationship leads to within the document.
 */
export function markPictures(
  document: Root,
  fileOf: (relationship: string) => { readonly name: string; readonly bytes: Uint8Array } | undefined,
): Pictures {
  const files: Omit<SourceFile, 'line' | 'after'>[] = [];
  const lost = new Map<number, string>();
  let count = 0;
  const walk = (parent: Root | Element): void => {
    const children = parent.children.map((child): Nodes => {
      if (child.type !== 'element') return child;
      if (child.name !== 'w:r') {
        walk(child);
        return child;
      }
      const images = elementsNamed(child, 'a:blip', 'v:imagedata');
      if (images.length === 0) return child;
      const marks = images.map((image) => {
        const found = fileOf(attribute(image, 'r:embed') ?? attribute(image, 'r:id') ?? '');
        const extension = /\.(\w+)$/u.exec(found?.name ?? '')?.[1]?.toLowerCase() ?? '';
        const description = attribute(elementsNamed(child, 'wp:docPr')[0], 'descr') ?? '';
        count += 1;
        if (found && KEPT.has(extension)) files.push({ extension, bytes: found.bytes, description });
        else lost.set(count, found?.name.split('/').at(-1) ?? '');
        return `${PICTURE[0]}${count}${PICTURE[1]}`;
      });
      return textRun(marks.join(''));
    });
    Object.assign(parent, { children });
  };
  walk(document);
  return { files, lost };
}

/** A text without the marks of pictures, and their numbers. */
export function takePictures(text: string): { readonly text: string; readonly pictures: readonly number[] } {
  return {
    text: text.replace(MARKED, ''),
    pictures: [...text.matchAll(MARKED)].map(([, number]) => Number(number)),
  };
}
