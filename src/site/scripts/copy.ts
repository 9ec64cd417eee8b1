/**
 * Lets the button after each text copy it, and puts one there where a page has none. A text can be selected without; where
 * the browser cannot copy, none is shown.
 */
function addButtons(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-copy-label]')) {
    const { copyLabel = '', copiedLabel = '' } = list.dataset;
    for (const text of list.querySelectorAll<HTMLElement>('[data-copy]')) {
      const own = text.nextElementSibling;
      if (!navigator.clipboard) {
        if (own instanceof HTMLButtonElement) own.hidden = true;
        continue;
      }
      const button = own instanceof HTMLButtonElement ? own : document.createElement('button');
      button.type = 'button';
      button.textContent = copyLabel;
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = copiedLabel;
        setTimeout(() => {
          button.textContent = copyLabel;
        }, 2000);
      });
      if (button === own) continue;
      button.classList.add('scripted');
      text.after(button);
    }
  }
}

addButtons();

/* A module, so that its names are not those of every other script. */
export {};
