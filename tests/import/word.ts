import { strToU8, zipSync } from 'fflate';

const NAMESPACES = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  v: 'urn:schemas-microsoft-com:vml',
})
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ');

const part = (root: string, content: string) =>
  strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A run of text, with what its properties hold. */
export const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of runs, or of one run with the text given. */
export const paragraph = (content: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;

/** The properties of a paragraph in a list. */
export const inList = (list: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

/** A level of a list's definition. */
export const level = (index: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

/** A table of plain cells. */
export const table = (rows: readonly (readonly string[])[], cellProperties = '') =>
  `<w:tbl>${rows
    .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cellProperties}${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

/** Parts of a document besides its body. */
export interface OtherParts {
  readonly numbering?: string;
  readonly styles?: string;
  readonly comments?: string;
  readonly header?: string;
  /** Pictures by the id of their relationship: their name below word/, and their bytes. */
  readonly media?: Readonly<Record<string, readonly [name: string, bytes: Uint8Array]>>;
}

/** A picture in the line, by the id of its relationship. */
export const picture = (id: string, description = '') =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${description}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** A text box as Word writes it: its paragraphs once for programs of today, once for old ones. */
export const textBox = (paragraphs: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraphs}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

/** The bytes of a .docx with the body and other parts given. */
export function docx(body: string, { numbering, styles, comments, header, media = {} }: OtherParts = {}): Uint8Array {
  const relationship = (id: number | string, type: string, target: string) =>
    `<Relationship Id="${typeof id === 'number' ? `rId${id}` : id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relationships = (content: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`,
    );
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>${['document.main', 'numbering', 'styles'].map((type) => `<Override PartName="/word/${type.replace('.main', '')}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': relationships(relationship(1, 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relationships(
      (numbering === undefined ? '' : relationship(1, 'numbering', 'numbering.xml')) +
        (styles === undefined ? '' : relationship(2, 'styles', 'styles.xml')) +
        Object.entries(media)
          .map(([id, [name]]) => relationship(id, 'image', name))
          .join(''),
    ),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(Object.values(media).map(([name, bytes]) => [`word/${name}`, bytes])),
    ...(numbering === undefined ? {} : { 'word/numbering.xml': part('numbering', numbering) }),
    ...(styles === undefined ? {} : { 'word/styles.xml': part('styles', styles) }),
    ...(comments === undefined ? {} : { 'word/comments.xml': part('comments', comments) }),
    ...(header === undefined ? {} : { 'word/header1.xml': part('hdr', header) }),
  });
}
