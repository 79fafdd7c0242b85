/*
 * Keeps the Wine session alive. In Wine, services and drive letters exist only while a user process runs; without this
 * every command would boot a session of its own and a stopped service would be running again at the next look.
 */
#include <windows.h>

int main(void)
{
    Sleep(INFINITE);
    return 0;
}
