/*
 * Copies a paragraph with its citation. The citation stands once in the page, with the address of the page in it;
 * the paragraph's own address takes its place.
 */
document.addEventListener('click', async ({ target }) => {
  const button = target instanceof HTMLElement ? target.closest<HTMLButtonElement>('button[data-copy]') : null;
  const block = button && document.getElementById(button.dataset['copy'] ?? '');
  if (!button || !block) return;
  const {
    citation = '',
    address = '',
    copied = '',
  } = document.querySelector<HTMLElement>('[data-citation]')?.dataset ?? {};
  const text = `${block.textContent}\n\n${citation.replace(address, `${address}#${block.id}`)}`;
  await navigator.clipboard.writeText(text);
  const label = button.textContent;
  button.textContent = copied;
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
});
