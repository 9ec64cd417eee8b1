import PostalMime from 'postal-mime';
import { SiteError } from '../../errors.ts';
import { IMPORT_RULES } from '../rules.ts';

/** A page that a browser or a word processor saved as one file, and the address that it was saved from. */
interface ArchivedPage {
  readonly html: string;
  readonly url: string | undefined;
}

/** Deepest nesting of parts: frames in frames. */
const DEEPEST = 20;

/** The page in a web archive (.mht, .mhtml; RFC 2557). Throws a SiteError where there is none in it. */
export async function archivedPage(bytes: Uint8Array, file: string): Promise<ArchivedPage> {
  const { html } = await parse(bytes).catch((error: unknown) => {
    throw noPage(file, error);
  });
  if (html === undefined || html.trim() === '') throw noPage(file);
  // Browsers name the address above all parts, or above the first.
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536));
  const url = /^(?:Snapshot-)?Content-Location:\s*(\S+)/imu.exec(beginning)?.[1];
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
