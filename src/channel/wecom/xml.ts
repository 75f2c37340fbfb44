/** An element as WeCom writes them: no attributes, and either text or elements inside. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

const DEPTH_MAX = 8;
const ELEMENTS_MAX = 2_000;
const CDATA = "<![CDATA[";
const CDATA_END = "]]>";

/**
 * Reads WeCom's envelope and nothing more general: no attributes, no entities, no declarations but the first line, and
 * every text stays text (`0012` is not 12). Undefined for anything else, `<!` above all but CDATA.
 */
export function readXml(source: string): XmlElement | undefined {
  const body = source.replace(/^\uFEFF?\s*(?:<\?xml[^<>?]*\?>)?/, "").trim();
  const reader = new Reader(body);
  const root = reader.element(0);
  return root?.name === "xml" && reader.atEnd() ? root : undefined;
}

/** The text of the one child of that name; undefined when there is none, more than one, or it holds elements. */
export function childText(element: XmlElement, name: string): string | undefined {
  const [only, ...others] = childrenOf(element, name);
  return only === undefined || others.length > 0 || only.children.length > 0 ? undefined : only.text;
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** `parts` as the children of one `xml`; numbers bare, texts as CDATA. */
export function writeXml(parts: Readonly<Record<string, string | number>>): string {
  const body = Object.entries(parts).map(([name, value]) => `<${name}>${typeof value === "number" ? value : cdata(value)}</${name}>`);
  return `<xml>${body.join("")}</xml>`;
}

/** Splits `]]>` over two sections and leaves out what XML 1.0 cannot hold. */
export function cdata(text: string): string {
  const legal = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, "");
  return `${CDATA}${legal.replaceAll(CDATA_END, `]]${CDATA_END}${CDATA}>`)}${CDATA_END}`;
}

class Reader {
  #at = 0;
  #count = 0;

  constructor(private readonly source: string) {}

  atEnd(): boolean {
    return this.#at === this.source.length;
  }

  /** The element that begins here, or undefined when none does. */
  element(depth: number): XmlElement | undefined {
    const name = this.#take(/<([A-Za-z_][\w.-]{0,63})\s*>/y);
    this.#count += 1;
    if (name === undefined || depth > DEPTH_MAX || this.#count > ELEMENTS_MAX) return undefined;
    const children: XmlElement[] = [];
    let text = "";
    let bare = "";
    while (!this.source.startsWith("</", this.#at)) {
      const words = this.#take(/([^<]+)/y);
      const section = words === undefined ? this.#section() : undefined;
      const child = words === undefined && section === undefined ? this.element(depth + 1) : undefined;
      if (words !== undefined) bare += words;
      else if (section !== undefined) text += section;
      else if (child !== undefined) children.push(child);
      else return undefined;
    }
    if (this.#take(/<\/([A-Za-z_][\w.-]{0,63})\s*>/y) !== name) return undefined;
    if (children.length > 0 && (text !== "" || bare.trim() !== "")) return undefined;
    return { name, children, text: text === "" ? bare.trim() : text };
  }

  #section(): string | undefined {
    if (!this.source.startsWith(CDATA, this.#at)) return undefined;
    const end = this.source.indexOf(CDATA_END, this.#at);
    if (end < 0) return undefined;
    const text = this.source.slice(this.#at + CDATA.length, end);
    this.#at = end + CDATA_END.length;
    return text;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.source);
    if (match === null) return undefined;
    this.#at += match[0].length;
    return match[1];
  }
}
