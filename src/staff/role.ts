/** What a person at the desk may be; one person may be several. */
export const ROLES = {
  receptionist: "接待员",
  handler: "办理员",
  director: "主任",
  editor: "知识编辑",
  admin: "管理员",
} as const;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

/** The role called so in either language; undefined for any other word. */
export function roleCalled(word: string): Role | undefined {
  return ROLE_NAMES.find((role) => role === word || ROLES[role] === word);
}
