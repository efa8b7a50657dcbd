import { join, resolve } from "node:path";
import { databaseName } from "../../db/openCopy.ts";
import { KeyFault } from "../../db/open.ts";
import { DatabaseFault } from "../../db/openMove.ts";
import { loadReference } from "../../fixtures/load.ts";
import { readArgs } from "../cli/args.ts";
import { createProgress } from "../cli/progress.ts";
import { sayUsage } from "../cli/runHuying.ts";
import { configOf } from "../cli/store.ts";
import { exitCode, type Subcommand, type Terminal } from "../command.ts";
import { type Config, keyFileOf } from "../config.ts";
import { compareCounties, type Move, moveCounty, type Moved, type Stage } from "../moving/move.ts";
import { areWhole, copyPhotoFiles, photosMoved, photoWords } from "../moving/photos.ts";
import { differenceWords, provenWords } from "../moving/words.ts";
import { BucketFault } from "../photoFiles/bucketFault.ts";
import { backupFault } from "../record/judgeBackup.ts";

export const copyCommand: Subcommand = {
  name: "copy",
  summary: "把一个县从 SQLite 搬到 PostgreSQL，并证明两边一致",
  help: `
用法：huying copy [--from 文件.db] --to postgres://账号:口令@主机:5432/库名 [--check] [--json]
      huying copy --photos [--check] [--json]

先用 createdb 建一个空库。对 SQLite 做一份此刻的副本，再把所有表原样写进空的 PostgreSQL 库（加密的仍然加密，记录链一字不动），
然后逐行比对、两边核验、对存证树的根和综合评价得分。全部一致才提交；中途断了或者不一致，目标库里什么也不留，
再执行一次即可。

服务开着也能搬，但之后写入的不在里面：正式搬迁请先停下服务。密钥是文件，仍在 DATA_DIR，原样沿用。
照片也在 DATA_DIR；给出 S3_ENDPOINT、S3_BUCKET 等设置时，先把照片搬进存储桶，逐张核对哈希，原来的留着不动。
搬完后：DATABASE_URL=postgres://… huying serve

例：
  huying copy --to postgres://huying:口令@127.0.0.1:5432/huying
  huying copy --from /srv/huying/data/huying.db --to postgres:///huying?host=/var/run/postgresql --check

选项：
  --from    SQLite 文件；缺省为数据目录里的 ${databaseName}
  --to      PostgreSQL 的地址，15 版或更新，UTF8，空库
  --photos  只搬照片：从 DATA_DIR 到 S3_BUCKET 的存储桶；断了再执行一次，已有的不重搬
  --check   不搬，只把已经搬好的与文件比对
  --json    输出 JSON：tables、rows、cases、events、entries、faults、root、differences；
            搬照片时有 photos：carried、there、bent、missing

退出码：0 两边一致；1 不一致（没有搬成），或记录本身在搬之前就被改动过；2 用法不对；3 无法运行。
`,
  async run(args, terminal) {
    const read = readArgs(args, {
      from: { type: "string" },
      to: { type: "string" },
      photos: { type: "boolean" },
      check: { type: "boolean" },
      json: { type: "boolean" },
    });
    if ("bad" in read) return sayUsage(terminal, "copy", read.bad);
    const { from, to, check = false, json = false, photos: only = false } = read.values;
    if (read.positionals.length > 0)
      return sayUsage(terminal, "copy", `多了“${read.positionals[0]}”：文件用 --from，地址用 --to`);
    if (only) {
      if (to !== undefined || from !== undefined)
        return sayUsage(terminal, "copy", "--photos 只搬照片，不与 --from、--to 同用");
      const config = configOf(terminal);
      return config === null ? exitCode.usage : await copyPhotoFiles(config, { check, json }, terminal);
    }
    if (to === undefined) return sayUsage(terminal, "copy", "请用 --to 给出 PostgreSQL 的地址");
    if (!/^postgres(ql)?:\/\/./u.test(to))
      return sayUsage(
        terminal,
        "copy",
        `“${to}”不是 PostgreSQL 的地址，应为 postgres://账号:口令@主机:5432/库名`,
      );
    const config = configOf(terminal);
    if (config === null) return exitCode.usage;
    const file = resolve(from ?? join(config.dataDir, databaseName));
    const wrong = backupFault(file);
    if (wrong !== null) return fail(terminal, wrong);
    try {
      // Photos first: begun again they cost nothing, and rows that are proven then speak of files that are there
      const photos = config.bucket === null ? null : await photosMoved(config, check, terminal);
      const moved = await carry(check)(moveOf({ file, to, config }, terminal));
      const told = [...(photos === null ? [] : [photoWords(photos, check)]), sentences(moved, check)];
      const answer = { ...answerOf(moved), ...(photos === null ? {} : { photos }) };
      terminal.out(`${json ? JSON.stringify(answer) : told.join("\n")}\n`);
      const { differences, account } = moved;
      const isWhole = differences.length === 0 && account.verification.faults.length === 0;
      return isWhole && (photos === null || areWhole(photos)) ? exitCode.done : exitCode.partly;
    } catch (error) {
      if (error instanceof DatabaseFault || error instanceof KeyFault || error instanceof BucketFault)
        return fail(terminal, error.message);
      throw error;
    }
  },
};

function carry(check: boolean): (move: Move) => Promise<Moved> {
  return check ? compareCounties : moveCounty;
}

interface Asked {
  readonly file: string;
  readonly to: string;
  readonly config: Config;
}

const stageWords: Readonly<Record<Stage, string>> = {
  move: "搬运",
  verify: "核验原件",
  compare: "核验搬好的",
};

function moveOf({ file, to, config }: Asked, terminal: Terminal): Move {
  const screen = { write: terminal.err, isTty: terminal.isTty };
  let now: { readonly stage: Stage; readonly progress: ReturnType<typeof createProgress> } | null = null;
  return {
    file,
    databaseUrl: to,
    keyFile: keyFileOf(config),
    reference: loadReference(),
    now: terminal.now(),
    onProgress(stage, done, total) {
      if (now?.stage !== stage) {
        now?.progress.end();
        now = { stage, progress: createProgress(stageWords[stage], screen) };
      }
      now.progress.at(done, total);
      if (done >= total) now.progress.end();
    },
  };
}

function sentences({ account, differences }: Moved, check: boolean): string {
  if (differences.length === 0) return provenWords(account);
  const verdict = check ? "两边不一致。" : "两边不一致，没有搬成，目标库里什么也没有留下。";
  return [...differences.map(differenceWords), verdict].join("\n");
}

function answerOf({ account: { sums, verification, root }, differences }: Moved): object {
  const rows = [...sums.values()].reduce((sum, table) => sum + table.rows, 0);
  return { tables: sums.size, rows, ...verification, root, differences };
}

function fail(terminal: Terminal, message: string): number {
  terminal.err(`${message}\n`);
  return exitCode.failed;
}
