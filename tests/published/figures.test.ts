import { describe, expect, it } from 'vitest';
import { findQuote } from '../../src/model/quote.ts';
import { normaliseStated, parsePrintedUnit } from '../../src/model/units.ts';
import { datasets, ID, needsReply, textOf } from './reply-578.ts';

/** Every figure that the reply states and this site has made data of: as printed in Chinese and in English, and its value. */
const STATED = [
  ['68座', '68', '68 count', '2024'],
  ['24座', '24 mines', '24 count', '2025-05-06'],
  ['36座', '36', '36 count', '2025-05-06'],
  ['5.7万亩', '57,000 mu', '57000 mu', '../2025-05-06'],
  ['约9亿元', 'about 900 million yuan', '900000000 yuan', '../2025-05-06'],
  ['4.47万亩', '44,700 mu', '44700 mu', '2025'],
  ['1.12万亩', '11,200 mu', '11200 mu', '2026'],
  ['1.18万亩', '11,800 mu', '11800 mu', '2027'],
  ['0.32万亩', '3,200 mu', '3200 mu', '2028'],
  ['90%', '90%', '90 percent', '2028-12-31'],
  ['80%', '80%', '80 percent', '2028-12-31'],
] as const;

/** The observations that quote the reply, each with its dataset's counting word. */
const quoted = () =>
  datasets().flatMap(({ counter, observations }) =>
    observations.flatMap(({ quote, ...observation }) =>
      quote?.reply === ID ? [{ counter, quote, ...observation }] : [],
    ),
  );

describe('the figures of reply [2025] 578', () => {
  needsReply();

  it.each(STATED)('%s, %s: is data once, with its value and time', (zh, en, value, period) => {
    const found = quoted().filter(
      ({ quote, period: own }) => quote.zh?.exact === zh && quote.en?.exact === en && own === period,
    );
    expect(found.map((one) => `${one.value} ${one.unit}`)).toEqual([value]);
  });

  it.each(['zh', 'en'] as const)('stand in the text in %s once each, where their quotes say', (locale) => {
    const { blocks } = textOf(locale);
    const places = quoted().map(({ id, quote }) => [id, quote[locale] && findQuote(blocks, quote[locale]).length]);
    expect(places).toEqual(quoted().map(({ id }) => [id, 1]));
  });

  it('have the value that is stated, in a common unit', () => {
    for (const { id, stated, value, unit, counter, quote } of quoted()) {
      const printed = stated && parsePrintedUnit(stated.unit, counter?.zh);
      expect(stated && printed && [normaliseStated(stated.number, printed.factor), printed.unit], id).toEqual([
        value,
        unit,
      ]);
      expect(quote.zh?.exact, id).toContain(`${stated?.number}${stated?.unit}`);
    }
  });

  it.each(['7.09', '70900', '12.79', '63'])('are not %s, which the reply does not state', (number) => {
    expect(quoted().filter(({ stated, value }) => stated?.number === number || value === number)).toEqual([]);
  });
});
