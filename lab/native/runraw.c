/*
 * Runs  cmd.exe /c "<SSHCMD>"  with the raw command line, as OpenSSH for Windows does. `wine cmd /c "$X"` would escape
 * the quotes as \" and so break the arguments.
 */
#include <windows.h>

int wmain(void)
{
    static wchar_t command[32768], line[32800];
    STARTUPINFOW start = {sizeof start};
    PROCESS_INFORMATION process;
    DWORD code;
    if (!GetEnvironmentVariableW(L"SSHCMD", command, 32768)) return 255;
    SetEnvironmentVariableW(L"SSHCMD", 0);
    lstrcpyW(line, L"cmd.exe /c \"");
    lstrcatW(line, command);
    lstrcatW(line, L"\"");
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    if (!CreateProcessW(0, line, 0, 0, TRUE, 0, 0, 0, &start, &process)) return 254;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    return code;
}
