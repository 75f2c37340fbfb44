import { connect, type Socket } from "node:net";

export interface Answered {
  readonly status: number;
  readonly body: string;
}

const HEAD_END = "\r\n\r\n";

/** One keep-alive connection, one request at a time: as little work as a generator on the servers' own machine can do. */
export class Wire {
  #received: Buffer = Buffer.alloc(0);
  #settle: { resolve: (answered: Answered) => void; reject: (error: Error) => void } | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.on("data", (chunk: Buffer) => this.#take(chunk));
    socket.on("error", (error) => this.#settle?.reject(error));
    socket.on("close", () => this.#settle?.reject(new Error("the server closed the connection")));
  }

  static open(port: number): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(new Wire(socket, `127.0.0.1:${port}`)));
      socket.once("error", reject);
    });
  }

  post(path: string, body: string, token?: string): Promise<Answered> {
    const head = [
      `POST ${path} HTTP/1.1`,
      `Host: ${this.host}`,
      "Content-Type: application/json",
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
    ];
    this.socket.write(head.join("\r\n") + HEAD_END + body);
    return new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
  }

  close(): void {
    this.#settle = undefined;
    this.socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf(HEAD_END);
    if (end < 0) return;
    const head = this.#received.toString("latin1", 0, end);
    const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    const from = end + HEAD_END.length;
    if (this.#received.length < from + length) return;
    const body = this.#received.toString("utf8", from, from + length);
    this.#received = this.#received.subarray(from + length);
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}
