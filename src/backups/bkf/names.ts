import { type BytePath, emptyPath, joined, pathOfText } from '../byte-path.js';
import { header } from './layout.js';

/** Names of NTBackup are UTF-16; those of Windows 95 and older programs single bytes, of a code page the file does not tell. */
export function textIn(block: Buffer, bytes: Buffer): string {
  return block[header.stringType] === 2 ? bytes.toString('utf16le') : bytes.toString('latin1');
}

/**
 * A directory's path: names with a zero after each; one zero alone is the root.
 *
 * @returns without drive, with `/` between names
 */
export function directoryPath(text: string): BytePath {
  return text
    .split('\0')
    .filter(name => name !== '')
    .reduce<BytePath>((path, name) => joined(path, nameOf(name)), emptyPath);
}

/** One name. What separates paths elsewhere would put a file into another folder, so it is made something else. */
export function nameOf(text: string): BytePath {
  const name = text.replace(/\0+$/, '').replaceAll('/', '\u2215');
  // a name that means a folder above would lead out of the tree
  return pathOfText(name === '.' || name === '..' ? name.replaceAll('.', '\u2024') : name);
}

/** `C:` of a volume's device name; whatever it is called where it is no drive (system state, Exchange). */
export function deviceName(text: string): BytePath {
  const plain = text.replace(/\0+$/, '').replace(/^\\\\[?.]\\/, '');
  const parts = plain.split(/[\\/]+/).filter(part => part !== '');
  return parts.reduce<BytePath>((path, part) => joined(path, nameOf(part)), emptyPath);
}
