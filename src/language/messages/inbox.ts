import type { CommandWords } from '../words.ts';

const zh = {
  describe: '导入 inbox/ 里的文稿，写出中文的结果说明（供自动任务提交修改请求）',
  report: '结果说明写到这个文件；默认写到屏幕',
  proofs: '把导入的每件答复的校样放进这个文件夹',
  proof: (name: string, items: number) =>
    `校样：${name}（${items} 项待核对）。请在这个自动任务的运行结果里下载，用浏览器打开或打印，对照原件逐项核对。`,
  reportTaken: (path: string) => `${path} 已经有别的内容，没有改动它：请给结果说明另取一个文件名`,
  title: '收件夹导入结果',
  empty: '收件夹是空的，没有要导入的文稿。',
  imported: (name: string, path: string) => `已导入：${name} → ${path}`,
  refused: (name: string) => `没有导入：${name}`,
  notFile: '这不是普通文件，没有处理',
  tooLarge: (megabytes: number) => `文件超过 ${megabytes} MB，没有读取：请压缩其中的图片，或拆成几份`,
  linked: (path: string) => `${path} 不是普通文件，导入会写到别处：请先把它换成文件本身`,
  unexpected: (why: string) => `程序处理这份文稿时出错，请把文稿和这句话发给维护者：${why}`,
  there: (path: string) =>
    `站里已经有这件答复：${path}。没有改动它。要更正，请打开那个文件，点“编辑”；这份是重复上传的，请在收件夹里删除它；其实是另一件的，请改正稿件里的文号，再上传一次。`,
  same: (other: string, path: string) =>
    `与上传的“${other}”是同一件答复（发文机关、文号或所答复的建议提案相同），“${other}”已经导入为 ${path}。重复的，请在收件夹里删除这一份；要用这一份的，请打开 ${path}，点“编辑”照它改；其实是另一件的，请改正稿件里的文号，再上传一次。`,
  fix: '按上面的办法改好稿件后，在收件夹里删除这一份，再上传改好的。',
  changes: '做过的改动',
  questions: '请补充或核对',
  translation: (path: string) => `英文待译稿：${path}`,
  untranslated: (path: string, isDuty: boolean) =>
    `英文待译稿 ${path}：打开这个文件，点“编辑”，照里面的说明把英文填在每段中文下面，再删去对照的中文。${isDuty ? '译完才能发布。' : '暂时不译的，打开这个文件，点“删除”：中文照样发布，英文网页会写明没有译文。'}`,
  check: '检查发现的问题',
  checkClean: '检查没有发现问题。',
  next: '处理办法：在网页上打开上面列出的文件，点“编辑”，逐项改好后提交；全部通过后，请另一位同事审核并合并。',
};

const en: typeof zh = {
  describe:
    'import the documents in inbox/ and write a report of it in Chinese (for the job that opens a change request)',
  report: 'write the report to this file (default: the screen)',
  proofs: 'put a proof sheet of each letter that was imported into this folder',
  proof: (name, items) =>
    `Proof sheet: ${name} (${items} items to tick). Download it from the results of this job, open it in a browser or print it, and compare with the original.`,
  reportTaken: (path) => `${path} holds something else and was left alone: give the report another name`,
  title: 'What was imported from the inbox',
  empty: 'The inbox is empty: there is nothing to import.',
  imported: (name, path) => `Imported: ${name} → ${path}`,
  refused: (name) => `Not imported: ${name}`,
  notFile: 'this is not a regular file and was left alone',
  tooLarge: (megabytes) =>
    `the file has more than ${megabytes} MB and was not read: compress the pictures in it, or split it`,
  linked: (path) =>
    `${path} is not a regular file, and what is imported could be written elsewhere: put the file itself there`,
  unexpected: (why) =>
    `the program failed on this document: send it with this sentence to the maintainers of the program: ${why}`,
  there: (path) =>
    `The site has this reply already: ${path}. It was not touched. To correct it, open that file and choose Edit; if this was uploaded twice, delete it in the inbox; if it is another reply, correct its number and upload it again.`,
  same: (other, path) =>
    `The same reply as the upload "${other}" (issuer, and number or document answered), which was imported as ${path}. If it is a copy, delete this one in the inbox; if this one is right, open ${path} and choose Edit; if it is another reply, correct its number and upload it again.`,
  fix: 'Correct the document as said above, delete this one in the inbox and upload the corrected one.',
  changes: 'What was changed',
  questions: 'To fill in or check',
  translation: (path) => `English draft, to be translated: ${path}`,
  untranslated: (path, isDuty) =>
    `English draft ${path}: open the file, choose Edit, write the English below each Chinese paragraph as it says there, then take the Chinese out. ${isDuty ? 'The letter cannot be published before that.' : 'To publish without a translation, open the file and choose Delete: English pages will say that there is none.'}`,
  check: 'What the check found',
  checkClean: 'The check found nothing wrong.',
  next: 'Open the files named above on the web page, choose Edit, correct each point and commit; when all is well, ask a colleague to review and merge.',
};

/** The words of `dafu inbox`. */
export const inboxWords: CommandWords<typeof zh> = { zh, en };
