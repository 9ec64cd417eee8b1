/** A line of a page, from its lower left corner in points. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A grey picture on a page, from its lower left corner in points. */
export interface PdfPicture {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

/**
 * A PDF (A4) whose pages hold the lines given, in a Chinese font that is not embedded: its signs are known by a predefined
 * character map (ISO 32000-1, 9.7.5.2). Every sign is as wide as the type is high.
 */
export function pdfFile(pages: readonly (readonly (PdfText | PdfPicture)[])[]): Uint8Array {
  const objects: string[] = [];
  const add = (object: string): number => objects.push(object);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>',
  );
  const kids = pages.map((lines) => {
    const stream = lines
      .map((one) =>
        'text' in one
          ? `BT /F1 ${one.size ?? 16} Tf ${one.x} ${one.y} Td <${hex(one.text)}> Tj ET`
          : `q ${one.width} 0 0 ${one.height} ${one.x} ${one.y} cm BI /W 1 /H 1 /CS /G /BPC 8 ID 8 EI Q`,
      )
      .join('\n');
    const content = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${content} 0 R >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

const [LEFT, RIGHT, TOP, LEADING] = [85, 517, 750, 28] as const;
const SIZE = 16;

/**
 * A PDF of a letter as an official document is set: 27 signs a line, paragraphs indented by two, heads in the middle, signature and
 * day to the right, a page number at the foot. `lines` begin with `^` for the middle and `>` for the right.
 */
export function pdfOfLetter(lines: readonly string[], linesOnPage = 22): Uint8Array {
  const across = Math.floor((RIGHT - LEFT) / SIZE);
  const set = lines.flatMap((line): { text: string; x: number }[] => {
    const text = line.replace(/^[\^>]/u, '');
    if (line.startsWith('^')) return [{ text, x: (LEFT + RIGHT) / 2 - (text.length * SIZE) / 2 }];
    if (line.startsWith('>')) return [{ text, x: RIGHT - SIZE * 2 - text.length * SIZE }];
    const isAddressee = /[：:]$/u.test(text) && text.length < 20;
    const first = text.slice(0, isAddressee ? across : across - 2);
    const rest = text.slice(first.length).match(new RegExp(`.{1,${across}}`, 'gu')) ?? [];
    return [{ text: first, x: isAddressee ? LEFT : LEFT + SIZE * 2 }, ...rest.map((part) => ({ text: part, x: LEFT }))];
  });
  const pages: PdfText[][] = [];
  for (let start = 0; start < set.length; start += linesOnPage) {
    const own = set
      .slice(start, start + linesOnPage)
      .map(({ text, x }, index) => ({ text, x, y: TOP - index * LEADING }));
    pages.push([...own, { text: `— ${pages.length + 1} —`, x: 420, y: 60, size: 14 }]);
  }
  return pdfFile(pages);
}
