declare module "@nlpjs/lang-zh" {
  export const LangZh: unknown;
}
declare module "@nlpjs/basic" {
  export function dockStart(settings: unknown): Promise<{ getContainer(): { use(plugin: unknown): void; get(name: string): unknown } }>;
}
