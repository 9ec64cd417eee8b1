import type { Element } from 'hast';
import type { Dataset, Panel } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import { chosenVariant, type MarkOptions, panelMarks } from './marks.ts';
import { chartKind } from './registry.ts';
import { FRAMES, type Frame, type Layout, type PlacedText, placedTexts, type Scene } from './scene.ts';
import { type Painter, renderScene } from './svg.ts';

export interface PanelOptions extends MarkOptions {
  readonly layout: Layout;
  /** What the panel is laid out in; the layout's own frame where absent. */
  readonly frame?: Frame;
}

export interface DrawOptions extends PanelOptions {
  /** Unique in the page. */
  readonly idPrefix: string;
  readonly paint?: Painter;
  readonly sized?: boolean;
}

export interface DrawnPanel {
  readonly svg: Element;
  readonly width: number;
  readonly height: number;
  /** Every text with the box that it keeps to. */
  readonly labels: readonly PlacedText[];
}

/** Places one panel of a dataset: numbers only, in CSS pixels. */
export function placePanel(dataset: Dataset, panel: Panel, options: PanelOptions): Scene {
  const { locale, layout, frame = FRAMES[layout] } = options;
  const marks = panelMarks(dataset, panel, options);
  return chartKind(panel.kind).place({ marks, frame, locale, scale: scaleOf(dataset, options) });
}

function scaleOf(dataset: Dataset, options: { locale: Locale; unit?: string }): { share: boolean; suffix: string } {
  const { word } = chosenVariant(dataset, options);
  return { share: dataset.unit === 'percent', suffix: word === '%' ? '%' : '' };
}

/** Draws one panel of a dataset as SVG (a syntax tree: serialise it once, where it is put in a page or a file). */
export function drawPanel(dataset: Dataset, panel: Panel, options: DrawOptions): DrawnPanel {
  const scene = placePanel(dataset, panel, options);
  return {
    svg: renderScene(scene, options),
    width: scene.width,
    height: scene.height,
    labels: placedTexts(scene),
  };
}
