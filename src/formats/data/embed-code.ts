/** What another site pastes to show a figure: one frame without script. */
export interface Embedded {
  readonly address: string;
  readonly title: string;
  /** In CSS pixels. */
  readonly height: number;
}

/** The HTML of a frame that shows an embedded figure. */
export function embedCode({ address, title, height }: Embedded): string {
  const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
}
