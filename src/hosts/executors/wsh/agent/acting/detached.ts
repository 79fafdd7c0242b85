/**
 * Starts a program that belongs to no session: the server of WMI starts it, so it survives the end of the connection it was asked for
 * over, and a service for SSH that ends what its sessions started.
 *
 * @returns its process number; 0 when WMI could not and it was started from here
 */
function startDetached(line: string): number {
  const shellProgram = '"' + (variable('COMSPEC') || systemFolder + '\\cmd.exe') + '"';
  // what held the output of this program open would keep the connection
  const quiet = shellProgram + ' /d /s /c "<nul >nul 2>&1 ' + line + '"';
  const created = createdByWmi(quiet);
  if (created > 0) return created;
  shell.Run(quiet, 0, false);
  return 0;
}

function createdByWmi(line: string): number {
  try {
    const services = connect('root\\cimv2');
    const parameters = parametersOf(services, 'Win32_Process', 'Create');
    parameters['CommandLine'] = line;
    try {
      const hidden = (services.Get('Win32_ProcessStartup') as unknown as WmiParameters).SpawnInstance_();
      hidden['ShowWindow'] = 0;
      parameters['ProcessStartupInformation'] = hidden;
    } catch (fault) {
      // Wine has no such class and shows no window
    }
    const exec = services as unknown as {
      ExecMethod(path: string, method: string, parameters: WmiParameters): WmiObject;
    };
    const result = exec.ExecMethod('Win32_Process', 'Create', parameters);
    return returned(result) === 0 ? (result['ProcessId'] as number) : 0;
  } catch (fault) {
    return 0;
  }
}
