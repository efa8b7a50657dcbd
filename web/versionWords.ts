/** Words of versions and layers of the grid; small, for several pages share them. */
export const versionWords = {
  label: "网格版本",
  ofDay: "案卷当日的网格",
  option: (version: number, validFrom: string, inForce: boolean) =>
    `第 ${version} 版（${validFrom} 起${inForce ? "，现行" : ""}）`,
  counted: (version: number, validFrom: string) => `按第 ${version} 版网格（${validFrom} 起用）统计`,
  resettled:
    "案卷按坐标重新落到这一版；当日因定位不准待人选网格的，这里按坐标所在的网格计。没有坐标的，这一版还有当日的网格才计入。",
  drawn: "网格边界和件数按这一版；案卷上写的仍是当日的网格。",
  beside: (count: number) => `另有 ${count} 件在办案卷落不进这一版的任何网格。`,
} as const;
