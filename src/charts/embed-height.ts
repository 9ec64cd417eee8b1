import { chartWords } from '../language/messages/charts.ts';
import { unitVariants } from '../language/unit-variants.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import { needsKey, panelKey } from './key.ts';
import { chosenVariant } from './marks.ts';
import { placePanel } from './panel.ts';
import { layoutIn, TEXT_SIZE, type TextRole } from './scene.ts';
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
const UNIT_SWITCH = 2.45 * LETTERS + 2;

/**
 * How high a frame of `width` CSS pixels has to be for a dataset's embedded figure, in CSS pixels: at least what it needs, since words are
 * counted as wide as they may become.
 */
export function embedHeight(dataset: Dataset, locale: Locale, width: number): number {
  const variants = unitVariants(dataset.unit, locale, dataset.counter);
  return Math.max(...variants.map(({ id }) => heightWith(dataset, { locale, unit: id }, width)));
}

/** The greatest height that widths between `least` and `most` CSS pixels need. */
export function greatestEmbedHeight(dataset: Dataset, locale: Locale, least: number, most: number): number {
  let greatest = 0;
  for (let width = least; width <= most; width += 4)
    greatest = Math.max(greatest, embedHeight(dataset, locale, Math.min(width, most)));
  return greatest;
}

function heightWith(dataset: Dataset, options: { locale: Locale; unit: string }, width: number): number {
  const { locale } = options;
  const words = chartWords[locale];
  const padding = Math.min(25.6, Math.max(14.4, width * 0.03));
  const inner = width - 2 * padding;
  const lines = (text: string, { size, line }: typeof NOTE, role: TextRole = 'label') =>
    wrap(text, size, inner, 99, role).length * size * line;
  const { layout, scale } = layoutIn(inner);
  const size = TEXT_SIZE * scale;
  const panels = dataset.panels.map((panel) => {
    const key = panelKey(dataset, panel, { ...options, idPrefix: 'key' });
    const keyed = needsKey(panel, dataset, key) ? 0.7 * size + keyLines(key, size, inner) * size * (KEY_LINE + 0.2) : 0;
    const title = panel.title ? lines(panel.title[locale], { size, line: KEY_LINE }, 'value') + 0.4 * size : 0;
    return title + placePanel(dataset, panel, { ...options, layout }).height * scale + keyed;
  });
  const { word } = chosenVariant(dataset, options);
  const subtitle = `${words.subtitle(dataset.measure[locale], dataset.place[locale], dataset.span[locale])} ${words.unit(word)}`;
  const switched = unitVariants(dataset.unit, locale, dataset.counter).length > 1 ? UNIT_SWITCH + 0.4 * LETTERS : 0;
  const height =
    RULE +
    2 * padding +
    lines(dataset.headline[locale], HEADLINE, 'title') +
    0.35 * LETTERS +
    lines(subtitle, NOTE) +
    switched +
    BETWEEN +
    panels.reduce((sum, panel) => sum + panel, 0) +
    (panels.length - 1) * BETWEEN_PANELS +
    (dataset.notes[0] ? BEFORE_NOTE + lines(dataset.notes[0][locale], NOTE) : 0) +
    BEFORE_NOTE +
    lines(`${words.more} · ${words.compiled}`, NOTE) +
    // The site's name, which is short, in two lines at most.
    2 * FROM.size * FROM.line +
    BEFORE_NOTE;
  return Math.ceil(height / 10) * 10;
}

/** How many lines a key takes: its entries flow one after the other. */
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
