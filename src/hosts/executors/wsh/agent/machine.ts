const shell = new ActiveXObject('WScript.Shell');
const files = new ActiveXObject('Scripting.FileSystemObject');

/** `%NAME%` replaced; a name that is not set stays as it is. Wine's answer ends with a NUL. */
function expand(text: string): string {
  return text.indexOf('%') < 0 ? text : clean(shell.ExpandEnvironmentStrings(text));
}

/** A variable of the environment; '' when it is not set. */
function variable(name: string): string {
  const value = expand('%' + name + '%');
  return value === '%' + name + '%' ? '' : value;
}

const systemFolder = variable('SystemRoot') + '\\system32';

/** Wine cannot do some things that every Windows can; nothing else asks this. */
const onWine = files.FileExists(systemFolder + '\\winecfg.exe');

/** A 32-bit script host on 64-bit Windows, which would be shown other files and another registry. */
const narrow = variable('PROCESSOR_ARCHITEW6432') !== '';

function milliseconds(): number {
  return new Date().getTime();
}

function registryText(name: string): string {
  try {
    return String(shell.RegRead(name));
  } catch (fault) {
    return '';
  }
}

function engineName(): string {
  return (
    ScriptEngine() +
    ' ' +
    [ScriptEngineMajorVersion(), ScriptEngineMinorVersion(), ScriptEngineBuildVersion()].join('.') +
    ', Windows Script Host ' +
    WScript.Version +
    (onWine ? ', Wine' : '')
  );
}

/**
 * Whether the account may change services, which is what preparing a server needs: on Windows 2000 and 2003 that is membership of
 * Administrators, since 2008 also that the process is elevated. CheckAccess says it for the token in use on every Windows; Wine
 * lacks it, and gives every account an administrator's token.
 */
function elevated(): boolean {
  if (onWine) return true;
  try {
    const registry = connect('root\\default');
    const KEY_SET_VALUE = 2;
    const asked = parametersOf(registry, 'StdRegProv', 'CheckAccess');
    asked['hDefKey'] = machineHive.handle;
    asked['sSubKeyName'] = 'SYSTEM\\CurrentControlSet\\Services';
    asked['uRequired'] = KEY_SET_VALUE;
    return call(registry, 'CheckAccess', asked)['bGranted'] === true;
  } catch (fault) {
    return false;
  }
}

/** The header line of `antesala.answers/1`. `known` is false when nothing may be asked that could hang. */
function header(known: boolean): string {
  const codePages = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage\\';
  const oem = parseInt(registryText(codePages + 'OEMCP'), 10);
  const ansi = parseInt(registryText(codePages + 'ACP'), 10);
  return (
    '{"answers":1,"executor":"wsh","engine":' +
    jsonText(engineName()) +
    ',"computer":' +
    jsonText(variable('COMPUTERNAME') || new ActiveXObject('WScript.Network').ComputerName) +
    ',"elevated":' +
    (known && elevated() ? 'true' : 'false') +
    ',"clock":' +
    Math.floor(milliseconds() / 1000) +
    (oem > 0 ? ',"oem":' + oem : '') +
    (ansi > 0 ? ',"ansi":' + ansi : '') +
    '}'
  );
}
