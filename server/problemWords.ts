/** Chinese words of refusals at the door, beside those of the core in domain/words.ts. */

export const doorWords = {
  badJson: "请求内容不是正确的 JSON。",
  notSignedIn: "请先登录，或登录已过期，请重新登录。",
  wrongPassword: "账号或密码不对。",
  wrongCode: "没有查到。请核对编号和查询码，也可以用所留电话的后四位。",
  spentLink: "开通链接不对，或者已经用过。请在启动程序的窗口里核对。",
  crossSite: "请求来自别的网站，已拒绝。",
  adminOnly: "只有系统管理员可以管理账号。",
  noSuchPage: "没有这个地址。",
  tooLarge: "内容太大：文字请求不超过 64 KB，照片不超过 8 MB。",
  notJson: "请求内容类型应为 application/json。",
  badPhoto: "不能识别这张照片，请使用 JPEG、PNG 或 WebP 格式，不超过 4000 万像素。",
  tooMany: "尝试次数太多，请稍后再试。",
  failed: "系统出了差错，已经记录。请稍后再试；若仍不行，请把请求编号告诉管理员。",
  storageFull: "服务器存储空间不足，照片暂时不能保存。",
} as const;

export const doorTitles: Readonly<Record<number, string>> = {
  400: "请求有误",
  401: "需要登录",
  403: "不允许",
  404: "没有找到",
  409: "情况已变",
  413: "内容太大",
  415: "类型不对",
  422: "填写有误",
  429: "太频繁",
  500: "系统差错",
  507: "空间不足",
};

/** Fields of the API that are not fields of a move. */
export const doorFieldWords: Readonly<Record<string, string>> = {
  id: "上报编号",
  text: "情况描述",
  address: "地址",
  channel: "来源渠道",
  photos: "照片",
  reporter: "反映人",
  "reporter.name": "反映人姓名",
  onBehalf: "代居民上报",
  solvedOnSpot: "随手办结",
  "solvedOnSpot.photosAfter": "处置后照片",
  "solvedOnSpot.result": "处置结果",
  "reporter.phone": "反映人电话",
  "reporter.confidential": "是否保密",
  "point.lng": "经度",
  "point.lat": "纬度",
  "point.accuracy": "定位精度",
  "point.datum": "坐标系",
  action: "操作",
  version: "案卷版本",
  commandId: "操作编号",
  username: "账号",
  password: "密码",
  name: "姓名",
  role: "岗位",
  cells: "网格",
  reason: "事由",
  code: "查询码",
  box: "地图范围",
  token: "开通码",
  after: "翻页位置",
};

/** What the core expected, said to people. Values that are words already stand for themselves. */
export const expectedWords: Readonly<Record<string, string>> = {
  "decline reason code": "不予立案理由代码",
  "return reason code": "退单理由代码",
  "rework reason code": "返工理由代码",
  "unit code": "县直单位代码，或案卷所在乡镇的代码",
  "item code": "事项代码",
  "condition code": "立案条件代码",
  "≤ 6 photos": "最多 6 张照片",
  "1–5": "1 到 5 的整数",
  "true / false": "是或否",
};
