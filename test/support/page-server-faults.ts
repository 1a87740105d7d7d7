// The name of a fault -> an answer that shows it, as servers do that are broken, slow or hostile.

import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/**
 * `silence` never answers; `start only` sends headers and no body; `drip` sends its body a byte at a time and without end; `endless` sends as fast as it
 * is read, without end; `close` hangs up at once; `cut` promises more bytes than it sends; `cut chunks` breaks
 * off within a chunked body; `header flood` sends a megabyte of headers; `not http` speaks another protocol;
 * `upgrade` changes to another one.
 */
export type PageFault =
  | "silence"
  | "start only"
  | "drip"
  | "endless"
  | "close"
  | "cut"
  | "cut chunks"
  | "header flood"
  | "not http"
  | "upgrade";

/** Sends an answer that goes wrong. Headers and status are set already. */
export function sendFault(fault: PageFault, body: Buffer, response: ServerResponse): void {
  const { socket } = response;
  switch (fault) {
    case "silence":
      return;
    case "start only":
      response.flushHeaders();
      return;
    case "drip": {
      const timer = setInterval(() => response.write("."), 2);
      response.on("close", () => clearInterval(timer));
      return;
    }
    case "endless": {
      const block = Buffer.alloc(64 * 1024, "page ");
      const more = () => {
        while (!response.destroyed && response.write(block));
      };
      response.on("drain", more);
      more();
      return;
    }
    case "close":
      socket?.destroy();
      return;
    case "cut":
      response.setHeader("content-length", body.length + 100);
      response.write(body, () => socket?.end());
      return;
    case "cut chunks":
      response.write(body, () => socket?.end());
      return;
    case "header flood":
      for (let index = 0; index < 1000; index += 1) response.setHeader(`x-${index}`, "x".repeat(1000));
      response.end(body);
      return;
    case "not http":
      socket?.end("220 mail.example ESMTP\r\n");
      return;
    case "upgrade":
      socket?.write("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n");
      return;
  }
}

/** A gzip of so many MB of blanks, in members of 1 MB each: a gigabyte is a megabyte, and made in a moment. */
export function makeBomb(megabytes: number): Buffer {
  const member = gzipSync(Buffer.alloc(1024 * 1024, " "));
  return Buffer.concat(Array.from({ length: megabytes }, () => member));
}
