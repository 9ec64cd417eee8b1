import type { Painter, Token } from './svg.ts';

/** The colours of a theme, resolved. Style sheets give the same tokens the same values; a test compares the two. */
export type Palette = Readonly<Record<Token, string>>;

/**
 * Chosen by computation: each data colour has a contrast of 3:1 or more with the background and with the other one,
 * also under deuteranopia, protanopia and tritanopia.
 */
export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    'data-1': '#063734',
    'data-2': '#a37e29',
    ink: '#1c1b18',
    muted: '#5b574f',
    line: '#dbd8d0',
    'chart-ground': '#e9eeed',
    vermilion: '#b3141c',
  },
  dark: {
    'data-1': '#96eee5',
    'data-2': '#937225',
    ink: '#ebe8e0',
    muted: '#aca69a',
    line: '#3a3731',
    'chart-ground': '#20282a',
    vermilion: '#ff8172',
  },
};

/** Paints with a palette's own colours, for files that no style sheet of the site reaches. */
export function palettePainter(palette: Palette): Painter {
  return (token) => palette[token];
}
