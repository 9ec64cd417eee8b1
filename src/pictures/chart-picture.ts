import { Resvg } from '@resvg/resvg-js';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { PALETTES, palettePainter, renderScene, type Scene } from '../charts/index.ts';
import { openOutliner } from './glyphs.ts';

const FONTS = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";

/** The title and description of a chart file, for readers who cannot see it. */
interface PictureWords {
  readonly title: string;
  readonly description: string;
}

/**
 * A scene as an SVG file: text stays text, colours are resolved, nothing is fetched. The halo that keeps text clear of lines is a copy of the
 * text behind it: LibreOffice and older Inkscape paint a stroke over the letters it belongs to.
 */
export function chartSvg(scene: Scene, { title, description }: PictureWords): string {
  const svg = renderScene(scene, { idPrefix: 'chart', paint: palettePainter(PALETTES.light), halo: 'copy' });
  const { ariaHidden: _hidden, focusable: _focusable, ...properties } = svg.properties;
  const words = (tagName: 'title' | 'desc', value: string) => ({
    type: 'element' as const,
    tagName,
    properties: {},
    children: [{ type: 'text' as const, value }],
  });
  svg.properties = { xmlns: 'http://www.w3.org/2000/svg', ...properties, role: 'img', fontFamily: FONTS };
  svg.children.unshift(words('title', title), words('desc', description));
  return `${serialised(svg)}\n`;
}

/** How wide a picture is, in pixels: that of a slide on most screens. */
const PICTURE_WIDTH = 1920;

/** A scene as a PNG, all words drawn as outlines: the same bytes on every machine. */
export async function chartPng(scene: Scene): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array((await raster(scene, PICTURE_WIDTH)).asPng());
}

/** Pixels of red, green, blue and alpha, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A scene as pixels of a given width on a ground of a given colour (`#fffefc`), its words drawn as outlines. */
export async function chartPixels(scene: Scene, width: number, ground: string): Promise<Pixels> {
  const picture = await raster(scene, width, ground);
  return { width: picture.width, height: picture.height, data: new Uint8Array(picture.pixels) };
}

/** A scene rendered at a width in pixels, its words as outlines; `ground` is a colour to render it on in place of the palette's own. */
async function raster(scene: Scene, width: number, ground?: string) {
  const outline = await openOutliner(wordsOf(scene));
  const palette = ground === undefined ? PALETTES.light : { ...PALETTES.light, 'chart-ground': ground };
  const svg = renderScene(scene, { idPrefix: 'chart', paint: palettePainter(palette), outline });
  svg.properties = { xmlns: 'http://www.w3.org/2000/svg', ...svg.properties };
  return new Resvg(serialised(svg), {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
    ...(ground === undefined ? {} : { background: ground }),
  }).render();
}

const wordsOf = (scene: Scene): string[] =>
  scene.shapes.flatMap((shape) => (shape.type === 'text' ? [...shape.lines] : []));

/** A drawing as XML: the serialiser of HTML leaves `]]>` in text as it is, which XML 1.0 (2.4) refuses there. */
const serialised = (svg: Element): string => toHtml(svg, { space: 'svg' }).replaceAll(']]>', ']]&gt;');
