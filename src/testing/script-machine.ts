import { type Context, createContext } from 'node:vm';
import type { ScriptHost, ScriptRun, Stored } from './script-host.js';

export const scriptFolder = 'C:\\antesala';

/**
 * What a script sees of its machine: the objects of Windows Script Host as far as our program needs them.
 *
 * @param self the run that asks
 */
export function scriptMachine(host: ScriptHost, self: () => ScriptRun): Context {
  const key = (path: string) => path.toLowerCase();
  const parent = (path: string) => key(path).slice(0, key(path).lastIndexOf('\\'));
  const fault = (what: string) => Object.assign(new Error(what), { number: -2146828218 });
  const step = (what: string) => {
    if (host.isCut(self())) throw fault('power cut');
    host.onStep(self(), what);
    if (host.isCut(self())) throw fault('power cut');
  };
  const held = (file: Stored | undefined) => file?.heldBy !== undefined;
  class ActiveXObject {
    ComputerName = 'SERVIDOR';
    CurrentDirectory = '';
    ExpandEnvironmentStrings = (text: string) =>
      text
        .replace(/%(TEMP|TMP)%/g, 'C:\\Temp')
        .replaceAll('%SystemRoot%', 'C:\\WINNT')
        .replaceAll('%COMPUTERNAME%', 'SERVIDOR');
    RegRead = () => {
      throw fault('no value');
    };
    Run = (line: string) => {
      host.onStart(line, self());
      return 0;
    };
    FolderExists = (path: string) => host.folders.has(key(path));
    CreateFolder = (path: string) => void host.folders.add(key(path));
    GetParentFolderName = (path: string) => path.slice(0, path.lastIndexOf('\\'));
    GetFolder = () => {
      throw fault('not listed');
    };
    GetFile = (path: string) => {
      const file = host.files.get(key(path));
      if (!file) throw fault('no file');
      return { Size: file.text.length, DateLastModified: host.now, Attributes: 0 };
    };
    FileExists = (path: string) => {
      step(`exists ${path}`);
      return host.files.has(key(path));
    };
    CopyFile = (from: string, to: string) => {
      const file = host.files.get(key(from));
      if (!file) throw fault('no file');
      step(`copy ${from}`);
      const copy: Stored = { text: '', heldBy: undefined };
      host.files.set(key(to), copy);
      for (const part of [file.text.slice(0, 3), file.text.slice(3)]) {
        step(`copy on ${from}`);
        copy.text += part;
      }
    };
    CreateTextFile = (path: string, overwrite: boolean) => {
      step(`create ${path}`);
      const there = host.files.get(key(path));
      if (host.takeOver && overwrite && there?.heldBy === host.nobody) there.heldBy = undefined;
      if (!host.folders.has(parent(path)) || held(there) || (there && !overwrite)) throw fault('cannot be created');
      const file: Stored = { text: '', heldBy: self() };
      host.files.set(key(path), file);
      return {
        Write: (text: string) => {
          step(`write ${path}`);
          file.text += text;
        },
        Close: () => void (file.heldBy = undefined),
      };
    };
    OpenTextFile = (path: string) => {
      const file = host.files.get(key(path));
      if (!file || held(file)) throw fault('cannot be opened');
      let read = false;
      return {
        get AtEndOfStream() {
          return read || file.text === '';
        },
        Read: () => {
          read = true;
          return file.text;
        },
        Close: () => undefined,
      };
    };
    DeleteFile = (path: string) => {
      step(`delete ${path}`);
      const file = host.files.get(key(path));
      if (!file || held(file)) throw fault('cannot be deleted');
      host.files.delete(key(path));
    };
    MoveFile = (from: string, to: string) => {
      step(`move ${from}`);
      const file = host.files.get(key(from));
      if (!file || held(file) || host.files.has(key(to))) throw fault('cannot be moved');
      host.files.delete(key(from));
      host.files.set(key(to), file);
    };
    // as Windows does it: what it can delete is gone even when it cannot delete all
    DeleteFolder = (path: string) => {
      step(`delete-folder ${path}`);
      for (const [name, file] of host.files)
        if (name.startsWith(`${key(path)}\\`) && !held(file)) host.files.delete(name);
      if ([...host.files.keys()].some(name => name.startsWith(`${key(path)}\\`))) throw fault('not empty');
      host.folders.delete(key(path));
    };
  }
  const clock = class extends Date {
    constructor(...time: [] | [number]) {
      super(time[0] ?? host.now);
    }
  };
  const WScript = {
    ScriptFullName: `${scriptFolder}\\a.js`,
    Version: '5.8',
    Echo: (line: string) => void self().printed.push(line),
    Quit: () => undefined,
    Sleep: (milliseconds: number) => host.passTime(milliseconds),
  };
  return createContext({ ActiveXObject, Date: clock, WScript, ScriptEngine: () => 'JScript' });
}
