/** A text with full-width digits and Latin letters as the usual ones: １５ → 15. Signs stay; code units stand where they stood. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
