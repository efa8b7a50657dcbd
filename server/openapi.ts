/** The API document (OpenAPI 3.1), made from the routes themselves: `docs/openapi.json` is its reviewed copy. */
import { problemShape } from "./shapes/common.ts";
import { describeRoute, type GenerateSpecOptions, resolver } from "hono-openapi";
import type { MiddlewareHandler } from "hono";
import type * as v from "valibot";

export interface RouteNote {
  readonly tag:
    | "案卷"
    | "呼叫"
    | "上报"
    | "地图"
    | "评价"
    | "应急"
    | "督办"
    | "参考"
    | "账号"
    | "群众"
    | "系统"
    | "派单目录"
    | "县定数据"
    | "网格"
    | "部件"
    | "研判"
    | "识别";
  readonly summary: string;
  readonly description?: string;
  /** Shape of the good answer; absent where it is not JSON. */
  readonly answer?: v.GenericSchema;
  readonly status?: 200 | 201 | 204 | 302;
  /** Type of an answer that is not JSON. */
  readonly type?: string;
  /** Statuses of refusals, each a `problem+json`. */
  readonly refusals?: readonly number[];
  readonly open?: boolean;
  /** Names in the path, each with what it is. */
  readonly params?: Readonly<Record<string, string>>;
  /** A body that is not JSON. */
  readonly sends?: readonly string[];
}

/** Notes what a route is for, for the document. */
export function note(route: RouteNote): MiddlewareHandler {
  const { tag, summary, description, status = 200, refusals = [] } = route;
  const all = [...(route.open ? [] : [401]), ...refusals];
  return describeRoute({
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(route.open ? { security: [] } : {}),
    ...parametersOf(route),
    ...bodyOf(route),
    responses: {
      [status]: { description: summary, ...contentOf(route) },
      ...Object.fromEntries(all.map((code) => [code, refusal(code)])),
    },
  });
}

function parametersOf({ params = {} }: RouteNote) {
  const parameters = Object.entries(params).map(([name, description]) => ({
    name,
    in: "path",
    required: true,
    description,
    schema: { type: "string" as const },
  }));
  return parameters.length === 0 ? {} : { parameters };
}

function bodyOf({ sends = [] }: RouteNote) {
  const schema = { type: "string" as const, format: "binary" };
  const content = Object.fromEntries(sends.map((type) => [type, { schema }]));
  return sends.length === 0 ? {} : { requestBody: { required: true, content } };
}

function contentOf({ answer, type }: RouteNote) {
  if (answer)
    return { content: { "application/json": { schema: resolver(answer, { errorMode: "ignore" }) } } };
  return type === undefined ? {} : { content: { [type]: { schema: { type: "string" as const } } } };
}

function refusal(status: number) {
  return {
    description: meanings[status] ?? "拒绝",
    content: { "application/problem+json": { schema: resolver(problemShape) } },
  };
}

const meanings: Readonly<Record<number, string>> = {
  400: "请求不是正确的 JSON",
  401: "没有登录",
  403: "岗位不允许",
  404: "没有，或不在管辖范围内",
  409: "案卷状态已变，或重复提交",
  413: "内容太大",
  422: "填写有误",
  429: "尝试次数太多",
  503: "暂时不能受理（存储有故障、访问太多，或对方连不上）",
  507: "存储空间不足",
};

export const documentOptions: Partial<GenerateSpecOptions> = {
  documentation: {
    info: {
      title: "呼应 Huying",
      version: "0.1.0",
      description:
        "县域网格治理接口。写操作只收 application/json；拒绝一律是 application/problem+json，带稳定的 code 和中文说明。",
    },
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "huying_session",
          description: "POST /api/session 登录后得到",
        },
      },
    },
    security: [{ session: [] }],
  },
  excludeStaticFile: false,
  defaultValidationErrorResponse: false,
};
