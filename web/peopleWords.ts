/** Words of the accounts page (人员账号). */
export const peopleWords = {
  title: "人员账号",
  add: "新增账号",
  create: "创建",
  find: "查找账号",
  findHint: "姓名、账号、单位、网格或首字母",
  found: (meant: number, all: number, text: string) => {
    if (text === "") return `共 ${all} 个账号`;
    return meant === 0 ? `没有与“${text}”相符的账号` : `${meant} 个相符，共 ${all} 个`;
  },
  columns: {
    name: "姓名",
    username: "账号",
    role: "岗位",
    unit: "单位和网格",
    posts: "岗位职务",
    state: "状态",
    acts: "操作",
  },
  hints: { name: "", username: "2 到 30 个小写字母、数字或 _.-" },
  cells: "负责的网格",
  cellsHint: "按住 Ctrl 可选多个",
  import: {
    title: "从表格新增账号",
    hint: "CSV 一行一人：账号、姓名、角色、单位、网格、岗位（多个值用顿号隔开）。先检查，有一行不合就一个也不加。",
    open: "导入 CSV",
    checked: (rows: number, bad: number) =>
      bad === 0 ? `检查过 ${rows} 行，都可以新增。` : `${bad} 行不合，可以新增的 ${rows} 行。改好再导入。`,
    bad: (line: number, message: string) => `第 ${line} 行：${message}`,
    add: (rows: number) => `新增这 ${rows} 个账号`,
    added: (count: number) =>
      `已新增 ${count} 个账号。一次性密码只显示这一次，请打印后交给本人；三天内有效，首次登录后自己设定密码。`,
    print: "打印发放单",
    columns: ["账号", "姓名", "一次性密码", "登录地址"],
  },
  posts: { liaison: "联络员", deputy: "分管领导", chief: "主要领导", onDuty: "值班带班" } as const,
  postsOf: (name: string) => `${name}的岗位职务：接收督办、发起呼叫`,
  postsHint:
    "催办送联络员，督办送分管领导，通报送主要领导；没有人接收的会列到督办台。乡镇的日常呼叫由分管领导发起，应急呼叫由值班带班领导发起，主要领导都可以发起。",
  isActive: "启用",
  isDisabled: "已停用",
  disable: "停用",
  enable: "启用",
  disabled: (name: string) => `已停用${name}的账号`,
  enabled: (name: string) => `已启用${name}的账号`,
  reset: "重置密码",
  password: (username: string, password: string) =>
    `账号 ${username} 的一次性密码：${password}　只显示这一次，三天内有效，请当面转交；本人登录后须先设定自己的密码。`,
} as const;
