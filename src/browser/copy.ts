/** Adds a button to each citation that copies it. The text can be selected without; where the browser cannot copy, none is added. */
function addButtons(): void {
  if (!navigator.clipboard) return;
  for (const list of document.querySelectorAll<HTMLElement>('[data-copy-label]')) {
    const { copyLabel = '', copiedLabel = '' } = list.dataset;
    for (const text of list.querySelectorAll<HTMLElement>('[data-copy]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = copyLabel;
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = copiedLabel;
        setTimeout(() => {
          button.textContent = copyLabel;
        }, 2000);
      });
      text.after(button);
    }
  }
}

addButtons();

/* A module, so that its names are not those of every other script. */
export {};
