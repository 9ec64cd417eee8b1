/** Where in a font file the table that says which glyph a character has begins, by its entry in the directory. */
function characterMap(font: DataView): { readonly entry: number; readonly offset: number } | undefined {
  for (let table = 0; table < font.getUint16(4); table += 1) {
    const entry = 12 + 16 * table;
    // "cmap"
    if (font.getUint32(entry) === 0x636d6170) return { entry, offset: font.getUint32(entry + 8) };
  }
  return undefined;
}

/** The glyph of each character, by the font's table for all of Unicode (format 12 of OpenType's `cmap`); undefined where it has none. */
function glyphsOf(font: DataView, offset: number): Map<number, number> | undefined {
  for (let record = 0; record < font.getUint16(offset + 2); record += 1) {
    const table = offset + font.getUint32(offset + 8 + 8 * record);
    if (font.getUint16(table) !== 12) continue;
    const glyphs = new Map<number, number>();
    for (let group = 0; group < font.getUint32(table + 12); group += 1) {
      const at = table + 16 + 12 * group;
      const [start, end, glyph] = [font.getUint32(at), font.getUint32(at + 4), font.getUint32(at + 8)];
      for (let character = start; character <= end; character += 1) glyphs.set(character, glyph + character - start);
    }
    return glyphs;
  }
  return undefined;
}

const isIdeograph = (character: number): boolean => character >= 0x4e00 && character <= 0x9fff;

/** The characters of a font that are drawn as another one is which they stand for: 水 as a radical (U+2F54) is not the word (U+6C34). */
function doubles(glyphs: ReadonlyMap<number, number>): ReadonlySet<number> {
  const ideographs = new Set([...glyphs].filter(([character]) => isIdeograph(character)).map(([, glyph]) => glyph));
  const found = new Set<number>();
  for (const [character, glyph] of glyphs) {
    const plain = String.fromCodePoint(character).normalize('NFKC');
    const [own = 0] = [...plain].map((sign) => sign.codePointAt(0));
    const isCompatible = own !== character && [...plain].length === 1 && glyphs.get(own) === glyph;
    if (isCompatible || (character < 0x4e00 && ideographs.has(glyph))) found.add(character);
  }
  return found;
}

/** A table of format 12 for all of Unicode, as fonts hold it. */
function tableOf(glyphs: readonly (readonly [character: number, glyph: number])[]): Buffer {
  const groups: [start: number, end: number, glyph: number][] = [];
  for (const [character, glyph] of glyphs) {
    const last = groups.at(-1);
    if (last !== undefined && character === last[1] + 1 && glyph === last[2] + character - last[0]) last[1] = character;
    else groups.push([character, character, glyph]);
  }
  const table = Buffer.alloc(4 + 8 + 16 + 12 * groups.length);
  // Version 0, one table: of Windows, for all of Unicode.
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + 12 * groups.length, 16);
  table.writeUInt32BE(groups.length, 24);
  for (const [index, group] of groups.entries())
    for (const [part, value] of group.entries()) table.writeUInt32BE(value, 28 + 12 * index + 4 * part);
  return table;
}

/**
 * A TrueType font in which every glyph has the one character that is meant by it. A PDF says of each glyph which character it is, and a
 * browser takes the first that the font gives it: whoever copies 水 out of the PDF would get the radical, which no search finds.
 */
export function withOneCharacterEach(file: Buffer): Buffer {
  const font = new DataView(file.buffer, file.byteOffset, file.length);
  const map = characterMap(font);
  const glyphs = map && glyphsOf(font, map.offset);
  if (map === undefined || glyphs === undefined) return file;
  const others = doubles(glyphs);
  const kept = [...glyphs].filter(([character]) => !others.has(character)).sort(([one], [other]) => one - other);
  const table = tableOf(kept);
  const start = Math.ceil(file.length / 4) * 4;
  const whole = Buffer.concat([file, Buffer.alloc(start - file.length), table]);
  whole.writeUInt32BE(start, map.entry + 8);
  whole.writeUInt32BE(table.length, map.entry + 12);
  return whole;
}
