/*
 * A real Windows service for the lab: starts, stops, pauses and continues as the service manager asks.
 * One program serves every imitated service; only its version resource and its place on disk differ.
 *
 * Arguments in the service's ImagePath change its manners:
 *   --refuse-stop   does not accept a stop, as some security products
 *   --slow-stop     takes five seconds to stop
 * Each start and stop is a line in C:\lab\services.log.
 */
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static SERVICE_STATUS status;
static SERVICE_STATUS_HANDLE handle;
static HANDLE stopAsked;
static BOOL refusesStop, slowStop;

static void report(DWORD state)
{
    DWORD live = SERVICE_ACCEPT_SHUTDOWN | SERVICE_ACCEPT_PAUSE_CONTINUE;
    if (!refusesStop) live |= SERVICE_ACCEPT_STOP;
    status.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
    status.dwCurrentState = state;
    status.dwControlsAccepted = state == SERVICE_RUNNING || state == SERVICE_PAUSED ? live : 0;
    status.dwWaitHint = state == SERVICE_STOP_PENDING ? 10000 : 0;
    SetServiceStatus(handle, &status);
}

static void trace(const char *what, const wchar_t *name)
{
    FILE *log = _wfopen(L"C:\\lab\\services.log", L"a");
    if (!log) return;
    fprintf(log, "%s %ls pid %lu\n", what, name, GetCurrentProcessId());
    fclose(log);
}

static DWORD WINAPI control(DWORD code, DWORD type, void *event, void *context)
{
    switch (code) {
    case SERVICE_CONTROL_STOP:
    case SERVICE_CONTROL_SHUTDOWN:
        report(SERVICE_STOP_PENDING);
        SetEvent(stopAsked);
        return NO_ERROR;
    case SERVICE_CONTROL_PAUSE:
        report(SERVICE_PAUSED);
        return NO_ERROR;
    case SERVICE_CONTROL_CONTINUE:
        report(SERVICE_RUNNING);
        return NO_ERROR;
    case SERVICE_CONTROL_INTERROGATE:
        SetServiceStatus(handle, &status);
        return NO_ERROR;
    default:
        return ERROR_CALL_NOT_IMPLEMENTED;
    }
}

static void WINAPI serve(DWORD count, LPWSTR *arguments)
{
    handle = RegisterServiceCtrlHandlerExW(arguments[0], control, 0);
    report(SERVICE_START_PENDING);
    stopAsked = CreateEventW(0, TRUE, FALSE, 0);
    trace("start", arguments[0]);
    report(SERVICE_RUNNING);
    WaitForSingleObject(stopAsked, INFINITE);
    if (slowStop) Sleep(5000);
    trace("stop", arguments[0]);
    report(SERVICE_STOPPED);
}

int main(void)
{
    SERVICE_TABLE_ENTRYW table[] = {{(LPWSTR)L"", serve}, {0, 0}};
    const wchar_t *line = GetCommandLineW();
    refusesStop = wcsstr(line, L"--refuse-stop") != 0;
    slowStop = wcsstr(line, L"--slow-stop") != 0;
    return StartServiceCtrlDispatcherW(table) ? 0 : (int)GetLastError();
}
