import { Resvg } from '@resvg/resvg-js';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { PALETTES, palettePainter, renderScene, type Scene } from '../charts/index.ts';
import { openOutliner } from './glyphs.ts';

/** Changes whenever the same scene is drawn otherwise as PNG, so that no old picture is kept. */
export const PICTURE_DESIGN = 2;

const FONTS = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";

/** What a chart file is called and says to those who do not see it. */
export interface PictureWords {
  readonly title: string;
  readonly description: string;
}

/**
 * A scene as an SVG file: words stay words, colours are resolved, nothing is fetched. What keeps words clear of lines is a copy of them
 * behind them: LibreOffice and older Inkscape paint a stroke over the letters that it belongs to.
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
  const texts = scene.shapes.flatMap((shape) => (shape.type === 'text' ? shape.lines : []));
  const outline = await openOutliner(texts);
  const svg = renderScene(scene, { idPrefix: 'chart', paint: palettePainter(PALETTES.light), outline });
  svg.properties = { xmlns: 'http://www.w3.org/2000/svg', ...svg.properties };
  const picture = new Resvg(serialised(svg), {
    fitTo: { mode: 'width', value: PICTURE_WIDTH },
    font: { loadSystemFonts: false },
  });
  return new Uint8Array(picture.render().asPng());
}

/** A drawing as XML: the serialiser of HTML leaves `]]>` in text as it is, which XML 1.0 (2.4) refuses there. */
const serialised = (svg: Element): string => toHtml(svg, { space: 'svg' }).replaceAll(']]>', ']]&gt;');
