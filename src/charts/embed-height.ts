import { chartWords } from '../language/messages/charts.ts';
import { datasetVariants } from '../language/unit-variants.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import { needsKey, panelKey } from './key.ts';
import { chosenVariant } from './marks.ts';
import { placePanel, withJoinedPanels } from './panel.ts';
import { type Layout, layoutIn, TEXT_SIZE, type TextRole } from './scene.ts';
import { textWidth, wrap } from './text.ts';

/** What `embed.css`, `figure.css` and `unit-switch.css` set, in CSS pixels at the usual size of letters; a browser test holds it. */
const LETTERS = 16;
const HEADLINE = { size: LETTERS * 1.12, line: 1.45 };
const NOTE = { size: LETTERS * 0.9375, line: 1.6 };
const FROM = { size: LETTERS * 0.875, line: 1.6 };
const KEY_LINE = 1.5;
const RULE = 3;
const BETWEEN = LETTERS;
const BEFORE_NOTE = LETTERS * 0.8;
const BETWEEN_PANELS = 32;
const SWATCH_WIDTH = 26 + 0.45 * LETTERS;
const UNIT_SWITCH = 2.75 * LETTERS + 2;

/** From the narrowest to the widest frame that heights are given for, in CSS pixels. */
export const EMBED_WIDTHS = { least: 280, most: 1000 } as const;
/** Step between the widths that are tried: less than the width of a character. */
const STEP = 4;

/**
 * How high a frame of a width has to be for a dataset's embedded figure, both in CSS pixels: at least what it needs in whichever unit,
 * since words are counted as wide as they may become. Drawings are placed once for all widths that are asked for.
 */
export function embedHeights(given: Dataset, locale: Locale): (width: number) => number {
  const dataset = withJoinedPanels(given);
  const variants = datasetVariants(dataset, locale);
  const heights = variants.map(({ id }) => heightsIn(dataset, { locale, unit: id }, variants.length > 1));
  return (width) => Math.max(...heights.map((heightAt) => heightAt(width)));
}

/** The height that is enough at every width of `EMBED_WIDTHS`, in CSS pixels. */
export function greatestEmbedHeight(heightAt: (width: number) => number): number {
  let greatest = 0;
  for (let width: number = EMBED_WIDTHS.least; width <= EMBED_WIDTHS.most; width += STEP)
    greatest = Math.max(greatest, heightAt(width));
  return greatest;
}

/** The same in one unit. All that does not depend on the width is computed once. */
function heightsIn(
  dataset: Dataset,
  options: { locale: Locale; unit: string },
  isSwitched: boolean,
): (width: number) => number {
  const { locale } = options;
  const words = chartWords[locale];
  const { word } = chosenVariant(dataset, options);
  const subtitle = `${words.subtitle(dataset.measure[locale], dataset.place[locale], dataset.span[locale])} ${words.unit(word)}`;
  const note = dataset.notes[0]?.[locale];
  const panels = dataset.panels.map((panel) => {
    const key = panelKey(dataset, panel, { ...options, idPrefix: 'key' });
    return { title: panel.title?.[locale], key: needsKey(panel, dataset, key) ? key : undefined };
  });
  const drawn = new Map<Layout, readonly number[]>();
  const drawnIn = (layout: Layout) => {
    const heights =
      drawn.get(layout) ?? dataset.panels.map((panel) => placePanel(dataset, panel, { ...options, layout }).height);
    drawn.set(layout, heights);
    return heights;
  };
  return (width) => {
    const padding = Math.min(25.6, Math.max(14.4, width * 0.03));
    const inner = width - 2 * padding;
    const lines = (text: string, { size, line }: typeof NOTE, role: TextRole = 'label') =>
      wrap(text, size, inner, 99, role).length * size * line;
    const { layout, scale } = layoutIn(inner);
    const size = TEXT_SIZE * scale;
    const ofPanels = panels.map(({ title, key }, index) => {
      const keyed = key ? 0.7 * size + keyLines(key, size, inner) * size * (KEY_LINE + 0.2) : 0;
      const titled = title ? lines(title, { size, line: KEY_LINE }, 'value') + 0.4 * size : 0;
      return titled + (drawnIn(layout)[index] ?? 0) * scale + keyed;
    });
    const height =
      RULE +
      2 * padding +
      lines(dataset.headline[locale], HEADLINE, 'title') +
      0.35 * LETTERS +
      lines(subtitle, NOTE) +
      (isSwitched ? UNIT_SWITCH + 0.4 * LETTERS : 0) +
      BETWEEN +
      ofPanels.reduce((sum, panel) => sum + panel, 0) +
      (panels.length - 1) * BETWEEN_PANELS +
      (note ? BEFORE_NOTE + lines(note, NOTE) : 0) +
      BEFORE_NOTE +
      lines(`${words.more} · ${words.compiled}`, NOTE) +
      // The site's name, which is short, in two lines at most.
      2 * FROM.size * FROM.line +
      BEFORE_NOTE;
    return Math.ceil(height / 10) * 10;
  };
}

/** How many lines a key takes: its entries wrap like words. */
function keyLines(entries: readonly { readonly label: string }[], size: number, width: number): number {
  let lines = 0;
  let left = 0;
  for (const { label } of entries) {
    const own = SWATCH_WIDTH + textWidth(label, size);
    if (lines === 0 || own > left) {
      const taken = Math.max(1, wrap(label, size, width - SWATCH_WIDTH, 99).length);
      lines += taken;
      left = taken > 1 ? 0 : width - own - 1.2 * size;
    } else left -= own + 1.2 * size;
  }
  return lines;
}
