import { Parser } from 'htmlparser2';

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

/** Attributes whose value the browser loads without being asked. */
const LOADING: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
  audio: ['src'],
  video: ['src', 'poster'],
  track: ['src'],
  use: ['href', 'xlink:href'],
  image: ['href', 'xlink:href'],
  feimage: ['href', 'xlink:href'],
  feImage: ['href', 'xlink:href'],
  input: ['src', 'formaction'],
  button: ['formaction'],
  a: ['ping'],
  area: ['ping'],
  body: ['background'],
  base: ['href'],
};
const LOADING_RELATIONS =
  /\b(?:stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest|prerender)\b/;
/** Elements within a line: what stands on both sides of them is read as one. */
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|rb|rp|rt|ruby|s|samp|small|span|strong|sub|sup|time|tspan|u|var|wbr)$/;
/** Attributes that hold code, style or a whole page. */
const CODE_ATTRIBUTE = /^(?:style|srcdoc|on[a-z]+)$/;
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
  const languages: string[] = [];
  const words: string[] = [];
  let officialLanguage = '';
  let depth = 0;
  let officialDepth = 0;
  let inTitle = false;

  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        languages.push(attributes.lang ?? languages.at(-1) ?? '');
        if (!INLINE.test(name)) words.push('\n');
        const offset = parser.startIndex;
        const { id } = attributes;
        if (id !== undefined) {
          if (ids.has(id)) repeatedIds.push({ id, offset });
          ids.add(id);
        }
        for (const [attribute, value] of Object.entries(attributes)) {
          // Numbers of private data are long; most attributes are not.
          if (value.length >= 11 && !INLINE.test(name)) words.push(value, '\n');
          if (CODE_ATTRIBUTE.test(attribute)) inline.push({ what: `${attribute}=`, offset });
          for (const [, target = ''] of value.matchAll(/url\(\s*["']?([^"')\s]+)/gi))
            references.push({ target, kind: 'load', offset });
        }
        if (name === 'script' && attributes.src === undefined && !DATA_SCRIPT.test(attributes.type ?? ''))
          inline.push({ what: '<script>', offset });
        if (name === 'style') inline.push({ what: '<style>', offset });
        for (const target of loaded(name, attributes)) references.push({ target, kind: 'load', offset });
        if (name === 'script' && attributes.src !== undefined && !waitsForPage(attributes))
          headScripts.push(attributes.src);
        const followed = name === 'a' || name === 'area' ? (attributes.href ?? attributes['xlink:href']) : undefined;
        if (followed !== undefined) references.push({ target: followed, kind: 'link', offset });
        if (name === 'html') language = attributes.lang;
        else if (name === 'h1') headings += 1;
        else if (name === 'title' && depth <= 3) inTitle = true;
        else if (name === 'meta' && attributes.name === 'robots' && /noindex/.test(attributes.content ?? ''))
          indexed = false;
        else if (name === 'link' && attributes.rel === 'canonical') canonical = attributes.href;
        else if (name === 'link' && attributes.rel === 'alternate' && attributes.hreflang && attributes.href)
          alternates.set(attributes.hreflang, attributes.href);
        // A page may show the text in several parts, with what the site adds between them.
        if (officialDepth === 0 && /(?:^|\s)official-text(?:\s|$)/.test(attributes.class ?? '')) {
          officialLanguage = languages.at(-1) ?? '';
          if (!official.has(officialLanguage)) official.set(officialLanguage, '');
          officialDepth = depth;
        }
      },
      ontext(text) {
        if (inTitle) title += text;
        words.push(text);
        if (officialDepth > 0) official.set(officialLanguage, (official.get(officialLanguage) ?? '') + text);
      },
      onclosetag(name) {
        if (name === 'title') inTitle = false;
        if (!INLINE.test(name)) words.push('\n');
        if (depth === officialDepth) officialDepth = 0;
        depth -= 1;
        languages.pop();
      },
    },
    { xmlMode: xml, decodeEntities: true },
  );
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
    words: words.join(''),
  };
}

/** Whether a script lets the page go on. */
function waitsForPage({ type, defer, async }: Readonly<Record<string, string>>): boolean {
  return type === 'module' || defer !== undefined || async !== undefined;
}

/** What an element makes the browser load, or send to. */
function loaded(name: string, attributes: Readonly<Record<string, string>>): readonly string[] {
  if (name === 'form') return attributes.action === undefined ? [] : [attributes.action];
  if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh')
    return [/url=\s*['"]?([^'"]+)/i.exec(attributes.content ?? '')?.[1] ?? ''];
  if (name === 'link') return LOADING_RELATIONS.test(attributes.rel ?? '') && attributes.href ? [attributes.href] : [];
  return (LOADING[name] ?? []).flatMap((attribute) => {
    const value = attributes[attribute];
    if (value === undefined) return [];
    return attribute === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s/)[0] ?? '') : [value];
  });
}
