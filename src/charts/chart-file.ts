import { chartWords } from '../language/messages/charts.ts';
import type { Dataset, Panel } from '../model/dataset.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { needsKey, panelKey } from './key.ts';
import { chosenVariant } from './marks.ts';
import { placePanel, withJoinedPanels } from './panel.ts';
import { chartKind } from './registry.ts';
import { type Frame, LEAST_TEXT, moved, round, type Scene, type Shape, TEXT_SIZE, type TextRole } from './scene.ts';
import { placeText, wrap } from './text.ts';

/** What a chart file says besides the chart. */
export interface ChartFileOptions {
  readonly locale: Locale;
  /** Document numbers of the replies that state the values, as printed. */
  readonly replies: readonly string[];
  /** The same by their ids, for charts that say which reply states a value. */
  readonly replyNames?: ReadonlyMap<string, string>;
  readonly issuer: string;
  /** The dataset's absolute address. */
  readonly address: string;
}

const WIDTH = 728;
const MARGIN = 24;
const SMALL = LEAST_TEXT;

/**
 * A dataset's figure as one self-contained drawing: headline, subtitle, charts, keys, note, source, version and
 * address.
 */
export function placeChartFile(given: Dataset, options: ChartFileOptions): Scene {
  const dataset = withJoinedPanels(given);
  const inner = WIDTH - 2 * MARGIN;
  const head = placeHead(dataset, options, { width: inner, title: 22 });
  const panels = dataset.panels.map((panel) =>
    placeWithKey(dataset, panel, options, { width: inner, textSize: TEXT_SIZE }),
  );
  const foot = placeFoot(dataset, options, inner);
  const parts = stacked([head, ...panels, foot], 22);
  return onGround(moved(parts.shapes, MARGIN, MARGIN), WIDTH, round(parts.height + 2 * MARGIN));
}

/** A slide's proportions, and the size of the first attempt, at which words are a thirtieth of the height. */
const SLIDE = { width: 16, height: 9, begin: 50, margin: 28 } as const;

/**
 * The same as one picture of 16 to 9 for slides: panels side by side, the source at the bottom edge. What does not fit is laid out again on a
 * larger sheet, so that nothing is cut or drawn narrower.
 */
export function placeSlide(given: Dataset, options: ChartFileOptions): Scene {
  const dataset = withJoinedPanels(given);
  let side: number = SLIDE.begin;
  for (;;) {
    const [width, height] = [SLIDE.width * side, SLIDE.height * side];
    const inner = width - 2 * SLIDE.margin;
    const across = Math.min(dataset.panels.length, 2);
    const column = Math.floor((inner - (across - 1) * 28) / across);
    const head = placeHead(dataset, options, { width: inner, title: 24 });
    const foot = placeFoot(dataset, options, inner);
    const panels = dataset.panels.map((panel) =>
      placeWithKey(dataset, panel, options, { width: column, textSize: TEXT_SIZE }),
    );
    const columns = Array.from({ length: across }, (_, index) =>
      stacked(
        panels.filter((_panel, at) => at % across === index),
        22,
      ),
    );
    const body = Math.max(...columns.map((one) => one.height));
    const room = height - 2 * SLIDE.margin - head.height - foot.height - 36;
    if (body <= room || side > SLIDE.begin * 8) {
      const top = Math.round(SLIDE.margin + head.height + 18 + Math.max(0, (room - body) / 2));
      return onGround(
        [
          ...moved(head.shapes, SLIDE.margin, SLIDE.margin),
          ...columns.flatMap((one, index) => moved(one.shapes, SLIDE.margin + index * (column + 28), top)),
          ...moved(foot.shapes, SLIDE.margin, Math.floor(height - SLIDE.margin - foot.height)),
        ],
        width,
        height,
      );
    }
    // 1.4 times the side gives twice the area.
    side = Math.ceil(side * Math.max(1.06, Math.min(2, Math.sqrt(body / Math.max(room, 40)) * 0.97)));
  }
}

type Part = Pick<Scene, 'shapes' | 'height'>;

const onGround = (shapes: readonly Shape[], width: number, height: number): Scene => ({
  width,
  height,
  shapes: [{ type: 'ground', box: { x: 0, y: 0, width, height } }, ...shapes],
});

/** Parts one under the other, at whole pixels, so that what was clear of its neighbour stays so. */
function stacked(parts: readonly Part[], gap: number): Part {
  const shapes: Shape[] = [];
  let y = 0;
  for (const part of parts) {
    shapes.push(...moved(part.shapes, 0, y));
    y += Math.ceil(part.height) + gap;
  }
  return { shapes, height: round(Math.max(0, y - gap)) };
}

/** Lines of words, each in its role and size. */
function placeLines(lines: readonly (readonly [role: TextRole, text: string, size: number])[], width: number): Part {
  return stacked(
    lines.map(([role, text, size]) => {
      const placed = placeText(role, wrap(text, size, width, 6, role), size, { x: 0, top: 0 });
      return { shapes: [placed], height: placed.box.height };
    }),
    4,
  );
}

function placeHead(
  dataset: Dataset,
  { locale }: ChartFileOptions,
  { width, title }: { width: number; title: number },
): Part {
  const words = chartWords[locale];
  const { word } = chosenVariant(dataset, { locale });
  const subtitle = words.subtitle(dataset.measure[locale], dataset.place[locale], dataset.span[locale]);
  return placeLines(
    [
      ['title', dataset.headline[locale], title],
      ['note', subtitle, TEXT_SIZE],
      ...(word === '' ? [] : [['note', words.unit(word), TEXT_SIZE] as const]),
    ],
    width,
  );
}

/** A panel under its title, its key under it. */
function placeWithKey(dataset: Dataset, panel: Panel, { locale, replyNames }: ChartFileOptions, frame: Frame): Part {
  const title = panel.title ? [placeLines([['value', panel.title[locale], TEXT_SIZE]], frame.width)] : [];
  const scene = placePanel(dataset, panel, { locale, layout: 'wide', frame, replyNames });
  const key = panelKey(dataset, panel, { locale, idPrefix: 'key' });
  const entries = needsKey(panel, dataset, key) ? key : [];
  const keyed = entries.map((entry): Part => {
    const label = placeText('label', wrap(entry.label, SMALL, frame.width - 36, 2), SMALL, { x: 36, top: 0 });
    return { shapes: [...moved(entry.scene.shapes, 0, 2), label], height: label.box.height };
  });
  return stacked([...title, scene, ...(keyed.length > 0 ? [stacked(keyed, 6)] : [])], 10);
}

/** The note, source, version and address under a line. */
function placeFoot(dataset: Dataset, { locale, replies, issuer, address }: ChartFileOptions, width: number): Part {
  const words = chartWords[locale];
  const [note] = dataset.notes;
  const lines = placeLines(
    [
      ...(note ? [['note', note[locale], SMALL] as const] : []),
      ['note', words.fileSource(issuer, replies.join(languageOf(locale).punctuation.list)), SMALL],
      ['note', words.fileVersion(dataset.version, address), SMALL],
    ],
    width,
  );
  return {
    shapes: [{ type: 'line', role: 'grid', x1: 0, y1: 0, x2: width, y2: 0 }, ...moved(lines.shapes, 0, 10)],
    height: Math.ceil(lines.height + 10),
  };
}

/**
 * The most telling panel of a dataset's figure for a picture of `width` by `height`: the first whose lengths show
 * values, else the first, in the layout that shows its words largest.
 */
export function placeCardChart(
  dataset: Dataset,
  options: Pick<ChartFileOptions, 'locale' | 'replyNames'>,
  { width, height }: { readonly width: number; readonly height: number },
): Scene | undefined {
  const panel = dataset.panels.find(({ kind }) => chartKind(kind).reach !== undefined) ?? dataset.panels[0];
  if (!panel) return undefined;
  const scenes = (['narrow', 'middle'] as const).map((layout) => placePanel(dataset, panel, { ...options, layout }));
  const scaleOf = (scene: Scene) => Math.min(width / scene.width, height / scene.height);
  const scene = scenes.reduce((best, one) => (scaleOf(one) > scaleOf(best) ? one : best));
  // Words too small to read on a phone are useless.
  return scaleOf(scene) * TEXT_SIZE >= LEAST_TEXT ? scene : undefined;
}
