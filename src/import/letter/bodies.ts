import { fold, foldTight } from './fold.ts';

/** What the names of public bodies end in. */
const ENDINGS =
  '局|委员会|委|厅|部|处|科|办公室|办|院|中心|政府|公司|大队|支队|总队|队|所|站|集团|联合会|协会|学会|研究会|工会|总会|商会|银行|支行|分行|社|馆|学校|大学|学院|医院|指挥部|议会|立法会|署|法院|检察院|领导小组|工作组|专班|办事处|街道|乡|镇|开发区|园区|新区|管理区|示范区|妇联|残联|科协|文联|工商联|红十字会|促进会|支部|总支|总社|团县委|团市委|党组|人大|政协';
/** What no name of a body holds: words of a sentence. */
const SENTENCE =
  /[，。：；！？、,.:;!?《》“”]|[的我您你贵]|现将|收悉|答复|建议|提案|感谢|如下|关于|有关|一是|二是|我们|贯彻|落实情况$/u;
const NAME = new RegExp(`^[\\p{Script=Han}·〇()\\d]{2,40}(?:${ENDINGS})(?:\\([\\p{Script=Han}〇·]{2,30}\\))?$`, 'u');
/** Where a seal was or is to be: （盖章）, (公章), [印章]. */
const STAMP = /[(〔] ?(?!第)(?:\p{Script=Han} ?){0,20}[章印] ?[)〕]|(?<=\S)(?:盖章|（章）)$/gu;

/** Whether a line is shaped as the name of one public body. */
export function isBodyName(text: string): boolean {
  const name = foldTight(text);
  return name.length >= 3 && !SENTENCE.test(name.replace(/[()]/gu, '')) && NAME.test(name);
}

/** Names of bodies that signed, as a line has them, and what the line says of a seal. */
interface Signature {
  readonly names: readonly string[];
  readonly stamps: readonly string[];
  /** Whether every name is one that the site knows. */
  readonly known: boolean;
}

/** The bodies whose names a line consists of; `undefined` where it is no signature. `known` are names of the site's bureaus. */
export function readSignature(text: string, known: readonly string[]): Signature | undefined {
  const folded = fold(text);
  const stamps = [...folded.matchAll(STAMP)].map(({ index, 0: found }) => text.slice(index, index + found.length));
  let rest = '';
  let at = 0;
  for (const { index, 0: found } of folded.matchAll(STAMP)) {
    rest += `${text.slice(at, index)} `;
    at = index + found.length;
  }
  rest = (rest + text.slice(at)).trim().replace(/^(?:答复单位|承办单位|主办单位|单位|落款)\s*[：:]\s*/u, '');
  const tight = rest.replace(/\s+/gu, '');
  if (tight === '') return undefined;
  if (known.includes(tight)) return { names: [tight], stamps, known: true };
  const parts = rest.split(/\s+|、/u).filter((part) => part !== '');
  const areNames = parts.length > 1 && parts.every((part) => part.length >= 4 && isBodyName(part));
  const names = areNames ? parts : isBodyName(tight) ? [tight] : [];
  return names.length === 0 ? undefined : { names, stamps, known: names.every((name) => known.includes(name)) };
}

/** Who signs for a body: 某某局局长 and a name. */
interface OfficialSignature {
  readonly body: string;
  readonly post: string;
  readonly name: string;
}

/** 交通事務局局長 and below or beside it 某某某, as Hong Kong and Macau sign; `undefined` where it is something else. */
export function readOfficialSignature(text: string): OfficialSignature | undefined {
  const plain = text.replace(/\s+/gu, '');
  const match =
    /^(?<body>\p{Script=Han}{2,30}?(?:局|厅|署|处|院|政府|委员会|司))(?<post>(?:代|署理|副)?(?:局|厅|署|处|院|县|市|区|镇|乡|司)长|主任|主席|秘书长)(?<name>[(]?[\p{Script=Han}·]{2,10}[)]?)$/u.exec(
      foldTight(text),
    );
  const { body = '', post = '', name = '' } = match?.groups ?? {};
  if (body === '' || !isBodyName(body) || isBodyName(name)) return undefined;
  const [at, from] = [body.length, body.length + post.length];
  return { body: plain.slice(0, at), post: plain.slice(at, from), name: plain.slice(from) };
}

/** Whether a line is nothing but the place of a seal. */
export function isStamp(text: string): boolean {
  const folded = foldTight(text);
  return /^[(〔]?(?:此处)?(?:盖章|公章|印章|签章|章|加盖公章|单位盖章)[)〕]?$|^[(〔](?!第)\p{Script=Han}{0,20}[章印][)〕]$/u.test(
    folded,
  );
}

/** The masthead of a document (红头): a body's name and 文件 or 函, or the bare name; `undefined` where a line is none. */
export function readMasthead(
  text: string,
  known: readonly string[],
): { readonly name: string; readonly bare: boolean } | undefined {
  const tight = text.replace(/\s+/gu, '');
  if (known.includes(tight)) return { name: tight, bare: true };
  const match = /^(?<names>.{3,60}?)(?<kind>文件|便函|公函|函件|用笺|\(函\)|函|\(答复\)|答复)$/u.exec(foldTight(text));
  const names = match?.groups?.['names'];
  if (names !== undefined) {
    const name = tight.slice(0, names.length);
    if (known.includes(name) || isBodyName(name)) return { name, bare: false };
  }
  return isBodyName(tight) ? { name: tight, bare: true } : undefined;
}

/** Whether a line is of 文件 alone, as a masthead over several bodies has it. */
export function isMastheadWord(text: string): boolean {
  return /^(?:文件|函)$/u.test(foldTight(text));
}
