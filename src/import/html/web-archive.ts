import PostalMime from 'postal-mime';
import { SiteError } from '../../errors.ts';
import { IMPORT_RULES } from '../rules.ts';

/** A page that a browser or a word processor saved as one file, and the address that it was saved from. */
export interface ArchivedPage {
  readonly html: string;
  readonly url: string | undefined;
}

/** Deepest nesting of parts: frames in frames. */
const DEEPEST = 20;

/** The page in a web archive (.mht, .mhtml; RFC 2557). Throws a SiteError where there is none in it. */
export async function archivedPage(bytes: Uint8Array, file: string): Promise<ArchivedPage> {
  const { html, headers } = await parse(bytes).catch((error: unknown) => {
    throw noPage(file, error);
  });
  if (html === undefined || html.trim() === '') throw noPage(file);
  const header = (key: string) => headers.find((own) => own.key === key)?.value.trim();
  const url = header('snapshot-content-location') ?? header('content-location');
  return { html, url: url !== undefined && /^https?:\/\/\S+$/u.test(url) && URL.canParse(url) ? url : undefined };
}

const parse = async (bytes: Uint8Array) => PostalMime.parse(new Uint8Array(bytes), { maxNestingDepth: DEEPEST });

function noPage(file: string, cause?: unknown): SiteError {
  return new SiteError(
    {
      rule: IMPORT_RULES['import-format'].id,
      severity: 'error',
      place: { file },
      message: { zh: '这个 .mht 文件里没有网页', en: 'there is no web page in this .mht' },
      hint: {
        zh: '请用浏览器打开原网页，另存为“网页，仅 HTML”，再导入',
        en: 'open the page in a browser, save it as "web page, HTML only" and import that',
      },
    },
    { cause },
  );
}
