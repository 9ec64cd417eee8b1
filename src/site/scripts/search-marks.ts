/** The parameter with which a search result says what to mark on the page that it opens. */
const PARAMETER = 'mark';

/** A place in the text of some nodes that follow one another. */
interface Place {
  readonly nodes: readonly Text[];
  readonly start: number;
  readonly end: number;
}

/** Whether an element is shown; browsers of 2022 cannot say of one in a closed box that it is not. */
const isShown = (element: Element | null): boolean =>
  element !== null && ('checkVisibility' in element ? element.checkVisibility() : true);

/** The text that a reader sees in an element, from another element on where one is given. */
function textNodes(element: Element, from?: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node instanceof Text) || !isShown(node.parentElement)) continue;
    if (!from || from.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) nodes.push(node);
  }
  return nodes;
}

function find(nodes: readonly Text[], words: string): Place | undefined {
  const start = nodes
    .map(({ data }) => data)
    .join('')
    .indexOf(words);
  return start < 0 ? undefined : { nodes, start, end: start + words.length };
}

/** Marks a place, whatever elements of the text it runs through, and gives its first mark. */
function mark({ nodes, start, end }: Place): HTMLElement | undefined {
  let first: HTMLElement | undefined;
  let at = 0;
  for (const node of nodes) {
    const [from, to] = [Math.max(0, start - at), Math.min(node.data.length, end - at)];
    at += node.data.length;
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const made = document.createElement('mark');
    range.surroundContents(made);
    first ??= made;
  }
  return first;
}

/**
 * Marks what a search result pointed to: in the passage that the address names, or, where that is a heading, in the text
 * below it. Then takes the words out of the address: the address to cite is the page's own.
 */
function markFound(): void {
  const words = new URLSearchParams(location.search).getAll(PARAMETER).filter((word) => word !== '');
  const main = document.querySelector('main');
  if (words.length === 0 || !main) return;
  // A browser that has not scrolled to the fragment yet knows no target: then it is the element of that id.
  const target = document.querySelector(':target') ?? document.getElementById(location.hash.slice(1));
  history.replaceState(history.state, '', location.pathname + location.hash);
  // What was found may be folded, as a reply's record is above its letter.
  const folded = target?.closest('details');
  if (folded) folded.open = true;
  const top = main.querySelector('h1') ?? undefined;
  let shown: Element | undefined = target ?? undefined;
  for (const word of words) {
    const inside = target ? find(textNodes(target), word) : undefined;
    const found = inside ?? find(textNodes(main, target ?? top), word);
    const made = found && mark(found);
    // What stands further down than the address says is what the reader came for.
    if (made && !inside && shown === target) shown = made;
  }
  shown?.scrollIntoView(shown === target ? undefined : { block: 'center' });
}

markFound();

/* A module, so that its names are not those of every other script. */
export {};
