/** Words of what is said about the house itself; the sentences of its alarms come from the server. */
export const houseWords = {
  clockIsRight: "时间是对的",
} as const;
