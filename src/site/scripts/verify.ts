import { verifyWords } from '../../language/messages/verify.ts';
import { localeOf } from '../../model/locale.ts';
import { checkFile } from './verify-file.ts';
import { showVerdict } from './verify-verdict.ts';
import type { VerifyAnswer, VerifyQuestion } from './verify-worker.ts';

/** Lets a form check quotations. The texts are loaded and searched in a worker, so that the page stays usable. */
function checkQuotations(form: HTMLFormElement): void {
  const locale = localeOf(form.dataset['locale']);
  const words = verifyWords[locale];
  const output = form.querySelector('output');
  const text = form.querySelector('textarea');
  if (!output || !text) return;
  const manifest = new URL(form.dataset['verify'] ?? '', location.href).href;
  let worker: Worker | undefined;

  const show = ({ verdict }: VerifyAnswer) => {
    if (verdict) showVerdict(output, verdict, locale);
    else output.textContent = words.failed;
  };

  // Until now the form could only have sent to the server what is typed into it.
  const button = form.querySelector('button');
  if (button) button.disabled = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    delete output.dataset['verdict'];
    output.textContent = words.loading;
    if (!worker) {
      worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<VerifyAnswer>) => show(data));
      worker.addEventListener('error', () => {
        worker = undefined;
        show({ verdict: undefined });
      });
    }
    const question: VerifyQuestion = { manifest, quotation: text.value };
    worker.postMessage(question);
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-verify]')) checkQuotations(form);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-verify-file]')) checkFile(form);
