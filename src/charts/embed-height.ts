import { chartWords } from '../language/messages/charts.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import { needsKey, panelKey } from './key.ts';
import { chosenVariant } from './marks.ts';
import { placePanel } from './panel.ts';
import { FRAMES, type TextRole } from './scene.ts';
import { wrap } from './text.ts';

/** What `embed.css`, `charts.css` and `dataset.css` set, in CSS pixels at the usual size of letters; a browser test holds it. */
const LETTERS = 16;
const HEADLINE = { size: LETTERS * 1.12, line: 1.45 };
const SMALL = { size: LETTERS * 0.86, line: 1.6 };
const RULE = 3;
const BETWEEN = LETTERS;
const BETWEEN_PANELS = 32;
/** The narrow drawing's greatest width, the wide one's, and the container that shows the wide one. */
const MOST_NARROW = 360;
const MOST_WIDE = 760;
const WIDE_FROM = 544;

/**
 * How high a frame of `width` CSS pixels has to be for a dataset's embedded figure, in CSS pixels: at least what it needs, since words are
 * counted as wide as they may become.
 */
export function embedHeight(dataset: Dataset, locale: Locale, width: number): number {
  const words = chartWords[locale];
  const padding = Math.min(25.6, Math.max(14.4, width * 0.03));
  const inner = width - 2 * padding;
  const lines = (text: string, { size, line }: typeof SMALL, role: TextRole = 'label') =>
    wrap(text, size, inner, 99, role).length * size * line;
  const layout = inner >= WIDE_FROM ? 'wide' : 'narrow';
  const scale = Math.min(inner, layout === 'wide' ? MOST_WIDE : MOST_NARROW) / FRAMES[layout].width;
  const panels = dataset.panels.map((panel) => {
    const key = panelKey(dataset, panel, { locale, idPrefix: 'key' });
    return (
      (panel.title ? lines(panel.title[locale], SMALL) + 10 : 0) +
      placePanel(dataset, panel, { locale, layout }).height * scale +
      (needsKey(panel, dataset, key) ? 12 + key.length * SMALL.size * SMALL.line : 0)
    );
  });
  const { word } = chosenVariant(dataset, { locale });
  const subtitle = `${words.subtitle(dataset.measure[locale], dataset.place[locale], dataset.span[locale])} ${words.unit(word)}`;
  const height =
    RULE +
    2 * padding +
    lines(dataset.headline[locale], HEADLINE, 'title') +
    lines(subtitle, SMALL) +
    panels.reduce((sum, panel) => sum + panel, 0) +
    (panels.length - 1) * BETWEEN_PANELS +
    (dataset.notes[0] ? BETWEEN + lines(dataset.notes[0][locale], SMALL) : 0) +
    lines(`${words.more} · ${words.compiled}`, SMALL) +
    3 * BETWEEN +
    2 * SMALL.size * SMALL.line;
  return Math.ceil(height / 10) * 10;
}
