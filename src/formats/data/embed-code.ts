/** A frame that another site pastes to show a figure, without a script. */
interface Embedded {
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

/** The HTML that loads the script of `embedResizeScript`. */
export const embedResizeCode = (address: string): string => `<script src="${address}" async></script>`;

/**
 * The script that a site may add once to a page with embedded figures: it gives each frame the height that the frame reports. Only a
 * frame's own window can change its height, only from the address that the frame was given, and within bounds.
 */
export const embedResizeScript = `(function () {
  function frames() {
    return [].slice.call(document.querySelectorAll('iframe[src*="/embed/"]'));
  }
  addEventListener('message', function (event) {
    var height = event.data && event.data.dafuHeight;
    if (typeof height !== 'number' || !(height > 0 && height < 10000)) return;
    frames().forEach(function (frame) {
      if (frame.contentWindow !== event.source || new URL(frame.src).origin !== event.origin) return;
      frame.style.height = Math.ceil(height) + 'px';
    });
  });
  frames().forEach(function (frame) {
    frame.contentWindow.postMessage('dafu-height', new URL(frame.src).origin);
  });
})();
`;
