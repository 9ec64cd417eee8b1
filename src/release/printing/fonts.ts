import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listFilesBelow } from '../../build/output/tree.ts';
import { packageFolder } from '../../system/program.ts';
import { withOneCharacterEach } from './font-file.ts';

/** The packages of fonts that letters are printed in, each with the folders of its faces: static TrueType, which a PDF embeds as fonts. */
const PACKAGES = {
  '@expo-google-fonts/noto-serif-sc': ['400Regular', '700Bold'],
  '@expo-google-fonts/noto-sans-sc': ['400Regular', '700Bold'],
  '@expo-google-fonts/tinos': ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
} as const;

/** Which of their families stands for each that the style sheets of letters ask for. */
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
export interface PrintFonts {
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

/** Writes the fonts of some files into a folder, which stands only once it holds them all. */
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
