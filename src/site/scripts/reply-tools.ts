/* The row of tools under a reply's title: what a browser can do with the page, in words. */
addEventListener('click', async ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  const { print: toPrint, copyAddress, textSize } = target.dataset;
  if (toPrint !== undefined) print();
  if (copyAddress !== undefined) {
    await navigator.clipboard.writeText(
      document.querySelector<HTMLLinkElement>('[rel=canonical]')?.href ?? location.href,
    );
    target.textContent = copyAddress;
  }
  // The settings of the header keep it, and set it on every page; pressed again it is as it was.
  const size = textSize === document.documentElement.dataset['size'] ? '' : textSize;
  if (textSize !== undefined) document.querySelector<HTMLElement>(`#reading [name=size][value="${size}"]`)?.click();
});

/* A module, so that its names are not those of every other script. */
export {};
