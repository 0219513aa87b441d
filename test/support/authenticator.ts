import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

type Options = { challenge: string };
type Given = {
  /** The site that asks, as the browser says. */
  origin?: string;
  /** Whether the device knew its owner, by a finger or a PIN. */
  knowsOwner?: boolean;
  /** What it says of how often it has signed. */
  count?: number;
};

const party = "localhost";
const flags = { present: 0x01, knowsOwner: 0x04, hasKey: 0x40 };

/** A device with one passkey, which does what a real one does: it holds a key of P-256 and signs what it is asked. */
export function anAuthenticator() {
  const id = randomBytes(16);
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  let handle = "";
  let signed = 0;

  /** Answers `optionsForNew`, as JSON. */
  function make(options: Options & { user: { id: string } }, given: Given = {}): string {
    handle = options.user.id;
    const cose = new Map<number, number | Uint8Array>([
      [1, 2], // its kind is an elliptic curve
      [3, -7], // ES256
      [-1, 1], // P-256
      [-2, new Uint8Array(Buffer.from(x, "base64url"))],
      [-3, new Uint8Array(Buffer.from(y, "base64url"))],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const key = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)]);
    const authData = Buffer.concat([dataOf(given, flags.hasKey), key]);
    const attestation = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", new Uint8Array(authData)],
    ]);
    return written({
      clientDataJSON: clientData("webauthn.create", options, given).toString("base64url"),
      attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString("base64url"), // it knows fewer types
      transports: ["internal"],
    });
  }

  /** Answers `optionsForSignIn` and `optionsForProof`, as JSON. */
  function answer(options: Options, given: Given = {}): string {
    const client = clientData("webauthn.get", options, given);
    const data = dataOf(given, 0);
    const hash = createHash("sha256").update(client).digest();
    const signature = createSign("sha256").update(data).update(hash).sign(privateKey);
    return written({
      clientDataJSON: client.toString("base64url"),
      authenticatorData: data.toString("base64url"),
      signature: signature.toString("base64url"),
      userHandle: handle,
    });
  }

  function dataOf({ knowsOwner = true, count }: Given, more: number): Buffer {
    signed += 1;
    const data = Buffer.alloc(37);
    createHash("sha256").update(party).digest().copy(data);
    data.writeUInt8(flags.present | (knowsOwner ? flags.knowsOwner : 0) | more, 32);
    data.writeUInt32BE(count ?? signed, 33);
    return data;
  }

  function written(response: object): string {
    const name = id.toString("base64url");
    return JSON.stringify({ id: name, rawId: name, type: "public-key", response });
  }

  return { make, answer };
}

function clientData(
  type: string,
  { challenge }: Options,
  { origin = "http://localhost:3000" }: Given,
) {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}
