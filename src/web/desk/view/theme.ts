import type { GlobalThemeOverrides } from "naive-ui";

/** The library's own green is too pale for white letters (4.5:1 is wanted); these are the worker's page's colours. */
export const THEME: GlobalThemeOverrides = {
  // Borders that can be seen: 3:1.
  Input: { border: "1px solid #7d8d98", borderHover: "1px solid #175676", borderFocus: "1px solid #175676" },
  common: {
    ...{ primaryColor: "#175676", primaryColorHover: "#1f6c94", primaryColorPressed: "#0f4560", primaryColorSuppl: "#1f6c94" },
    ...{ errorColor: "#a32218", errorColorHover: "#bb2d22", errorColorPressed: "#861a12", errorColorSuppl: "#bb2d22" },
    ...{ warningColor: "#8a5a00", warningColorHover: "#9c6800", warningColorPressed: "#6e4700", warningColorSuppl: "#9c6800" },
    ...{ textColor2: "#1c2830", textColor3: "#4d5d68", placeholderColor: "#5c6b75", borderRadius: "6px", fontSize: "15px" },
    fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  },
};
