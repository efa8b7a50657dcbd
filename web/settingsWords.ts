/** Words of the page of settings (系统设置). */
export const settingsWords = {
  title: "系统设置",
  lead: "这套系统现在用哪些参数在运行。这一页只看不改：参数写在启动它的环境变量（或服务文件）里，改后重启生效；密码和密钥不显示。",
  elsewhere: "可以在页面上改的",
  links: [
    ["/county", "县定数据", "日历、时限、权重、值班表、单位、事项清单"],
    ["/catalogue", "派单目录", "谁主办、谁协办"],
    ["/record", "记录与备份", "立即备份、核验、下载和恢复步骤"],
  ],
  running: "运行情况",
  engine: "数据库",
  engines: { sqlite: "SQLite（单机）", postgres: "PostgreSQL", pglite: "PGlite（测试）" },
  runtime: "运行环境",
  grid: "网格版本",
  taxonomy: "事项清单版本",
  settings: "启动参数",
  columns: ["参数", "说明", "现在的值", "没有设置时"],
  empty: "（空）",
  preset: "默认",
} as const;
