/** Elements that a browser lets load something, or send to it, by an attribute, without being asked. */
const LOADING: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    src: ['script', 'img', 'source', 'iframe', 'embed', 'audio', 'video', 'track', 'input'],
    srcset: ['img', 'source'],
    data: ['object'],
    poster: ['video'],
    href: ['use', 'image', 'feimage', 'feImage', 'base'],
    'xlink:href': ['use', 'image', 'feimage', 'feImage'],
    formaction: ['input', 'button'],
    action: ['form'],
    ping: ['a', 'area'],
    background: ['body'],
  }).map(([attribute, names]) => [attribute, new Set(names)]),
);
const LOADING_RELATIONS =
  /\b(?:stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest|prerender)\b/;
const PAINT = /url\(\s*["']?([^"')\s]+)/gi;
const NOTHING: readonly string[] = [];

/** What one attribute of an element makes the browser load, or send to: by its meaning, or as a paint in its value. */
export function attributeLoads(name: string, attribute: string, value: string): readonly string[] {
  const painted = value.includes('(') ? [...value.matchAll(PAINT)].map(([, target = '']) => target) : NOTHING;
  if (LOADING.get(attribute)?.has(name) !== true) return painted;
  const named = attribute === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s/)[0] ?? '') : [value];
  return [...painted, ...named];
}

/** What an element makes the browser load, or go on to, by several of its attributes together. */
export function elementLoads(name: string, attributes: Readonly<Record<string, string>>): readonly string[] {
  if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh')
    return [/url=\s*['"]?([^'"]+)/i.exec(attributes['content'] ?? '')?.[1] ?? ''];
  if (name === 'link' && attributes['href'] && LOADING_RELATIONS.test(attributes['rel'] ?? ''))
    return [attributes['href']];
  return NOTHING;
}
