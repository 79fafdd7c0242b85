/** A predictable environment: UTF-8 and English, the folders of system programs, no start-up files, no pager, no colours. */
export const environment = `PATH=\${PATH:+$PATH:}/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
for d in C.utf8 C.UTF-8; do if [ -d "/usr/lib/locale/$d" ]; then LC_ALL=C.UTF-8; fi; done
export PATH LC_ALL
unset ENV BASH_ENV CDPATH LANGUAGE PERL5OPT PERL5LIB PERL5DB GREP_OPTIONS LS_COLORS POSIXLY_CORRECT
cd /`;
