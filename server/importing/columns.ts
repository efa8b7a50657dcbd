/** Which column of a file means what: known names in Chinese and English, and `--map` for all others. */

export const importFields = [
  "text",
  "address",
  "lng",
  "lat",
  "point",
  "datum",
  "accuracy",
  "name",
  "phone",
  "time",
  "number",
] as const;

export type ImportField = (typeof importFields)[number];

export type ColumnByField = Readonly<Partial<Record<ImportField, string>>>;

export type Mapping =
  | { readonly kind: "mapped"; readonly columns: ColumnByField; readonly unused: readonly string[] }
  | { readonly kind: "fault"; readonly message: string };

/** Chinese names of the fields, for messages. */
export const importFieldWords: Record<ImportField, string> = {
  text: "内容",
  address: "地址",
  lng: "经度",
  lat: "纬度",
  point: "坐标",
  datum: "坐标系",
  accuracy: "定位精度",
  name: "反映人",
  phone: "电话",
  time: "时间",
  number: "编号",
};

/** In order of trust: where a file has two of a row, the earlier one counts. */
const knownNames: Record<ImportField, string> = {
  text: `text content description message 内容 诉求内容 工单内容 反映内容 事件内容 问题内容 来电内容 投诉内容
    事件描述 问题描述 诉求描述 情况描述 描述 主要内容 详细内容 诉求`,
  address: `address location addr place 地址 详细地址 事发地址 事发地点 发生地址 发生地点 案发地址 问题地址
    诉求地址 位置描述 位置 地点`,
  lng: "lng lon long longitude point.lng x 经度 x坐标 坐标x",
  lat: "lat latitude point.lat y 纬度 y坐标 坐标y",
  point: "point coordinates coordinate lnglat 坐标 经纬度 位置坐标",
  datum: "datum crs point.datum 坐标系",
  accuracy: "accuracy point.accuracy 精度 定位精度",
  name: `name reporter reportername reporter.name caller 姓名 反映人 诉求人 来电人 联系人 市民姓名 举报人
    当事人 报料人`,
  phone: `phone mobile tel telephone reporterphone reporter.phone 电话 手机 手机号 手机号码 联系电话 联系方式
    来电号码 电话号码 反映人电话 诉求人电话`,
  time: `time reportedat reporttime createdat datetime date 时间 来电时间 反映时间 受理时间 上报时间 登记时间
    诉求时间 创建时间 发生时间 日期`,
  number: `number no externalnumber orderno ticketno id code 编号 工单编号 工单号 案卷号 案卷编号 诉求编号
    事件编号 任务号 任务编号 流水号 受理编号 序列号`,
};

/** @param given `field → column` as written in `--map`; an empty column leaves the field out. */
export function mapColumns(columns: readonly string[], given: ReadonlyMap<string, string>): Mapping {
  for (const [field, column] of given) {
    if (!isImportField(field)) {
      const list = importFields.map((name) => `${name}（${importFieldWords[name]}）`).join("、");
      return { kind: "fault", message: `--map 里的“${field}”不是可用的字段，应为其中之一：${list}` };
    }
    if (column !== "" && !columns.includes(column)) {
      return { kind: "fault", message: `文件里没有“${column}”这一列，只有：${columns.join("、")}` };
    }
  }
  const mapped = Object.fromEntries(
    importFields.flatMap((field) => {
      const column = given.get(field) ?? guess(field, columns);
      return column === undefined || column === "" ? [] : [[field, column]];
    }),
  ) as ColumnByField;
  if (mapped.text === undefined) {
    const named = columns.length === 0 ? "（没有列）" : columns.join("、");
    return {
      kind: "fault",
      message: `找不到反映内容是哪一列。文件的列：${named}。请用 --map text=列名 指明`,
    };
  }
  const used = new Set(Object.values(mapped));
  return { kind: "mapped", columns: mapped, unused: columns.filter((column) => !used.has(column)) };
}

/** Reads `text=内容,number=工单编号`. @returns the part that is not of this form when there is one. */
export function parseMap(text: string): ReadonlyMap<string, string> | { readonly bad: string } {
  const pairs = new Map<string, string>();
  for (const part of text.split(/[,，]/).filter((piece) => piece.trim() !== "")) {
    const at = part.indexOf("=");
    if (at < 1) return { bad: part };
    pairs.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  return pairs;
}

function isImportField(name: string): name is ImportField {
  return (importFields as readonly string[]).includes(name);
}

function guess(field: ImportField, columns: readonly string[]): string | undefined {
  const plain = columns.map(plainName);
  for (const name of knownNames[field].split(/\s+/)) {
    const at = plain.indexOf(name);
    if (at >= 0) return columns[at];
  }
  return undefined;
}

/** `Report Time`, `report_time` and `诉求内容（必填）` are all said plainly. */
export function plainName(column: string): string {
  return column
    .toLowerCase()
    .replace(/[（(【[].*?[)）】\]]/g, "")
    .replace(/[\s_*-]+/g, "");
}
