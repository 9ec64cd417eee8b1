import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrCode } from '../../src/formats/address/qr-code.ts';

/** A picture of the path's strokes, with the quiet zone that the page leaves, four pixels a module. */
function picture({ size, path }: ReturnType<typeof qrCode>) {
  const [scale, quiet] = [4, 4];
  const width = (size + 2 * quiet) * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, y = '', row = ''] of path.matchAll(/M0 (\d+)([^M]*)/g)) {
    let x = 0;
    for (const [, gap, length] of row.matchAll(/m(\d+) 0|h(\d+)/g)) {
      if (length !== undefined)
        for (let line = 0; line < scale; line += 1)
          for (let column = 0; column < Number(length) * scale; column += 1) {
            const at = (((Number(y) + quiet) * scale + line) * width + (x + quiet) * scale + column) * 4;
            data.fill(0, at, at + 3);
          }
      x += Number(gap ?? length);
    }
  }
  return { width, height: width, data };
}

test.each([
  'https://dafu.example/zh/replies/2025-86/',
  'https://county.example/gk/dafu/en/replies/linshuihan-2025-12-1/',
])('the code of %s reads as that address', (address) => {
  expect(decodeQR(picture(qrCode(address)))).toBe(address);
});
