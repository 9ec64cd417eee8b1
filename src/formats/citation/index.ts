import { bibtex, cslItem } from './reference-files.ts';
import { apa, gbt7714, plainCitation } from './styles.ts';
import type { CitationStyle, CitedWork } from './works.ts';

/** How each style writes a work, as text to be copied. */
export const CITE: Readonly<Record<CitationStyle, (work: CitedWork) => string>> = {
  gbt7714,
  apa,
  plain: plainCitation,
  bibtex,
  csl: (work) => JSON.stringify([cslItem(work)], undefined, 2),
};
