/* The reader's choice whether the `/` key goes to the search box; the box itself keeps to it on every page. */
const toggle = document.querySelector<HTMLInputElement>('[data-search-slash]');
const setting = toggle?.dataset['searchSlash'] ?? '';

/** The browser may refuse to keep anything: the key works then. */
function kept(): string | null {
  try {
    return localStorage.getItem(setting);
  } catch {
    return null;
  }
}

if (toggle) {
  toggle.checked = kept() !== 'off';
  toggle.addEventListener('change', () => {
    try {
      localStorage.setItem(setting, toggle.checked ? 'on' : 'off');
    } catch {
      // Where nothing may be kept, the key works on the next page again.
    }
  });
}

/* A module, so that its names are not those of every other script. */
export {};
