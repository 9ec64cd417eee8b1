import { type Unzipped, unzipSync, zipSync } from 'fflate';
import { type Finding, type RuleId, SiteError } from '../../errors.ts';
import { IMPORT_RULES } from '../rules.ts';

/** Most bytes that a document may unpack to. */
const UNZIPPED_CAP = 64 * 1024 * 1024;
/** Most files that a document may hold. */
const MOST_FILES = 5000;

/** A refusal to import a Word document, with its reason. */
export function refusal(
  rule: RuleId,
  file: string,
  message: Finding['message'],
  hint: Finding['hint'],
  cause?: unknown,
): SiteError {
  return new SiteError({ rule, severity: 'error', place: { file }, message, hint }, { cause });
}

/**
 * The files of a .docx. What it unpacks to is counted before anything is unpacked, and no file can grow past the size
 * that it gives. Throws a SiteError where that is over the cap, or where it is no .docx.
 */
export function unpack(bytes: Uint8Array, file: string, cap: number = UNZIPPED_CAP): Unzipped {
  let total = 0;
  let count = 0;
  const names = new Set<string>();
  let isDouble = false;
  let parts: Unzipped;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        isDouble ||= names.has(name);
        names.add(name);
        total += originalSize;
        count += 1;
        return total <= cap && count <= MOST_FILES;
      },
    });
  } catch (error) {
    throw refusal(
      IMPORT_RULES['docx-broken'].id,
      file,
      { zh: '文件不是完好的 .docx', en: 'the file is not an intact .docx' },
      {
        zh: '请用 Word 或 WPS 打开它，另存为 .docx，再导入',
        en: 'open it in Word or WPS, save it as .docx and import that',
      },
      error,
    );
  }
  if (isDouble) throw twoDocuments(file);
  if (total > cap || count > MOST_FILES) {
    const limit = Math.floor(cap / 1024 / 1024);
    throw refusal(
      IMPORT_RULES['docx-too-large'].id,
      file,
      {
        zh: `文件解压后超过 ${limit} MB 或 ${MOST_FILES} 个部件`,
        en: `the file unpacks to more than ${limit} MB or ${MOST_FILES} parts`,
      },
      {
        zh: '请删去文稿里的大图片，另存后再导入',
        en: 'take large pictures out of the document, save it and import that',
      },
    );
  }
  return parts;
}

/** Refuses an archive that holds two documents: it shows one to one program and the other to another. */
export function twoDocuments(file: string): SiteError {
  return refusal(
    IMPORT_RULES['docx-two-documents'].id,
    file,
    {
      zh: '文件里有两份文稿，不同的程序会显示不同的内容',
      en: 'the file holds two documents: programs differ in which they show',
    },
    {
      zh: '请用 Word 或 WPS 打开它，另存为 .docx，再导入',
      en: 'open it in Word or WPS, save it as .docx and import that',
    },
  );
}

/** The parts packed again, for the reader that takes a .docx. */
export function pack(parts: Unzipped): Uint8Array {
  // A fixed time: nothing made here may depend on the clock.
  return zipSync(parts, { level: 0, mtime: '1980-01-01T00:00:00' });
}
