import { words } from '../words.ts';

const zh = {
  /** What a link to a file says, by the id of its format. */
  labels: {
    md: 'Markdown',
    txt: '纯文本',
    pdf: 'PDF（打印件）',
    csv: 'CSV（适用于Excel）',
    xlsx: 'XLSX工作簿',
    json: 'JSON',
    plain: 'CSV（不带BOM）',
    wide: 'CSV宽表（作图用）',
    codebook: '编码说明（CSV）',
    version: '一个版本（JSON）',
    'version-csv': '一个版本（CSV）',
    'version-wide': '一个版本（CSV宽表）',
    svg: 'SVG图',
    png: 'PNG图（演示文稿用）',
    bib: 'BibTeX',
    ris: 'RIS',
    csl: 'CSL-JSON',
    atom: 'Atom',
    jsonfeed: 'JSON Feed',
    archive: '较早的条目（Atom）',
    ndjson: '全部答复（NDJSON，每行一件）',
    observations: '全部数据（CSV，每行一项）',
    texts: '全部正文（Markdown和纯文本，压缩包）',
    calendar: '日历（iCalendar）',
    list: '答复列表（CSV）',
    'list-xlsx': '答复列表（XLSX）',
    accounts: 'CSV（适用于Excel）',
    workbook: 'XLSX工作簿',
    commitments: '承诺表（CSV）',
    'commitments-xlsx': '承诺表（XLSX）',
    package: '数据包说明（Data Package）',
    catalog: '数据目录（DCAT）',
    missing: '/api 下没有的文件：返回的内容（RFC 9457）',
  },
  /** What the files of a group are of. */
  groups: {
    reply: '每件答复，每种语言',
    dataset: '每个数据集',
    chart: '每幅图，每种语言',
    citation: '每件答复、每个数据集、每篇报告，和各个列表，每种语言',
    feed: '每个订阅源',
    bulk: '整批下载',
    list: '每个答复列表，以及总体情况和承诺',
    site: '整个网站',
  },
};

const en: typeof zh = {
  labels: {
    md: 'Markdown',
    txt: 'Plain text',
    pdf: 'PDF (as printed)',
    csv: 'CSV (for Excel)',
    xlsx: 'XLSX workbook',
    json: 'JSON',
    plain: 'CSV (without BOM)',
    wide: 'Wide CSV (for charts)',
    codebook: 'Codebook (CSV)',
    version: 'One version (JSON)',
    'version-csv': 'One version (CSV)',
    'version-wide': 'One version (wide CSV)',
    svg: 'SVG picture',
    png: 'PNG picture (for slides)',
    bib: 'BibTeX',
    ris: 'RIS',
    csl: 'CSL-JSON',
    atom: 'Atom',
    jsonfeed: 'JSON Feed',
    archive: 'Earlier entries (Atom)',
    ndjson: 'All replies (NDJSON, one a line)',
    observations: 'All data (CSV, one value a row)',
    texts: 'All texts (Markdown and plain text, one archive)',
    calendar: 'Calendar (iCalendar)',
    list: 'List of replies (CSV)',
    'list-xlsx': 'List of replies (XLSX)',
    accounts: 'CSV (for Excel)',
    workbook: 'XLSX workbook',
    commitments: 'Commitments (CSV)',
    'commitments-xlsx': 'Commitments (XLSX)',
    package: 'Data Package',
    catalog: 'Catalogue (DCAT)',
    missing: 'The response for a file that does not exist below /api (RFC 9457)',
  },
  groups: {
    reply: 'Each reply in each language',
    dataset: 'Each dataset',
    chart: 'Each chart in each language',
    citation: 'Each reply, dataset and report, and each list, in each language',
    feed: 'Each feed',
    bulk: 'Bulk downloads',
    list: 'Each list of replies, the overview by year, and the commitments',
    site: 'The whole site',
  },
};

/** Words of the files to take away. */
export const formatWords = words('formats', { zh, en });

/** The id of a file format: each has a label. */
export type FormatId = keyof (typeof zh)['labels'];
/** The groups of formats on the developers' page. */
export type FormatGroup = keyof (typeof zh)['groups'];
