// Nothing -> a key and a self-signed certificate for localhost, made anew, that no program trusts.
// A private key in the repository would be taken for one that leaked.

import { generateKeyPairSync, sign } from "node:crypto";

/** Makes the pair, as PEM. */
export function makeCertificate(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const sequence = (...parts: readonly Buffer[]) => encode(0x30, Buffer.concat(parts));
  const ecdsaWithSha256 = sequence(encode(0x06, Buffer.from("2a8648ce3d040302", "hex")));
  const commonName = sequence(
    encode(0x06, Buffer.from("550403", "hex")),
    encode(0x0c, Buffer.from("localhost")),
  );
  const name = sequence(encode(0x31, commonName));
  const validity = sequence(
    encode(0x17, Buffer.from("200101000000Z")),
    encode(0x17, Buffer.from("490101000000Z")),
  );
  const body = sequence(
    encode(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const signature = sign("sha256", body, privateKey);
  const certificate = sequence(
    body,
    ecdsaWithSha256,
    encode(0x03, Buffer.concat([Buffer.from([0]), signature])),
  );
  const base64 = certificate.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
  };
}

/** A value of DER (X.690): its tag, its length and its content. */
function encode(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
