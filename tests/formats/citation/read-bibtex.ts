/** An entry as BibTeX reads it. */
export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The end of what begins at an opening brace. BibTeX counts every brace, escaped or not. */
function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`the brace at ${open} is never closed`);
}

const WRITTEN: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textbraceleft: '{',
  textbraceright: '}',
};

/** What TeX prints for a value; throws where a character would be taken for a command. */
export function printedByTex(value: string): string {
  return value.replace(/\\([a-z]+)\{\}|\\([&%$#_])|([\\&%$#_{}~^])/g, (_whole, command, escaped, bare) => {
    if (bare !== undefined) throw new Error(`${bare} is not escaped in ${value}`);
    const printed = escaped ?? WRITTEN[command];
    if (printed === undefined) throw new Error(`\\${command} is no command of LaTeX’s own`);
    return printed;
  });
}

/**
 * Reads one entry by the rules of BibTeX (“Tame the BeaST”, 2007, and the source of BibTeX 0.99d): type and key, then fields,
 * each a value in braces, a number or a name of a month. The braces around a value are not part of it.
 */
export function readBibtex(source: string): BibtexEntry {
  const head = /^@([a-z]+)\{([^\s,{}"#%'()=~\\]+),\s*/.exec(source);
  if (!head) throw new Error(`no entry: ${source}`);
  if (closingBrace(source, source.indexOf('{')) !== source.length - 1) throw new Error('more than one entry');
  const fields: Record<string, string> = {};
  for (let at = head[0].length; at < source.length - 1; ) {
    const name = /^([a-z]+) = /.exec(source.slice(at));
    if (!name?.[1]) throw new Error(`no field at ${source.slice(at)}`);
    at += name[0].length;
    const end =
      source[at] === '{' ? closingBrace(source, at) + 1 : at + (/^\w+/.exec(source.slice(at))?.[0].length ?? 0);
    fields[name[1]] = source.slice(at, end).replace(/^\{([\s\S]*)\}$/, '$1');
    at = end + (/^,?\s*/.exec(source.slice(end))?.[0].length ?? 0);
  }
  return { type: head[1] ?? '', key: head[2] ?? '', fields };
}
