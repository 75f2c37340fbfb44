/** The stand-in's corp, as an administrator would have copied it from the console. */
export const KEYS = { token: "t0kenForTests", aesKey: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", receiveId: "ww0123456789abcdef" };
export const SECRET = "secret-of-the-app-0123456789";
export const AGENT_ID = 1_000_002;
export const ACCOUNT = "wkAccount01";
