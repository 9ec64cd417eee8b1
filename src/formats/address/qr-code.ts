import encodeQR from 'qr';

/** A QR code as one path, its modules of size 1, without a border. */
interface QrCode {
  /** How many modules each side has. */
  readonly size: number;
  /**
   * SVG path data: a stroke, one module wide, for each run of dark modules. The first row is centred on 0, so the view
   * box begins half a module before.
   */
  readonly path: string;
}

/** The smallest border that the package draws; the page itself leaves room around the code. */
const BORDER = 1;

/**
 * The QR code of a text (ISO/IEC 18004) at the lowest level of error correction, which is enough for 16 mm in print.
 */
export function qrCode(text: string): QrCode {
  const modules = encodeQR(text, 'raw', { ecc: 'low', border: BORDER });
  const inner = modules.slice(BORDER, -BORDER).map((row) => row.slice(BORDER, -BORDER));
  const rows = inner.map((row, y) => {
    let at = 0;
    const bars = [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: run, index }) => {
      const gap = index - at;
      at = index + run.length;
      return `${gap === 0 ? '' : `m${gap} 0`}h${run.length}`;
    });
    return `M0 ${y}${bars.join('')}`;
  });
  return { size: inner.length, path: rows.join('') };
}
