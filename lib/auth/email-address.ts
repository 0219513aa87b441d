import { domainToASCII, domainToUnicode } from "node:url";

/** RFC 5322's "dot-atom", as mail servers take it: every sign that needs no quotes. At most 64 (RFC 5321). */
const localPart = /^(?=.{1,64}$)[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** Two labels or more, as DNS has them, the last of which is no number. */
const domainName =
  /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The form in which addresses are kept and compared: in lower case, its domain as DNS has it ("xn--mller-kva.example").
 * Null for what is no address, and for what only looks like another one.
 */
export function parseEmailAddress(typed: string): string | null {
  const at = typed.lastIndexOf("@");
  const [local, domain] = [typed.slice(0, Math.max(at, 0)), typed.slice(at + 1)];
  if (!localPart.test(local)) return null;
  const ascii = domainToASCII(domain).toLowerCase();
  if (!domainName.test(ascii) || !isPlain(domain, ascii)) return null;
  const address = `${local.toLowerCase()}@${ascii}`;
  return address.length <= 254 ? address : null;
}

/** Whether a domain is what it looks like: nothing in it was mapped to something else, and no label imitates one. */
function isPlain(typed: string, ascii: string): boolean {
  const shown = domainToUnicode(ascii);
  const asTyped = typed.normalize("NFC").toLowerCase();
  if (asTyped !== shown && asTyped !== ascii) return false;
  const becomesAscii = (sign: string) =>
    sign > "\u007F" && /^[\0-\u007F]+$/.test(sign.normalize("NFKC").toLowerCase());
  return !Array.from(typed).some(becomesAscii) && shown.split(".").every(isOfOneScript);
}

const scripts = [
  /^[\p{scx=Latn}\d-]+$/u,
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}a-z\d-]+$/u,
  ...["Cyrl", "Grek", "Arab", "Hebr", "Deva", "Beng", "Taml", "Telu", "Thai", "Geor", "Armn"].map(
    (script) => new RegExp(`^[\\p{scx=${script}}\\d-]+$`, "u"),
  ),
];
/** A label of nothing but Cyrillic and Greek that looks like Latin, or with a Latin sign that looks like a plain one. */
const imitation = /^(?=.*[^\d-])[асԁеһіјӏорԛѕԝхуѵοαινρυχ\d-]+$|[ıȷɑɡɩ]/u;

function isOfOneScript(label: string): boolean {
  return scripts.some((script) => script.test(label)) && !imitation.test(label);
}
