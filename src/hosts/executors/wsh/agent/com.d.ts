/** The objects of Windows Script Host, the file system, WMI and JScript's own bridges to them, as far as they are used. */
interface VariantDate {
  readonly variantDate: true;
}
interface VariantArray {
  readonly variantArray: true;
}
interface VBArray {
  toArray(): unknown[];
}
declare const VBArray: new (array: VariantArray) => VBArray;

interface ComCollection<Item> {
  Item(name: string): Item;
}
interface Enumerator<Item> {
  atEnd(): boolean;
  item(): Item;
  moveNext(): void;
}
declare const Enumerator: new <Item>(collection: ComCollection<Item>) => Enumerator<Item>;

declare function ScriptEngine(): string;
declare function ScriptEngineMajorVersion(): number;
declare function ScriptEngineMinorVersion(): number;
declare function ScriptEngineBuildVersion(): number;

declare const WScript: {
  readonly Arguments: { readonly length: number; Item(index: number): string };
  readonly FullName: string;
  readonly ScriptFullName: string;
  readonly Version: string;
  Echo(line: string): void;
  Quit(code: number): void;
  Sleep(milliseconds: number): void;
};

interface Shell {
  CurrentDirectory: string;
  ExpandEnvironmentStrings(text: string): string;
  RegRead(name: string): unknown;
  RegWrite(name: string, value: string | number, type: 'REG_DWORD'): void;
  /** Window style 0 is hidden. */
  Run(line: string, windowStyle: 0, wait: boolean): number;
}
interface Network {
  readonly ComputerName: string;
}

interface TextStream {
  readonly AtEndOfStream: boolean;
  Read(characters: number): string;
  Write(text: string): void;
  Close(): void;
}
interface FileObject {
  Attributes: number;
  readonly Size: number;
  readonly DateLastModified: VariantDate;
}
interface FolderObject {
  readonly Name: string;
  readonly SubFolders: ComCollection<FolderObject>;
}
interface FileSystem {
  CopyFile(from: string, to: string): void;
  CreateFolder(path: string): void;
  CreateTextFile(path: string, overwrite: boolean, unicode: boolean): TextStream;
  DeleteFile(path: string, force: boolean): void;
  DeleteFolder(path: string, force: boolean): void;
  FileExists(path: string): boolean;
  FolderExists(path: string): boolean;
  GetFile(path: string): FileObject;
  GetFileVersion(path: string): string;
  GetFolder(path: string): FolderObject;
  GetParentFolderName(path: string): string;
  MoveFile(from: string, to: string): void;
  /** Mode 1 reads, 8 appends; format 0 is the ANSI code page, -1 UTF-16. */
  OpenTextFile(path: string, mode: 1 | 8, create: boolean, format: 0 | -1): TextStream;
}

interface WmiProperty {
  readonly Name: string;
  readonly CIMType: number;
}
interface WmiObject {
  readonly Properties_: ComCollection<WmiProperty>;
  readonly Methods_: ComCollection<{ readonly InParameters: WmiParameters }>;
  readonly [property: string]: unknown;
}
interface WmiParameters {
  SpawnInstance_(): WmiParameters;
  [parameter: string]: unknown;
}
interface WmiServices {
  Get(path: string): WmiObject;
  ExecQuery(query: string, language: 'WQL', flags: number): ComCollection<WmiObject>;
  ExecMethod(
    path: string,
    method: string,
    parameters: WmiParameters | null,
    flags: number,
    context: WmiContext | null,
  ): WmiObject;
}
interface WmiContext {
  Add(name: string, value: number | boolean): void;
}
interface WmiLocator {
  ConnectServer(server: string, namespace: string): WmiServices;
  ConnectServer(
    ...all: [
      server: string,
      namespace: string,
      user: string,
      password: string,
      locale: string,
      authority: string,
      flags: number,
      context: WmiContext,
    ]
  ): WmiServices;
}
interface ActiveXObjects {
  new (name: 'WScript.Shell'): Shell;
  new (name: 'WScript.Network'): Network;
  new (name: 'Scripting.FileSystemObject'): FileSystem;
  new (name: 'WbemScripting.SWbemLocator'): WmiLocator;
  new (name: 'WbemScripting.SWbemNamedValueSet'): WmiContext;
}
declare const ActiveXObject: ActiveXObjects;
