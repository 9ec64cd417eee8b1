import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Block } from '../../model/block.ts';
import { LANGUAGE_TAGS, type Locale } from '../../model/locale.ts';
import { elementsById, foldBlockSpace, wrapWords } from '../../text/marks.ts';
import type { TextItem } from './items.ts';
import type { DrawnPage } from './page.ts';

/** A letter in one language: its blocks, the items in them in order, and its page where that can be drawn. */
export interface ProofText {
  readonly locale: Locale;
  readonly blocks: readonly Block[];
  readonly items: readonly TextItem[];
  readonly page: DrawnPage | undefined;
}

/** An item of a text by its number on the sheet. */
export type NumberedItem = TextItem & { readonly n: number };

const mark = ({ kind, n }: Pick<NumberedItem, 'kind' | 'n'>, words: string): Element =>
  h('span', { className: ['item', kind], 'data-n': n, style: MARKS[kind] }, words);

/** A page, or the text alone, with every item marked by its number. */
export function shownPage({ blocks, page, locale }: ProofText, items: readonly NumberedItem[]): Element {
  const ofBlock = Map.groupBy(items, ({ block }) => block);
  if (page === undefined) {
    const lines = blocks.map(({ id, text, kind }) => {
      const element = h(kind === 'heading' ? 'h3' : 'p', text);
      wrapWords(element, text, ofBlock.get(id) ?? [], mark);
      return element;
    });
    return h('div', { className: ['plain'], lang: LANGUAGE_TAGS[locale] }, lines);
  }
  const tree: Root = structuredClone(page.tree);
  const elements = elementsById(tree);
  for (const { id, text } of blocks) {
    const element = elements.get(id);
    if (element === undefined) continue;
    foldBlockSpace(element);
    wrapWords(element, text, ofBlock.get(id) ?? [], mark);
  }
  const inside = `<style>${hostStyle(page.style)}\n${PAGE_MARKS}</style>${toHtml(tree)}`;
  // The type of elements lacks the `raw` nodes that the serialiser takes.
  // A tree of its own keeps the page's style from the sheet's, and the sheet's from the page's.
  const raw = { type: 'raw', value: `<template shadowrootmode="open">${inside}</template>` };
  return h('div', { className: ['drawn'], lang: LANGUAGE_TAGS[locale], 'data-theme': 'light' }, [
    raw as unknown as Element,
  ]);
}

const MARKS: Readonly<Record<TextItem['kind'], string>> = {
  private: 'background:#ffd4d4',
  date: 'background:#dcecff',
  number: 'background:#fff1b8',
  name: 'background:#dff3dc',
};
const PAGE_MARKS =
  ':host{display:block;min-block-size:0;margin:0;padding:0;background:none}.sheet{margin:0;inline-size:auto;max-inline-size:none;box-shadow:none}.item::after{content:attr(data-n);font:700 .58em/1 sans-serif;vertical-align:super;color:#a00;padding-inline-start:.15em}.item{border-radius:2px;-webkit-print-color-adjust:exact;print-color-adjust:exact}';

/** A page's style sheet as one for a part of another page. */
const hostStyle = (style: string): string =>
  style
    .replaceAll('</', '<\\/')
    .replace(/:root((?:\[[^\][]*\]|:not\([^()]*\))+)/g, ':host($1)')
    .replace(/:root/g, ':host')
    .replace(/(^|[{},;])(?:html|body)(?=[{,])/g, '$1:host');
