import { Parser } from 'htmlparser2';
import { attributeLoads, elementLoads } from './loads.ts';

/**
 * A reference from a page to something else: a link to follow, what the browser loads or sends to by itself, or an address of
 * the site that a file merely names.
 */
export interface Reference {
  readonly target: string;
  readonly kind: 'link' | 'load' | 'name';
  readonly offset: number;
}

/** What the audit knows of a page, read in one pass. Offsets are into the page's source. */
export interface PageFacts {
  readonly language: string | undefined;
  readonly title: string;
  /** How many first-level headings there are. */
  readonly headings: number;
  readonly ids: ReadonlySet<string>;
  readonly repeatedIds: readonly { readonly id: string; readonly offset: number }[];
  readonly references: readonly Reference[];
  /** Code or style in the page itself, which the Content-Security-Policy refuses. */
  readonly inline: readonly { readonly what: string; readonly offset: number }[];
  readonly canonical: string | undefined;
  /** Addresses of the page in its languages, by `hreflang`. */
  readonly alternates: ReadonlyMap<string, string>;
  readonly indexed: boolean;
  /** The official text as a reader sees it, without white space, by the language it is marked with; empty where there is none. */
  readonly officialTexts: ReadonlyMap<string, string>;
  /** Addresses of scripts that the page waits for. */
  readonly headScripts: readonly string[];
  /** What a reader sees, and the values of all attributes: a line for each block and attribute. */
  readonly words: string;
}

/** Elements within a line: what is on both sides of them is read as one. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rb rp rt ruby s samp small span strong sub sup time tspan u var wbr'.split(
    ' ',
  ),
);
/** Attributes that hold code, style or a whole page. */
const CODE_ATTRIBUTE = /^(?:style|srcdoc|on[a-z]+)$/;
/** The class of what holds official text. */
const OFFICIAL = /(?:^|\s)official-text(?:\s|$)/;
/** Data for machines in a script element is never run. */
const DATA_SCRIPT = /^(?:application\/(?:ld\+)?json|application\/[a-z.+-]+\+json|speculationrules)$/;

/** Reads the facts of a page, or with `xml` of an SVG file. */
export function readPageFacts(source: string, xml = false): PageFacts {
  const ids = new Set<string>();
  const repeatedIds: { id: string; offset: number }[] = [];
  const references: Reference[] = [];
  const inline: { what: string; offset: number }[] = [];
  const alternates = new Map<string, string>();
  let language: string | undefined;
  let canonical: string | undefined;
  let title = '';
  let headings = 0;
  let indexed = true;
  const official = new Map<string, string>();
  const headScripts: string[] = [];
  /** The language at each depth. */
  const languages: string[] = [];
  let words = '';
  let officialLanguage = '';
  let depth = 0;
  let officialDepth = 0;
  let inTitle = false;

  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        const offset = parser.startIndex;
        const within = INLINE.has(name);
        if (!within) words += '\n';
        let spoken = languages[depth - 1] ?? '';
        let isOfficial = false;
        // A page has about 800 attributes: they are visited once, without building an array.
        for (const attribute in attributes) {
          const value = attributes[attribute] ?? '';
          // Numbers of private data are long; most attributes are not.
          if (value.length >= 11 && !within) words += `${value}\n`;
          for (const target of attributeLoads(name, attribute, value))
            references.push({ target, kind: 'load', offset });
          if (attribute === 'id') {
            if (ids.has(value)) repeatedIds.push({ id: value, offset });
            ids.add(value);
          } else if (attribute === 'lang') spoken = value;
          else if (attribute === 'class') isOfficial = value.includes('official-text') && OFFICIAL.test(value);
          else if (CODE_ATTRIBUTE.test(attribute)) inline.push({ what: `${attribute}=`, offset });
        }
        languages[depth] = spoken;
        // A page may show the text in several parts, with what the site adds between them.
        if (isOfficial && officialDepth === 0) {
          officialLanguage = spoken;
          if (!official.has(spoken)) official.set(spoken, '');
          officialDepth = depth;
        }
        ofElement(name, attributes, offset);
      },
      ontext(text) {
        if (inTitle) title += text;
        words += text;
        if (officialDepth > 0) official.set(officialLanguage, (official.get(officialLanguage) ?? '') + text);
      },
      onclosetag(name) {
        if (name === 'title') inTitle = false;
        if (!INLINE.has(name)) words += '\n';
        if (depth === officialDepth) officialDepth = 0;
        depth -= 1;
      },
    },
    { xmlMode: xml, decodeEntities: true },
  );
  /** What an element is by its name, and by several of its attributes together. */
  const ofElement = (name: string, attributes: Readonly<Record<string, string>>, offset: number) => {
    switch (name) {
      case 'a':
      case 'area': {
        const target = attributes['href'] ?? attributes['xlink:href'];
        if (target !== undefined) references.push({ target, kind: 'link', offset });
        break;
      }
      case 'script':
        if (attributes['src'] === undefined) {
          if (!DATA_SCRIPT.test(attributes['type'] ?? '')) inline.push({ what: '<script>', offset });
        } else if (!waitsForPage(attributes)) headScripts.push(attributes['src']);
        break;
      case 'style':
        inline.push({ what: '<style>', offset });
        break;
      case 'html':
        language = attributes['lang'];
        break;
      case 'h1':
        headings += 1;
        break;
      case 'title':
        inTitle ||= depth <= 3;
        break;
      case 'meta':
        if (attributes['name'] === 'robots' && /noindex/.test(attributes['content'] ?? '')) indexed = false;
        break;
      case 'link':
        if (attributes['rel'] === 'canonical') canonical = attributes['href'];
        else if (attributes['rel'] === 'alternate' && attributes['hreflang'] && attributes['href'])
          alternates.set(attributes['hreflang'], attributes['href']);
        break;
    }
    for (const target of elementLoads(name, attributes)) references.push({ target, kind: 'load', offset });
  };

  parser.end(source);
  return {
    language,
    title: title.trim(),
    headings,
    ids,
    repeatedIds,
    references,
    inline,
    canonical,
    alternates,
    indexed,
    officialTexts: new Map([...official].map(([tag, text]) => [tag, text.replace(/\s+/g, '')])),
    headScripts,
    words,
  };
}

/** Whether a script lets the page go on. */
function waitsForPage({ type, defer, async }: Readonly<Record<string, string>>): boolean {
  return type === 'module' || defer !== undefined || async !== undefined;
}
