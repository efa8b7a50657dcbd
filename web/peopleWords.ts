/** Words of the accounts page (人员账号). */
export const peopleWords = {
  title: "人员账号",
  add: "新增账号",
  create: "创建",
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
