/** Words of the keyboard: the command palette 命令面板 and the sheet of keys. */
import type { FoundKind } from "../server/domain/findAnswers.ts";

type Line = readonly [keys: readonly string[], what: string];

export const keyWords = {
  palette: "命令面板",
  hint: "名称、拼音首字母（如 slj）、案卷号或操作",
  nothing: "没有这个名称或操作",
  nothingHint: "换个说法，或用拼音首字母：县水利局是 slj 或 xslj。",
  searchCases: (words: string) => `在全部案卷里搜“${words}”`,
  page: "页面",
  act: "操作",
  cases: "搜索",
  kinds: {
    unit: "承办单位",
    township: "乡镇",
    item: "事项",
    cell: "网格",
    place: "地名",
    component: "部件",
    person: "人员",
  } satisfies Readonly<Record<FoundKind, string>>,
  filter: "按名称或首字母查找",
  filterHint: "输入名称或拼音首字母，如 slj",
  noneNamed: (words: string) => `没有名称像“${words}”的`,
  named: "名称像的",
  sheet: "键盘操作",
  sheetHint: "在输入框里打字、拼音选字和对话框打开时，这些键都不起作用。",
  groups: [
    [
      "列表",
      [
        [["j", "↓"], "下一件"],
        [["k", "↑"], "上一件"],
        [["Enter"], "打开"],
        [["空格", "p"], "侧看，再按收起"],
        [["x"], "选中（可批量办理的）"],
        [["Shift ↓", "Shift ↑"], "边移动边选"],
        [["1 … 4"], "换列表页签"],
        [["/"], "搜索"],
        [["b"], "批量办理"],
      ],
    ],
    [
      "案卷和呼叫",
      [
        [["e"], "办下一步：立案、签收、处置……"],
        [["a"], "派遣"],
        [["h"], "发起呼叫"],
        [["u"], "催办"],
        [["t"], "退回"],
        [["p"], "打印案卷"],
        [["z"], "撤销刚办的"],
        [["Ctrl Enter"], "提交表单"],
        [["Esc"], "关闭侧看或对话框"],
      ],
    ],
    [
      "到别处",
      [
        [["Ctrl K"], "命令面板：找人、单位、地名、操作"],
        [["g d"], "案卷"],
        [["g c"], "呼叫"],
        [["g m"], "地图"],
        [["g x"], "消息"],
        [["g t"], "台账"],
        [["g r"], "评价"],
        [["g s"], "账号安全"],
        [["n"], "上报"],
        [["?"], "这张表"],
      ],
    ],
  ] as readonly (readonly [string, readonly Line[]])[],
} as const;
