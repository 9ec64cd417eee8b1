import marks from './search-marks.ts?worker&url';

/** Where a reader's choice is kept who does not want the `/` key to do anything. */
const SLASH_SETTING = 'dafu:slash';

/** The browser may refuse to keep anything: the key works then. */
function slashIsOff(): boolean {
  try {
    return localStorage.getItem(SLASH_SETTING) === 'off';
  } catch {
    return false;
  }
}

/** `/` goes to the search box, unless the reader is writing or has turned it off. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || slashIsOff()) return;
  const { target } = event;
  if (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))) return;
  const box = document.querySelector<HTMLInputElement>('[data-search-box]');
  if (!box) return;
  event.preventDefault();
  // On a narrow screen the box waits in a panel.
  const panel = box.closest<HTMLElement>('[popover]');
  if (panel && box.offsetParent === null) panel.showPopover();
  box.focus();
  box.select();
});

// Few pages are opened from a result: the others need not load what marks it. A worker's address, since Vite's own way
// to load a module later brings a script of its own, larger than this one.
if (new URLSearchParams(location.search).has('mark')) void import(/* @vite-ignore */ marks);
