/**
 * What JScript 5.1 (Windows 2000) has, and nothing more: the compiler rejects the rest. JSON, Array push/pop/shift/splice/indexOf,
 * Function apply/call, hasOwnProperty, trim, encodeURIComponent, toFixed, characters by index (`text[0]`) and replace with a
 * function came later, as did the name `undefined` and `(?:` in patterns; `substr` counts negative starts wrongly, so it is left out as well.
 */
interface Object {
  readonly constructor: unknown;
  toString(): string;
}
interface Function {
  readonly length: number;
}
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments {
  readonly length: number;
}
interface Boolean {
  valueOf(): boolean;
}
interface Number {
  toString(radix?: number): string;
}
interface String {
  readonly length: number;
  charAt(index: number): string;
  charCodeAt(index: number): number;
  concat(...strings: string[]): string;
  indexOf(text: string, start?: number): number;
  lastIndexOf(text: string): number;
  replace(pattern: RegExp, by: string): string;
  search(pattern: RegExp): number;
  split(separator: string): string[];
  substring(start: number, end?: number): string;
  toLowerCase(): string;
  toUpperCase(): string;
}
interface StringConstructor {
  (value: unknown): string;
  fromCharCode(code: number): string;
}
declare const String: StringConstructor;
interface Array<T> {
  length: number;
  [index: number]: T;
  concat(...more: T[][]): T[];
  join(separator: string): string;
}
declare const Array: { readonly arrays: true };
interface RegExp {
  test(text: string): boolean;
  /** Groups that did not take part are empty text in JScript. */
  exec(text: string): string[] | null;
}
interface Date {
  getTime(): number;
  getFullYear(): number;
  getMonth(): number;
  getDate(): number;
  getHours(): number;
  getMinutes(): number;
  getSeconds(): number;
  getTimezoneOffset(): number;
  getUTCFullYear(): number;
  getUTCMonth(): number;
  getUTCDate(): number;
  getUTCHours(): number;
  getUTCMinutes(): number;
  getUTCSeconds(): number;
  getUTCMilliseconds(): number;
}
interface DateConstructor {
  UTC(year: number, month: number, date: number, hours: number, minutes: number, seconds: number, ms: number): number;
  new (): Date;
  new (value: VariantDate): Date;
}
declare const Date: DateConstructor;
interface Math {
  floor(value: number): number;
  max(a: number, b: number): number;
  min(a: number, b: number): number;
}
declare const Math: Math;
declare const NaN: number;
declare function escape(text: string): string;
declare function parseInt(text: string, radix: number): number;
declare function isFinite(value: number): boolean;
declare function eval(program: string): unknown;

// What the compiler itself wants to find.
type Record<Key extends string, Value> = { [name in Key]: Value };
