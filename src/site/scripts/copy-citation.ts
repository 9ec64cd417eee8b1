/*
 * Copies a paragraph with its citation. The citation stands once in the page, with the address of the page in it;
 * the paragraph's own address takes its place.
 */
addEventListener('click', async ({ target }) => {
  const button = target instanceof HTMLButtonElement ? target : null;
  const block = document.getElementById(button?.dataset['copy'] ?? '');
  if (!button || !block) return;
  const { citation = '', copied = '' } = document.querySelector('article')?.dataset ?? {};
  const address = document.querySelector<HTMLLinkElement>('[rel=canonical]')?.href ?? '';
  await navigator.clipboard.writeText(`${block.textContent}\n\n${citation.replace(address, `${address}#${block.id}`)}`);
  button.textContent = copied;
});

/* A module, so that its names are not those of every other script. */
export {};
