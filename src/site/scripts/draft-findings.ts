/** What the development server tells of a check; see src/build/draft-findings.ts. */
interface Panel {
  readonly lang: string;
  readonly title: string;
  readonly entries: readonly {
    readonly severity: 'error' | 'warning';
    readonly head: string;
    readonly message: string;
    readonly excerpt: string;
    readonly hint: string;
  }[];
}

const STYLE = `
:host { position: fixed; inset: auto 0 0 0; z-index: 9999; display: block; }
details { max-height: 60vh; overflow: auto; background: #fff8e5; color: #222; border-top: 4px solid #b07800;
  font: 15px/1.6 system-ui, sans-serif; padding: .6em 1em; }
details.error { background: #fff0ee; border-color: #b3261e; }
summary { cursor: pointer; font-weight: bold; }
li { margin: .8em 0; }
pre { margin: .2em 0; overflow-x: auto; background: #fff; padding: .3em .6em; font: 13px/1.5 ui-monospace, monospace; }
p { margin: 0; }
`;

const element = (name: string, text: string) => Object.assign(document.createElement(name), { textContent: text });

/** Puts findings at the foot of a page, in a tree of their own so that neither style touches the other. */
function show(host: HTMLElement, { lang, title, entries }: Panel): void {
  host.lang = lang;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const list = document.createElement('ul');
  for (const { severity, head, message, excerpt, hint } of entries) {
    const item = document.createElement('li');
    item.className = severity;
    item.append(element('strong', head), element('p', message));
    if (excerpt !== '') item.append(element('pre', excerpt));
    item.append(element('p', hint));
    list.append(item);
  }
  const details = document.createElement('details');
  const failed = entries.some(({ severity }) => severity === 'error');
  details.open = failed;
  details.className = failed ? 'error' : '';
  details.append(element('summary', title), list);
  root.replaceChildren(element('style', STYLE), ...(entries.length > 0 ? [details] : []));
}

const address = document.querySelector<HTMLElement>('script[data-dafu-findings]')?.dataset['dafuFindings'];
if (address !== undefined) {
  const host = document.createElement('dafu-findings');
  document.body.append(host);
  const events = new EventSource(address);
  events.addEventListener('findings', ({ data }) => show(host, JSON.parse(data)));
  events.addEventListener('changed', () => location.reload());
}

/* A module, so that its names are not those of every other script. */
export {};
