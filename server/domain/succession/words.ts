/** Why the machine takes a case that comes back from a closed unit, as the record says it. */
export const comeBackWords = {
  toHeir: (closed: string, heir: string) => `${closed}已停用，退回重办由接续单位${heir}承担`,
  toDesk: (closed: string) => `${closed}已停用，也没有接续单位，请另派承办单位重办`,
};
