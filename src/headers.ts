import type { RequestHandler } from "express";
import helmet from "helmet";

const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i;

/** What a browser may do with our pages: run our own files, talk to us, and nothing else. `embedders` may frame the chat. */
export function securityHeaders(embedders: readonly string[]): RequestHandler {
  const self = ["'self'"];
  const none = ["'none'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": none,
        "script-src": self,
        "style-src": self,
        "img-src": self,
        // Older Safari does not take a socket to ourselves for 'self'.
        "connect-src": [...self, ({ headers: { host = "" } }) => (HOST.test(host) ? `ws://${host} wss://${host}` : "'self'")],
        "base-uri": none,
        "form-action": none,
        "object-src": none,
        "frame-ancestors": embedders.length === 0 ? none : [...self, ...embedders],
      },
    },
    xFrameOptions: embedders.length === 0 ? { action: "deny" } : false,
    referrerPolicy: { policy: "no-referrer" },
  });
}
