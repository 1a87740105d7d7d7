// A response -> the bytes of its body, unpacked, within limits.
// 481 bytes can unpack to a gigabyte, so what comes out is counted while it comes.

import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from "node:zlib";

/** What keeps a body from being read; `detail` is the packing that it is about, as the server names it. */
export class BodyFault extends Error {
  readonly kind: "too large" | "unknown packing" | "broken packing" | "cut off";
  readonly detail: string;
  constructor(kind: BodyFault["kind"], detail = "") {
    super(kind);
    this.kind = kind;
    this.detail = detail;
  }
}

type Unpack = (packed: Buffer, options: ZlibOptions) => Promise<Buffer>;

const unpackDeflate: Unpack = (packed, options) =>
  // Some servers leave out the header that RFC 9110, 8.4.1.2 asks for; its first half-byte is 8.
  promisify<Buffer, ZlibOptions, Buffer>(((packed[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(
    packed,
    options,
  );

const UNPACKERS: ReadonlyMap<string, Unpack> = new Map([
  ["gzip", promisify<Buffer, ZlibOptions, Buffer>(gunzip)],
  ["x-gzip", promisify<Buffer, ZlibOptions, Buffer>(gunzip)],
  ["deflate", unpackDeflate],
  ["br", promisify<Buffer, ZlibOptions, Buffer>(brotliDecompress)],
]);

/** The packings that are asked for (RFC 9110, 8.4.1, and RFC 7932), for Accept-Encoding. */
export const PACKINGS = "gzip, deflate, br";

/**
 * Reads a body whole. Throws a BodyFault where it is more than `maxBytes`, packed or unpacked, is packed in
 * another way or more than once, does not unpack, or ends before its time.
 */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const packing = (response.headers["content-encoding"] ?? "").trim().toLowerCase();
  const isPlain = packing === "" || packing === "identity";
  const unpack = UNPACKERS.get(packing);
  if (!isPlain && !unpack) throw new BodyFault("unknown packing", packing);
  const packed = await readBytes(response, maxBytes);
  // An empty body unpacks to nothing, whatever it is said to be.
  if (!unpack || packed.length === 0) return packed;
  try {
    return await unpack(packed, { maxOutputLength: maxBytes });
  } catch (error) {
    throw codeOf(error) === "ERR_BUFFER_TOO_LARGE"
      ? new BodyFault("too large")
      : new BodyFault("broken packing", packing);
  }
}

async function readBytes(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(response.headers["content-length"] ?? 0) > maxBytes) throw new BodyFault("too large");
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) throw new BodyFault("too large");
      chunks.push(chunk);
    }
  } catch (error) {
    const isCut = ["ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE"].includes(codeOf(error));
    throw isCut ? new BodyFault("cut off") : error;
  }
  return Buffer.concat(chunks);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
