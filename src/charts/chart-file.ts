import { chartWords } from '../language/messages/charts.ts';
import type { Dataset } from '../model/dataset.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { needsKey, panelKey } from './key.ts';
import { chosenVariant } from './marks.ts';
import { placePanel } from './panel.ts';
import { moved, round, type Scene, type Shape, type TextRole } from './scene.ts';
import { placeText, wrap } from './text.ts';

export interface ChartFileOptions {
  readonly locale: Locale;
  /** Numbers of the replies that the figures rest on, as printed. */
  readonly replies: readonly string[];
  /** The same by their ids, for charts that say which reply states a value. */
  readonly replyNames?: ReadonlyMap<string, string>;
  readonly issuer: string;
  /** The dataset's absolute address. */
  readonly address: string;
}

const WIDTH = 728;
const MARGIN = 24;

/** A dataset's figure as one drawing that can stand alone: headline, subtitle, charts, keys, note, source, version and address. */
export function placeChartFile(
  dataset: Dataset,
  { locale, replies, replyNames, issuer, address }: ChartFileOptions,
): Scene {
  const words = chartWords[locale];
  const inner = WIDTH - 2 * MARGIN;
  const shapes: Shape[] = [];
  let y = MARGIN;
  const write = (role: TextRole, text: string, size: number, gap: number) => {
    const placed = placeText(role, wrap(text, size, inner, 6, role), size, { x: MARGIN, top: y });
    shapes.push(placed);
    y += placed.box.height + gap;
  };
  write('title', dataset.headline[locale], 22, 6);
  write('note', words.subtitle(dataset.measure[locale], dataset.place[locale], dataset.span[locale]), 15, 2);
  const { word } = chosenVariant(dataset, { locale });
  if (word !== '') write('note', words.unit(word), 15, 0);
  y += 20;
  dataset.panels.forEach((panel, index) => {
    if (panel.title) write('value', panel.title[locale], 15, 8);
    const scene = placePanel(dataset, panel, { locale, layout: 'wide', replyNames });
    shapes.push(...moved(scene.shapes, MARGIN, y));
    y += scene.height + 12;
    const key = panelKey(dataset, panel, { locale, idPrefix: `key-${index}` });
    if (needsKey(panel, dataset, key))
      for (const entry of key) {
        shapes.push(...moved(entry.scene.shapes, MARGIN, y + 2));
        const label = placeText('label', wrap(entry.label, 14, inner - 36, 2), 14, { x: MARGIN + 36, top: y });
        shapes.push(label);
        y += label.box.height + 6;
      }
    y += 18;
  });
  shapes.push({ type: 'line', role: 'grid', x1: MARGIN, y1: round(y), x2: WIDTH - MARGIN, y2: round(y) });
  y += 10;
  const [note] = dataset.notes;
  if (note) write('note', note[locale], 13, 6);
  write('note', words.fileSource(issuer, replies.join(languageOf(locale).punctuation.list)), 13, 2);
  write('note', words.fileVersion(dataset.version, address), 13, 0);
  const height = round(y + MARGIN);
  return { width: WIDTH, height, shapes: [{ type: 'ground', box: { x: 0, y: 0, width: WIDTH, height } }, ...shapes] };
}
