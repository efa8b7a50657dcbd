/** The password of every demo account: printed on the sign-in page and in the terminal, in demo mode only. */
export const demoPassword = "huying-demo";
