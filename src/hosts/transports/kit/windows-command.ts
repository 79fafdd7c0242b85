/**
 * The command file that a person starts: Windows Script Host first, since every Windows from 2000 on has it; where a policy forbids it,
 * PowerShell. Which of the two ran is told by a file that the program writes first. cmd.exe of Windows 2000 on: no delayed expansion, no
 * blocks around variables that change. Without accents: consoles show them in another code page than a file has them.
 *
 * @param byHand whether the person must have done something before
 */
export function windowsCommand(role: 'prepare' | 'put-back', byHand: boolean): string {
  const { en, es } = begins[role];
  return `@echo off
setlocal
echo ${en}
echo ${es}
${byHand ? pause : ''}set MARK=%TEMP%\\antesala-%RANDOM%%RANDOM%.begun
"%SystemRoot%\\system32\\cscript.exe" //nologo "%~dp0antesala-kit.js" /do:${role} "/begun:%MARK%" %*
set CODE=%ERRORLEVEL%
if exist "%MARK%" goto ended
echo Windows Script Host did not start; trying PowerShell.
echo Windows Script Host no se inicio; se prueba con PowerShell.
"%SystemRoot%\\system32\\WindowsPowerShell\\v1.0\\powershell.exe" -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "%~dp0antesala-kit.ps1" /do:${role} "/begun:%MARK%" %*
set CODE=%ERRORLEVEL%
if exist "%MARK%" goto ended
echo Neither Windows Script Host nor PowerShell could run here: a policy forbids them, or the folder is damaged.
echo Nothing was touched. Ask the administrator to allow one of them for this session, then run this again.
echo Aqui no se pudo ejecutar ni Windows Script Host ni PowerShell: una directiva los prohibe o la carpeta esta danada.
echo No se ha tocado nada. Pida al administrador que permita uno de ellos en esta sesion y vuelva a ejecutarlo.
exit /b 4
:ended
del "%MARK%" >nul 2>&1
exit /b %CODE%
`;
}

const begins = {
  prepare: {
    en: 'Antesala prepares this server as planned. What it changes is written down first and can be put back.',
    es: 'Antesala prepara este servidor segun el plan. Lo que cambia se anota antes y se puede deshacer.',
  },
  'put-back': {
    en: 'Antesala puts back what the preparation changed on this server.',
    es: 'Antesala devuelve a su estado lo que la preparacion cambio en este servidor.',
  },
} as const;

const pause = `if /i "%~1"=="/yes" goto go
echo README.txt lists what you do by hand BEFORE this. Press a key when it is done, or Ctrl+C to stop.
echo README.txt indica lo que debe hacer a mano ANTES de esto. Pulse una tecla cuando este hecho, o Ctrl+C para parar.
pause >nul
:go
`;
