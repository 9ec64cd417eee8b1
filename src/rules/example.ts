/** The reply of the sample site that examples are written into. */
export const SAMPLE_REPLY = 'content/replies/2024-7';

/** One change to the sample site: the part of a file that an example shows. */
export type ExampleFile =
  /** The body of a document after its addressee. */
  | { readonly kind: 'body'; readonly path: string; readonly text: string }
  /** A front-matter or YAML key with its value, put in the place of the key of that name or added. */
  | { readonly kind: 'key'; readonly path: string; readonly text: string }
  /** Words of a file put in the place of others. */
  | { readonly kind: 'words'; readonly path: string; readonly instead: string; readonly text: string }
  /** A whole text file. */
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  /** A whole file as bytes in hexadecimal, and what an author sees of it. */
  | { readonly kind: 'bytes'; readonly path: string; readonly hex: string; readonly text: string }
  /** A file left out. */
  | { readonly kind: 'absent'; readonly path: string; readonly text: string }
  /** A folder or file under another name. */
  | { readonly kind: 'renamed'; readonly path: string; readonly to: string; readonly text: string };

/** A few lines of content that show a rule broken or kept. The rest of the site is a plain sample. */
export type Example = readonly ExampleFile[];

/** A body in Chinese, with its English where the sample's own will not pair with it. */
export function body(zh: string, en?: string): Example {
  const chinese: ExampleFile = { kind: 'body', path: `${SAMPLE_REPLY}/zh.mdx`, text: zh };
  return en === undefined ? [chinese] : [chinese, { kind: 'body', path: `${SAMPLE_REPLY}/en.mdx`, text: en }];
}

/** A front-matter key of the sample reply's Chinese file. */
export function key(text: string): Example {
  return [{ kind: 'key', path: `${SAMPLE_REPLY}/zh.mdx`, text }];
}

/** A front-matter key of the sample reply's translation. */
export function translationKey(text: string): Example {
  return [{ kind: 'key', path: `${SAMPLE_REPLY}/en.mdx`, text }];
}

/** Words of the sample dataset put in the place of others. */
export function dataset(instead: string, text: string): Example {
  return [{ kind: 'words', path: 'data/wells.json', instead, text }];
}

/** A whole file. */
export function file(path: string, text: string): Example {
  return [{ kind: 'file', path, text }];
}
