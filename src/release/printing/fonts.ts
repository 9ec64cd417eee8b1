import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listFilesBelow } from '../../system/files.ts';
import { packageFolder } from '../../system/program.ts';

/** The packages of fonts that letters are printed in, each with the folders of its faces: static TrueType, which a PDF embeds as fonts. */
const PACKAGES = {
  '@expo-google-fonts/noto-serif-sc': ['400Regular', '700Bold'],
  '@expo-google-fonts/noto-sans-sc': ['400Regular', '700Bold'],
  '@expo-google-fonts/tinos': ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
} as const;

/** The family that replaces each one that the style sheets of letters ask for. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  Tinos: ['Times New Roman', 'Liberation Serif', 'Charter', 'Source Serif 4', 'Georgia', 'Noto Serif', 'serif'],
  'Noto Serif SC': [
    ...['FangSong', 'STFangsong', 'FangSong_GB2312', 'KaiTi', 'STKaiti', 'KaiTi_GB2312'],
    ...['FZXiaoBiaoSong-B05S', 'STZhongsong', 'Source Han Serif SC', 'Noto Serif CJK SC'],
    ...['Songti SC', 'STSong', 'SimSun', 'serif'],
  ],
  'Noto Sans SC': [
    'SimHei',
    'STHeiti',
    'PingFang SC',
    'Microsoft YaHei',
    'Noto Sans CJK SC',
    'sans-serif',
    'system-ui',
  ],
};

/** The fonts that a browser is to print with: what tells it so, and what tells these fonts from others. */
interface PrintFonts {
  readonly environment: Readonly<Record<string, string>>;
  readonly version: string;
}

/**
 * Lets a browser see the fonts from npm and no others, so that a letter is the same bytes on every machine: writes them and a configuration
 * of fontconfig into `folder`. `others` adds the machine's own fonts, for scripts that those from npm lack. Undefined where a package is
 * not installed.
 */
export function printFonts(folder: string, others: boolean): PrintFonts | undefined {
  const packages = Object.entries(PACKAGES).map(([name, faces]) => ({ own: packageFolder(name), faces }));
  const version = createHash('sha256').update(JSON.stringify([PACKAGES, FAMILIES, others]));
  const files: string[] = [];
  for (const { own, faces } of packages) {
    if (own === undefined) return undefined;
    version.update(readFileSync(join(own, 'package.json')));
    for (const face of faces) files.push(...listFilesBelow(join(own, face)).map((file) => join(own, face, file)));
  }
  const digest = version.digest('hex');
  const faces = join(folder, digest.slice(0, 16));
  if (!existsSync(faces)) writeFaces(files, faces);
  const configured = join(folder, 'fonts.conf');
  writeFileSync(configured, configuration([faces, ...(others ? ['/usr/share/fonts'] : [])], join(folder, 'cache')));
  return { environment: { FONTCONFIG_FILE: configured, FONTCONFIG_PATH: folder }, version: digest };
}

/** Writes the fonts of some files into a folder, which appears only once it is complete. */
function writeFaces(files: readonly string[], faces: string): void {
  const unfinished = `${faces}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.ttf')))
    writeFileSync(join(unfinished, basename(file)), withOneCharacterEach(readFileSync(file)));
  renameSync(unfinished, faces);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function configuration(folders: readonly string[], cache: string): string {
  const aliases = Object.entries(FAMILIES).flatMap(([ours, families]) =>
    families.map(
      (family) => `<alias binding="same"><family>${family}</family><prefer><family>${ours}</family></prefer></alias>`,
    ),
  );
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `<dir>${escaped(folder)}</dir>`),
    `<cachedir>${escaped(cache)}</cachedir>`,
    ...aliases,
    '</fontconfig>',
    '',
  ].join('\n');
}

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

/**
 * The characters of a font that share a glyph with the character they represent: the radical ⽔ (U+2F54) with the word 水
 * (U+6C34).
 */
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
function withOneCharacterEach(file: Buffer): Buffer {
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
