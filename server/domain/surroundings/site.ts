/** Places that matter when something happens near them. */
export type SiteKind =
  | "school" // 学校、幼儿园
  | "hospital" // 医院、卫生院
  | "nursingHome" // 养老机构
  | "chemicalStore" // 危险化学品储存经营
  | "petrolStation" // 加油（气）站
  | "market" // 农贸市场、集市
  | "shelter"; // 应急避难场所

export interface Site {
  readonly id: string;
  readonly kind: SiteKind;
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
  /** How many people are there, or find room there; null where nobody counted. */
  readonly people: number | null;
  /** 值班电话 of the place itself, never of a person. */
  readonly phone: string | null;
  readonly source: string;
}
