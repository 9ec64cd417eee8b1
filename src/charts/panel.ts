import type { Element } from 'hast';
import type { Dataset, Panel } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import { placeBars } from './bars.ts';
import { placeColumns } from './columns.ts';
import { placeDotGrid } from './dot-grid.ts';
import { placeLines } from './line.ts';
import { chosenVariant, type MarkOptions, panelMarks } from './marks.ts';
import { placePeriodTotals } from './period-total.ts';
import { FRAMES, type Frame, type Layout, type PlacedText, placedTexts, type Scene } from './scene.ts';
import { type Painter, renderScene } from './svg.ts';
import { placeTargets } from './targets.ts';
import { placeTimeline } from './timeline.ts';

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
  switch (panel.kind) {
    case 'bars':
      return placeBars(marks, frame, locale);
    case 'columns':
      return placeColumns(marks, frame, locale);
    case 'period-total':
      return placePeriodTotals(marks, frame, locale);
    case 'targets':
      return placeTargets(marks, frame, locale, targetScale(dataset, options));
    case 'dot-grid':
      return placeDotGrid(marks, frame, locale);
    case 'line':
      return placeLines(marks, frame, locale);
    case 'timeline':
      return placeTimeline(
        marks.map((mark) => ({
          id: mark.id,
          label: mark.label,
          period: mark.value === undefined ? undefined : mark.period,
          text: mark.text,
          kind: mark.kind,
        })),
        frame,
        locale,
      );
  }
}

function targetScale(dataset: Dataset, options: { locale: Locale; unit?: string }): { share: boolean; suffix: string } {
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
