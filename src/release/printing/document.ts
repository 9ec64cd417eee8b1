import { parseHTML } from 'linkedom';

/** What of a letter's page is printed, as a document of its own. */
export interface PrintedDocument {
  readonly html: string;
  /** The addresses of its style sheets, as the page has them. */
  readonly sheets: readonly string[];
  /** `YYYY-MM-DD`: when the letter last changed by its record; undefined where the page does not say. */
  readonly changed: string | undefined;
}

/** What is not on paper, as print.css has it. It is left out, so that no letter is printed again for what changed around it. */
const NOT_PRINTED = [
  'head > :not(title, meta[charset], link[rel="stylesheet"])',
  'body > :not(main)',
  '.reply-layout > :not(.sheet, .print-demonstration)',
  '.sheet > :not(.letterhead, .passage, .signature, .attachments, .print-line, .print-code)',
  '.attachments [download]',
  '.asides',
  '.passage > .notice',
  '.blank',
].join(',');

const CHANGED = 'meta[property="article:modified_time"]';

/** Cuts a letter's page down to what is printed of it. Throws where the page holds no letter. */
export function printedDocument(page: string): PrintedDocument {
  const { document } = parseHTML(page);
  const sheet = document.querySelector('.reply-layout > .sheet');
  if (sheet === null) throw new Error('the page holds no letter');
  const changed = document.querySelector(CHANGED)?.getAttribute('content') ?? undefined;
  for (const element of document.querySelectorAll(NOT_PRINTED)) element.remove();
  // What scripts of the page copy.
  for (const name of ['data-citation', 'data-copied']) sheet.removeAttribute(name);
  // A drawn bold or italic is none that a PDF embeds as a font.
  document.head.insertAdjacentHTML('beforeend', '<style>.sheet *{font-synthesis:none}</style>');
  const links = [...document.querySelectorAll('link[rel="stylesheet"]')];
  return {
    html: document.toString(),
    sheets: links.map((link) => link.getAttribute('href') ?? ''),
    changed,
  };
}
