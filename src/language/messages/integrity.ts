import { words } from '../words.ts';

/** A step, and the command for it where there is one. */
type Step = readonly [text: string, command?: string];

/** How anyone verifies what the site serves, in steps. */
const zh = {
  title: '核对整个网站',
  lead: '本站每次发布都附一份清单，写明每个文件的 SHA-256、每份答复正文的哈希，以及所依据的提交、工具版本和日期。发布时间、签名和前一版清单的哈希另放一份封套，与清单分开。',
  files: (manifest: string, envelope: string) => `清单：${manifest}；封套：${envelope}。`,
  steps: (address: string): readonly Step[] => [
    ['核对一个文件：下载后计算它的 SHA-256，与清单里同名的一行比较。', 'sha256sum 文件'],
    [
      '核对清单出自谁：用本机关公布的公钥核对签名，工具是通用的 minisign。签名文件与清单在同一处；没有签名文件的，这一版没有签名。',
      'minisign -Vm manifest.json -p minisign.pub',
    ],
    [
      '核对全部文件：用生成本站的程序核对网站或它的副本，缺少、多出、改动过的文件会逐一列出。',
      `npm run dafu -- verify ${address} --key minisign.pub`,
    ],
    ['重新生成：取清单所写的提交，用同样的网址和日期发布，得到的文件逐字节相同，清单也相同。'],
  ],
  limits:
    '文件与清单一致，说明它发布以后没有改动；签名有效，说明清单是持有私钥的人签发的。两者都不说明答复的内容本身是否属实。公钥请从本网站以外的渠道取得，例如本机关的公告。',
};

const en: typeof zh = {
  title: 'Verify the whole site',
  lead: 'Each release of this site comes with a manifest: the SHA-256 of every file, the hash of each reply’s text, and the commit, tool versions and day that it was made from. The time of release, the signature and the hash of the manifest before it stand in an envelope of their own.',
  files: (manifest, envelope) => `Manifest: ${manifest}; envelope: ${envelope}.`,
  steps: (address) => [
    [
      'One file: download it, compute its SHA-256 and compare it with the line of that name in the manifest.',
      'sha256sum FILE',
    ],
    [
      'Who issued the manifest: check its signature with the bureau’s public key and minisign, a widely used tool. The signature is beside the manifest; where there is none, the release is not signed.',
      'minisign -Vm manifest.json -p minisign.pub',
    ],
    [
      'All files: the program that makes this site compares it, or a copy of it, and names every file that is missing, added or changed.',
      `npm run dafu -- verify ${address} --key minisign.pub`,
    ],
    [
      'Build it again: the commit that the manifest names, released with the same address and day, gives the same files byte for byte, and the same manifest.',
    ],
  ],
  limits:
    'A file that agrees with the manifest was not changed since it was released; a valid signature says that whoever holds the secret key issued the manifest. Neither says whether what a reply states is true. Take the public key from somewhere other than this site, such as a notice of the bureau.',
};

export const integrityWords = words('integrity', { zh, en });
