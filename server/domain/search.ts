/** 搜索: as many letters are looked for at once; the field takes no more than the server does. */
export const LONGEST_SEARCH = 60;
