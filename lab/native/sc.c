/*
 * Stands in for the verbs of sc.exe that Wine 10 lacks: `config` (start=, obj=, password=) and `qc`, through the real
 * service manager. Every other verb is handed to Wine's own sc.exe with the command line untouched.
 * Not Windows' sc.exe: the wording of the output is only like it.
 */
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static const wchar_t *const startNames[] = {L"BOOT_START", L"SYSTEM_START", L"AUTO_START", L"DEMAND_START", L"DISABLED"};

static DWORD fail(const char *where, DWORD error)
{
    printf("[SC] %s FAILED %lu:\r\n\r\n", where, error);
    return error;
}

static DWORD startType(const wchar_t *word)
{
    if (!_wcsicmp(word, L"auto") || !_wcsicmp(word, L"delayed-auto")) return SERVICE_AUTO_START;
    if (!_wcsicmp(word, L"demand")) return SERVICE_DEMAND_START;
    if (!_wcsicmp(word, L"disabled")) return SERVICE_DISABLED;
    return SERVICE_NO_CHANGE;
}

static DWORD config(SC_HANDLE service, int count, wchar_t **words)
{
    DWORD start = SERVICE_NO_CHANGE;
    wchar_t *account = 0, *password = 0;
    for (int i = 3; i + 1 < count; i += 2) {
        if (!_wcsicmp(words[i], L"start=")) start = startType(words[i + 1]);
        else if (!_wcsicmp(words[i], L"obj=")) account = words[i + 1];
        else if (!_wcsicmp(words[i], L"password=")) password = words[i + 1];
        else return 1639;
    }
    if (!ChangeServiceConfigW(service, SERVICE_NO_CHANGE, start, SERVICE_NO_CHANGE, 0, 0, 0, 0, account, password, 0))
        return fail("ChangeServiceConfig", GetLastError());
    printf("[SC] ChangeServiceConfig SUCCESS\r\n");
    return 0;
}

static DWORD queryConfig(SC_HANDLE service, const wchar_t *name)
{
    static BYTE buffer[8192];
    DWORD needed;
    QUERY_SERVICE_CONFIGW *config = (void *)buffer;
    if (!QueryServiceConfigW(service, config, sizeof buffer, &needed)) return fail("QueryServiceConfig", GetLastError());
    printf("[SC] QueryServiceConfig SUCCESS\r\n\r\nSERVICE_NAME: %ls\r\n", name);
    printf("        TYPE               : %lx\r\n", config->dwServiceType);
    printf("        START_TYPE         : %lu   %ls\r\n", config->dwStartType,
           config->dwStartType < 5 ? startNames[config->dwStartType] : L"");
    printf("        BINARY_PATH_NAME   : %ls\r\n", config->lpBinaryPathName);
    printf("        DISPLAY_NAME       : %ls\r\n", config->lpDisplayName);
    printf("        SERVICE_START_NAME : %ls\r\n", config->lpServiceStartName);
    return 0;
}

/* The rest of the command line, from the first word after the program's own name. */
static DWORD passOn(void)
{
    static wchar_t line[32768];
    const wchar_t *rest = GetCommandLineW();
    STARTUPINFOW start = {sizeof start};
    PROCESS_INFORMATION process;
    DWORD code;
    BOOL quoted = *rest == L'"';
    if (quoted) rest++;
    while (*rest && *rest != (quoted ? L'"' : L' ')) rest++;
    if (quoted && *rest) rest++;
    swprintf(line, 32768, L"C:\\windows\\system32\\sc.exe%ls", rest);
    if (!CreateProcessW(0, line, 0, 0, TRUE, 0, 0, 0, &start, &process)) return GetLastError();
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    return code;
}

int wmain(int count, wchar_t **words)
{
    BOOL isConfig = count > 2 && !_wcsicmp(words[1], L"config"), isQuery = count > 2 && !_wcsicmp(words[1], L"qc");
    SC_HANDLE manager, service;
    if (!isConfig && !isQuery) return passOn();
    manager = OpenSCManagerW(0, 0, SC_MANAGER_CONNECT);
    service = manager ? OpenServiceW(manager, words[2], SERVICE_QUERY_CONFIG | (isConfig ? SERVICE_CHANGE_CONFIG : 0)) : 0;
    if (!service) return fail("OpenService", GetLastError());
    return isConfig ? config(service, count, words) : queryConfig(service, words[2]);
}
