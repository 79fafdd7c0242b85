/*
 * Copies the version resource of one program into others:  stamp.exe SOURCE TARGET…
 * Wine's own programs carry none; Windows' own all say "Microsoft Corporation", which is how they are told apart.
 */
#include <windows.h>
#include <stdio.h>

int wmain(int count, wchar_t **words)
{
    HMODULE source = count > 2 ? LoadLibraryExW(words[1], 0, LOAD_LIBRARY_AS_DATAFILE) : 0;
    HRSRC found = source ? FindResourceW(source, MAKEINTRESOURCEW(1), (LPCWSTR)RT_VERSION) : 0;
    void *data = found ? LockResource(LoadResource(source, found)) : 0;
    int failed = 0;
    if (!data) return 2;
    for (int i = 2; i < count; i++) {
        HANDLE update = BeginUpdateResourceW(words[i], FALSE);
        BOOL done = update && UpdateResourceW(update, (LPCWSTR)RT_VERSION, MAKEINTRESOURCEW(1), 0, data, SizeofResource(source, found));
        if (!done || !EndUpdateResourceW(update, FALSE)) {
            fwprintf(stderr, L"%ls: error %lu\n", words[i], GetLastError());
            failed = 1;
        }
    }
    return failed;
}
