const adopted = new Set<string>();

/**
 * Stands in for `@css-render/vue3-ssr` (vite.desk.config.ts): Naive UI hands its style sheets to this adapter instead of
 * writing <style> elements, which the page's policy (`style-src 'self'`) does not run.
 */
export function useSsrAdapter(): { readonly adapter: typeof adopt; readonly context: { readonly ids: ReadonlySet<string> } } {
  return { adapter: adopt, context: { ids: adopted } };
}

function adopt(id: string, style: string): void {
  if (adopted.has(id)) return;
  adopted.add(id);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  // Assigned, not pushed: older browsers have a frozen list.
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
