/**
 * Interpreters that later releases of Windows remove or have deprecated (Microsoft, "Features removed or no longer developed in
 * Windows Server"): VBScript, WMIC and the PowerShell 2.0 engine.
 */
const interpreters: readonly (readonly [string, RegExp])[] = [
  ['vbscript', /\.vb[se](?![\w.])|vbscript:|\/\/e:vbs/i],
  ['wmic', /(?:^|[\\\s"&|;(])wmic(?:\.exe)?(?=[\s"&|;)]|$)/i],
  ['powershell-2', /powershell(?:\.exe)?"?\s.{0,200}?[-/]v(?:e(?:r(?:s(?:i(?:on?)?)?)?)?)?\s+"?2(?:\.0)?(?![.\d])/i],
];

/** Those that a command line names. */
export function interpretersIn(command: string): readonly string[] {
  return interpreters.flatMap(([name, pattern]) => (pattern.test(command) ? [name] : []));
}
