import { LangZh } from "@nlpjs/lang-zh";
import { dockStart } from "@nlpjs/basic";
import type { Corpus, Peer } from "../corpus.js";

interface NlpManager {
  addLanguage(locale: string): void;
  addDocument(locale: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(locale: string, text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
}

/** nlp.js with its Chinese language plug-in, trained on the variants. */
export async function createNlpJsPeer({ variants }: Corpus): Promise<Peer> {
  const dock = await dockStart({
    settings: { nlp: { languages: ["zh"], autoSave: false, log: false, nlu: { log: false } } },
    use: ["Basic"],
  });
  const container = dock.getContainer();
  container.use(LangZh);
  const nlp = container.get("nlp") as NlpManager;
  nlp.addLanguage("zh");
  for (const { id, text } of variants) nlp.addDocument("zh", text, id);
  await nlp.train();
  return {
    name: "nlp.js",
    async rank(text) {
      const { classifications } = await nlp.process("zh", text);
      return classifications
        .filter(({ intent }) => intent !== "None")
        .slice(0, 10)
        .map(({ intent, score }) => ({ id: intent, score }));
    },
  };
}
