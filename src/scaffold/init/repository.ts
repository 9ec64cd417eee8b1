import { PDF_READER } from '../../attachments/pdf.ts';
import type { NewFile } from './index.ts';

/** The forges for which a new repository gets its workflow. */
export const FORGES = ['github', 'gitlab', 'gitea', 'gitee', 'none'] as const;
export type Forge = (typeof FORGES)[number];

/** The folder of a repository that holds the program's package, where it is a file. */
export const PACKAGES = 'packages';

/** npm scripts by which editors and workflows call the program. */
const SCRIPTS = { dafu: 'dafu', check: 'dafu check', dev: 'dafu dev', build: 'dafu build', serve: 'dafu serve' };

/** Files that are copied from the program into a new repository. */
export function shippedFiles(forge: Forge): (readonly [from: string, to: string])[] {
  const guides = [
    'publishing.zh-CN.md',
    'publishing.md',
    'bureaus.zh-CN.md',
    'bureaus.md',
    'rules.md',
    'CODEOWNERS.example',
  ];
  return [
    ['inbox/README.md', 'inbox/README.md'],
    ...guides.map((name) => [`docs/${name}`, `docs/${name}`] as const),
    ...(forge === 'none' ? [] : [['deploy/inbox.sh', 'deploy/inbox.sh'] as const]),
    ...INBOX_WORKFLOWS[forge],
  ];
}

/** The job that imports what is uploaded, for each forge. */
const INBOX_WORKFLOWS: Readonly<Record<Forge, readonly (readonly [from: string, to: string])[]>> = {
  github: [['deploy/ci/github/inbox.yml', '.github/workflows/inbox.yml']],
  gitea: [['deploy/ci/gitea/inbox.yml', '.gitea/workflows/inbox.yml']],
  gitee: [['deploy/ci/gitee/inbox.yml', '.workflow/inbox.yml']],
  gitlab: [['deploy/ci/gitlab/inbox.gitlab-ci.yml', 'deploy/ci/inbox.gitlab-ci.yml']],
  none: [],
};

/**
 * The files of a repository besides the site, so that a bureau can push it as it is. `dependency` is the specifier of
 * the program for package.json.
 */
export function repositoryFiles(name: string, dependency: string, forge: Forge): NewFile[] {
  const [reader = '', readerVersion = ''] = PDF_READER.split('@');
  const manifest = {
    ...{ name, private: true },
    description: '答复公开网站的内容。The content of a site of official replies.',
    scripts: SCRIPTS,
    // Clerks upload PDFs to the inbox and cannot install the PDF reader themselves.
    dependencies: { dafu: dependency, ...(forge === 'none' ? {} : { [reader]: readerVersion }) },
  };
  return [
    ['package.json', `${JSON.stringify(manifest, undefined, 2)}\n`],
    // No package runs a script of its own while it is installed.
    ['.npmrc', 'ignore-scripts=true\nfund=false\naudit=false\n'],
    ['README.md', README],
    ['public/.gitkeep', ''],
    ...WORKFLOWS[forge],
  ];
}

const README = `# 答复公开网站

网站的内容在 \`content/\`（答复、网页、基本信息）和 \`data/\`（数据），供下载的文件在 \`public/\`。生成网站的程序写在 \`package.json\` 里，版本和校验值在 \`package-lock.json\`。

怎样发布一件答复，写在 [docs/publishing.zh-CN.md](docs/publishing.zh-CN.md)：把文稿上传到 \`inbox/\`，或在电脑上照下面做。

安装一次（需要 npm；程序自带运行它的 Node）：

    npm ci

检查稿件，生成网站（在 \`dist/\`）：

    npx --no-install dafu check
    npx --no-install dafu build

新建答复：\`npx --no-install dafu new reply\`；导入文稿：\`npx --no-install dafu import 文件.docx\`；边改边看：\`npx --no-install dafu dev\`；正式发布：\`npx --no-install dafu release\`。谁必须批准什么，写在 \`CODEOWNERS\`，先换成真实的人。

# A site of official replies

The content is in \`content/\` (replies, pages, settings) and \`data/\` (datasets); files to download are in \`public/\`. The program that makes the site is named in \`package.json\`; its version and hash are in \`package-lock.json\`.

How a reply is published is in [docs/publishing.md](docs/publishing.md): upload a letter to \`inbox/\`, or use a computer as below.

Install once (npm is needed; the program brings the Node that it runs on):

    npm ci

Check the content, and build the site (into \`dist/\`):

    npx --no-install dafu check
    npx --no-install dafu build

A new reply: \`npx --no-install dafu new reply\`. A letter from a file: \`npx --no-install dafu import FILE.docx\`. Drafts in a browser: \`npx --no-install dafu dev\`. For the public: \`npx --no-install dafu release\`. \`CODEOWNERS\` says who has to approve what: put real people there first.
`;

/** Prints the sheets of the letters that were changed since what was fetched. */
const PROOFS = 'npx --no-install dafu proof --since FETCH_HEAD --to proofs';

const STEPS = ['npm ci', 'npx --no-install dafu check', 'npx --no-install dafu build'];

/** What keeps files among the results of a run. From its version 4 on it refuses every server but github.com. */
const KEEPS = {
  github: 'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2',
  gitea: 'https://github.com/actions/upload-artifact@ff15f0306b3f739f7b6fd43fb5d26cd321bd4de5 # v3.2.1',
};

/** Actions are named by hash: a tag can be moved. */
const actions = (path: string, forge: keyof typeof KEEPS): NewFile => [
  path,
  `# Checks every change, builds the site from it, and prints the proof sheets of the letters that a request changes.
name: check
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
          fetch-depth: 0
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with:
          node-version: 24
${STEPS.map((step) => `      - run: ${step}\n`).join('')}      - if: ${forge}.event_name == 'pull_request'
        run: npx --no-install dafu proof --since "$BEFORE" --to proofs
        env:
          BEFORE: \${{ ${forge}.event.pull_request.base.sha }}
      - if: ${forge}.event_name == 'pull_request'
        uses: ${KEEPS[forge]}
        with:
          name: proofs
          path: proofs
          if-no-files-found: ignore
          retention-days: 30
`,
];

const WORKFLOWS: Readonly<Record<Forge, readonly NewFile[]>> = {
  github: [actions('.github/workflows/check.yml', 'github')],
  gitea: [actions('.gitea/workflows/check.yml', 'gitea')],
  gitee: [
    [
      '.workflow/check.yml',
      `# Checks every change, and builds the site from it.
version: "1.0"
name: check
displayName: 检查
triggers:
  push:
    branches:
      include: [main]
  pr:
    branches:
      include: [main]
stages:
  - name: check
    displayName: 检查
    strategy: naturally
    trigger: auto
    steps:
      - step: build@nodejs
        name: check
        displayName: 检查
        nodeVersion: 24.21.0
        commands:
${STEPS.map((step) => `          - ${step}\n`).join('')}          - mkdir -p proofs
          - git fetch -q origin main && ${PROOFS}
        # The proof sheets of the letters that a request changes, among the results of the run, for seven days.
        artifacts:
          - name: PROOFS
            path: [./proofs]
`,
    ],
  ],
  gitlab: [
    [
      '.gitlab-ci.yml',
      `# Checks every change, and builds the site from it; imports what is uploaded to inbox/.
stages: [check, inbox]
include:
  - local: deploy/ci/inbox.gitlab-ci.yml
check:
  stage: check
  image: node:24.21.0-bookworm
  timeout: 20 minutes
  variables:
    GIT_DEPTH: 0
  script:
${STEPS.map((step) => `    - ${step}\n`).join('')}    - git fetch -q origin "$CI_DEFAULT_BRANCH" && ${PROOFS}
  # The proof sheets of the letters that a branch changes, for those who may read the project.
  artifacts:
    access: developer
    expire_in: 30 days
    paths: [proofs/]
`,
    ],
  ],
  none: [],
};
