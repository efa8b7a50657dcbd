/** Why a file could not be opened, in a sentence that names it. */

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件",
  EISDIR: "这是文件夹，应为文件",
  EACCES: "没有读取权限",
};

export function notOpened(file: string, { code = "", message }: NodeJS.ErrnoException): string {
  return `打不开“${file}”：${reasons[code] ?? message}`;
}
