/** The parameter with which a search result says what to mark on the page that it opens. */
const PARAMETER = 'mark';

/** Marks the first place of some words in an element, whatever elements of the text they run through. */
function markIn(element: Element, words: string): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  const start = nodes
    .map(({ data }) => data)
    .join('')
    .indexOf(words);
  if (start < 0) return;
  let at = 0;
  for (const node of nodes) {
    const [from, to] = [Math.max(0, start - at), Math.min(node.data.length, start + words.length - at)];
    at += node.data.length;
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    range.surroundContents(document.createElement('mark'));
  }
}

/** Marks what a search result pointed to, and takes it out of the address: the address to cite is the page's own. */
export function markFound(): void {
  const words = new URLSearchParams(location.search).getAll(PARAMETER);
  if (words.length === 0) return;
  const target = document.getElementById(location.hash.slice(1)) ?? document.querySelector('main');
  for (const word of words) if (target && word !== '') markIn(target, word);
  history.replaceState(history.state, '', location.pathname + location.hash);
  if (location.hash !== '') target?.scrollIntoView();
}
