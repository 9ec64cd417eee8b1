/* Marks in the contents the heading that the reader has come to. Without script they are plain links. */
const links = Array.from(document.querySelectorAll<HTMLAnchorElement>('.contents a'));

/** A heading is reached when it has come into the upper third of the window. */
function mark(): void {
  const reached = links.findLast(({ hash }) => {
    const heading = document.querySelector(hash);
    return heading && heading.getBoundingClientRect().top < innerHeight / 3;
  });
  for (const link of links) link.ariaCurrent = link === reached ? 'true' : null;
}

if (links.length > 0) {
  addEventListener('scroll', mark, { passive: true });
  mark();
}

/** The id in the page's address; none where it is not rightly encoded. */
function namedPlace(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Opens the box that a note is in, for browsers that do not by themselves when a link leads into it (HTML, 11.3.2). */
function reveal(): void {
  const place = document.getElementById(namedPlace());
  const box = place?.closest('details');
  if (!box || box.open) return;
  box.open = true;
  place?.scrollIntoView();
}

addEventListener('hashchange', reveal);
reveal();

/* A module, so that its names are not those of every other script. */
export {};
