/* Marks in the contents the heading that the reader has come to. Without script they are plain links. */
const links = Array.from(document.querySelectorAll<HTMLAnchorElement>('.contents a'));
const headings = links.map(({ hash }) => document.getElementById(hash.slice(1)));

/** A heading is reached when it has come into the upper third of the window. */
function mark(): void {
  const reached = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < innerHeight / 3);
  for (const [index, link] of links.entries()) {
    if (index === reached) link.ariaCurrent = 'true';
    else link.ariaCurrent = null;
  }
}

addEventListener('scroll', mark, { passive: true });
mark();
