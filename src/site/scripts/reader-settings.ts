/*
 * The reader's own settings: text size, line spacing, theme. Kept on this machine and set on the root element before
 * the page is drawn, which is why this file stands in the head and is not deferred.
 */
const KEY = 'reading';
const root = document.documentElement;

/** The settings that were kept: whatever is there that is none, another program's or a former version's, counts as nothing. */
function kept(): Record<string, string> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return Object.fromEntries(Object.entries(found ?? {}).filter(([, value]) => typeof value === 'string'));
  } catch {
    return {};
  }
}

const settings = kept();
root.dataset['script'] = '';
for (const name of ['size', 'spacing', 'theme']) if (settings[name]) root.dataset[name] = settings[name];

document.addEventListener('DOMContentLoaded', () => {
  const form = document.querySelector<HTMLFormElement>('#reading form');
  for (const input of form?.querySelectorAll('input') ?? []) {
    input.checked = input.value === (settings[input.name] ?? '');
  }
  form?.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    settings[target.name] = target.value;
    root.dataset[target.name] = target.value;
    try {
      localStorage.setItem(KEY, JSON.stringify(settings));
    } catch {
      // Where nothing may be kept, the setting holds for this page.
    }
  });
});
