import { formatDecimal } from '../language/formats.ts';
import type { Locale } from '../model/locale.ts';

/** A tick's number in words; twelve digits keep 0.30000000000000004 from showing, and huge ones take a power of ten. */
export function tickText(value: number, locale: Locale): string {
  if (Math.abs(value) >= 1e12) {
    const [mantissa = '', exponent = '0'] = value.toExponential(1).split('e');
    return `${mantissa.replace('-', '−')}×10^${Number(exponent)}`;
  }
  return formatDecimal(String(Number(value.toPrecision(12))), locale);
}
