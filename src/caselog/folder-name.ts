import { say } from '../i18n/text.js';
import { InputError } from '../model/input-error.js';

/** Bytes that every file system takes, with room for what is put before and after it (most take 255). */
const longest = 120;

/** Names that Windows keeps for devices, with any ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/**
 * A case's name as the name of its folder, on any system: what no file system takes becomes a hyphen, letters of every script stay.
 *
 * @throws InputError when nothing is left of it
 */
export function folderName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, '-')
    .replaceAll(/\s+/gu, ' ');
  const bounded = trimmed(cutToBytes(trimmed(plain)));
  if (!/[\p{L}\p{N}]/u.test(bounded)) throw noName(name);
  return reserved.test(bounded) ? `case-${bounded}` : bounded;
}

/** Windows drops dots and blanks at the end; a dot in front hides the folder, and a hyphen there looks like an option. */
function trimmed(text: string): string {
  return text.replace(/^[\s.-]+/u, '').replace(/[\s.-]+$/u, '');
}

function cutToBytes(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > longest) break;
    kept += segment;
  }
  return kept;
}

function noName(name: string): InputError {
  return new InputError(
    say({
      en: `“${name.slice(0, 60)}” cannot name a case. Use a name with letters or digits, such as the customer and the server.`,
      es: `«${name.slice(0, 60)}» no sirve como nombre de un caso. Use un nombre con letras o cifras, por ejemplo el cliente y el servidor.`,
    }),
  );
}
