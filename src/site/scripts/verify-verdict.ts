import { formatDay } from '../../language/days.ts';
import { verifyWords } from '../../language/messages/verify.ts';
import { type Locale, languageOf } from '../../model/locale.ts';
import type { QuotePlace, QuoteVerdict } from '../../quotes/check.ts';
import type { DifferencePart } from '../../quotes/compare.ts';

/** An element with its text or children. */
function element(name: string, ...children: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/** Shows what became of a quotation in place of what was shown before. */
export function showVerdict(output: HTMLElement, verdict: QuoteVerdict, locale: Locale): void {
  output.dataset['verdict'] = verdict.kind;
  output.replaceChildren(...verdictNodes(verdict, locale));
}

function verdictNodes(verdict: QuoteVerdict, locale: Locale): Node[] {
  const words = verifyWords[locale];
  switch (verdict.kind) {
    case 'too-short':
      return [element('p', words.tooShort)];
    case 'too-long':
      return [element('p', words.tooLong)];
    case 'none':
      return [element('h2', words.none), element('p', words.noneNote)];
    case 'exact':
      return [
        element('h2', words.exact),
        element('p', words.exactNote[verdict.comparison]),
        places(verdict.places, locale),
      ];
    case 'joined':
      return [element('h2', words.joined), element('p', words.joinedNote), places(verdict.places, locale)];
    case 'shortened':
      return [
        element('h2', words.shortened),
        element('p', words.shortenedNote),
        compared(verdict.parts, locale),
        places([verdict.place], locale),
        ...stoodUntil(verdict.place, locale),
      ];
    case 'earlier': {
      const until = verdict.places[0]?.until ?? '';
      const note = words.earlierNote(formatDay(until, locale));
      const now = verdict.now ? [element('p', words.earlierNow), compared(verdict.now, locale)] : [];
      return [element('h2', words.earlier), element('p', note), places(verdict.places, locale), ...now];
    }
    case 'altered':
      return [
        element('h2', words.altered),
        element('p', words.alteredNote),
        compared(verdict.parts, locale),
        places([verdict.place], locale),
        ...stoodUntil(verdict.place, locale),
      ];
  }
}

/** Until when the words of a place stood so, where they do no longer. */
const stoodUntil = ({ until }: QuotePlace, locale: Locale): HTMLElement[] =>
  until === undefined ? [] : [element('p', verifyWords[locale].earlierNote(formatDay(until, locale)))];

/** Where the words stand: a link to the first paragraph of each place. */
function places(found: readonly QuotePlace[], locale: Locale): HTMLElement {
  const words = verifyWords[locale];
  const items = found.map(({ reply, blocks }) => {
    const link = document.createElement('a');
    link.href = `${reply.url}#${blocks[0] ?? ''}`;
    link.textContent = reply.title;
    const paragraphs = [...new Set(blocks.map(words.paragraph))].join(languageOf(locale).punctuation.list);
    const withdrawn = reply.withdrawn ? [element('strong', words.withdrawn(formatDay(reply.withdrawn, locale)))] : [];
    return element(
      'li',
      link,
      document.createElement('br'),
      reply.number === undefined ? paragraphs : words.place(reply.number, paragraphs),
      ...withdrawn,
    );
  });
  return element('ul', ...items);
}

/** The words of the source with what the quotation leaves out framed, and what it adds struck out; each is named for who only hears it. */
function compared(parts: readonly DifferencePart[], locale: Locale): HTMLElement {
  const words = verifyWords[locale];
  const nodes = parts.map(({ kind, text }): string | Node => {
    if (kind === 'same') return text;
    const changed = element(kind === 'source' ? 'ins' : 'del', text);
    changed.title = kind === 'source' ? words.missing : words.added;
    return changed;
  });
  const shown = element('p', ...nodes);
  shown.className = 'compared';
  return shown;
}
