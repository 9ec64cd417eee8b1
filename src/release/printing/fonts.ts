import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../system/program.ts';

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
 * Lets a browser see the fonts from npm and no others, so that a letter is the same bytes on every machine: writes the configuration of
 * fontconfig into `folder`. `others` adds the machine's own fonts, for scripts that those from npm lack. Undefined where a package is
 * not installed.
 */
export function printFonts(folder: string, others: boolean): PrintFonts | undefined {
  const packages = Object.entries(PACKAGES).map(([name, faces]) => ({ folder: packageFolder(name), faces }));
  const folders: string[] = [];
  const versions: string[] = [];
  for (const { folder: found, faces } of packages) {
    if (found === undefined) return undefined;
    folders.push(...faces.map((face) => join(found, face)));
    versions.push(readFileSync(join(found, 'package.json'), 'utf8'));
  }
  const file = join(folder, 'fonts.conf');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, configuration([...folders, ...(others ? ['/usr/share/fonts'] : [])], join(folder, 'cache')));
  return {
    environment: { FONTCONFIG_FILE: file, FONTCONFIG_PATH: folder },
    version: createHash('sha256')
      .update(JSON.stringify([versions, PACKAGES, FAMILIES, others]))
      .digest('hex'),
  };
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
    // What a letter's own fonts lack is looked for in the Chinese serif before the sans.
    '<match target="pattern"><edit name="family" mode="append_last"><string>Noto Serif SC</string></edit></match>',
    '</fontconfig>',
    '',
  ].join('\n');
}
