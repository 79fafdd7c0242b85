/**
 * What the person at the server reads. Without accents or other signs beyond ASCII: the console of an old server shows them in
 * another code page than a file has them.
 */
export const readMe = `ANTESALA KIT

This folder asks a server what it is, before an upgrade. It changes nothing there.

1. Copy the folder to the server (USB stick, CD, network share).
2. Log on as an administrator and run:
     Windows (2000 to 2025):  antesala.cmd       (right button, Run as administrator)
     Linux:                   sudo sh antesala.sh
3. After one to ten minutes there is a file antesala-NAME.txt in this folder, or, when it cannot
   be written to, in the temporary folder: the last line on the screen says where.
4. Bring that file back and run:   antesala assess antesala-NAME.txt

The file holds what the server answered: treat it as confidential.

----------------------------------------------------------------------

KIT DE ANTESALA

Esta carpeta pregunta a un servidor lo que es, antes de actualizarlo. No cambia nada en el.

1. Copie la carpeta al servidor (memoria USB, CD, carpeta compartida).
2. Inicie sesion como administrador y ejecute:
     Windows (2000 a 2025):  antesala.cmd       (boton derecho, Ejecutar como administrador)
     Linux:                  sudo sh antesala.sh
3. Al cabo de uno a diez minutos habra un archivo antesala-NOMBRE.txt en esta carpeta o, si no se
   puede escribir en ella, en la carpeta temporal: la ultima linea en pantalla dice donde.
4. Traiga ese archivo y ejecute:   antesala assess antesala-NOMBRE.txt

El archivo contiene lo que respondio el servidor: tratelo como confidencial.
`;

/** cmd.exe of Windows 2000 on: no delayed expansion, no blocks around variables that change. */
export const commandFile = `@echo off
setlocal
set OUT=%~dp0antesala-%COMPUTERNAME%.txt
copy /y nul "%OUT%" >nul 2>&1
if not exist "%OUT%" set OUT=%TEMP%\\antesala-%COMPUTERNAME%.txt
if exist "%OUT%" del "%OUT%" >nul 2>&1
echo Antesala: asking this server; it takes one to ten minutes. Nothing is changed.
echo Antesala: preguntando a este servidor; tarda de uno a diez minutos. No se cambia nada.
"%SystemRoot%\\system32\\cscript.exe" //nologo "%~dp0antesala.js" /out:"%OUT%"
if exist "%OUT%" goto ready
echo Windows Script Host gave no result; trying PowerShell.
echo Windows Script Host no dio resultado; se prueba con PowerShell.
"%SystemRoot%\\system32\\WindowsPowerShell\\v1.0\\powershell.exe" -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "%~dp0antesala.ps1" >"%OUT%"
find "@antesala:" "%OUT%" >nul 2>&1
if not errorlevel 1 goto ready
del "%OUT%" >nul 2>&1
echo Neither Windows Script Host nor PowerShell could run here: a policy forbids them, or the folder is damaged.
echo Ask the administrator to allow one of them for this session, then run antesala.cmd again.
echo Aqui no se pudo ejecutar ni Windows Script Host ni PowerShell: una directiva los prohibe o la carpeta esta danada.
echo Pida al administrador que permita uno de ellos en esta sesion y vuelva a ejecutar antesala.cmd.
exit /b 4
:ready
echo Ready. Carry this file back: %OUT%
echo Listo. Lleve de vuelta este archivo: %OUT%
exit /b 0
`;

/** The sh program with its answers put into a file instead of on the screen. */
export function shellFile(program: string): string {
  return `#!/bin/sh
# Antesala kit: asks this server what it is; changes nothing. Run as root: sudo sh antesala.sh
umask 077
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || here=.
name=antesala-$(uname -n).txt
out=$here/$name
( : >"$out" ) 2>/dev/null || out=\${TMPDIR:-/tmp}/$name
echo "Antesala: asking this server, nothing is changed. / Preguntando a este servidor, no se cambia nada." >&2
sh -s >"$out" <<'ANTESALA_KIT_END'
${program.replace(/\n*$/, '')}
ANTESALA_KIT_END
echo "Ready. Carry this file back: / Listo. Lleve de vuelta este archivo: $out" >&2
`;
}
