// The peer of the comparison of trees: two threads, read and memcmp in pieces of 128 KiB, nothing else. Prints how many files differ.
#define _GNU_SOURCE
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE (1 << 17)
static char **names;
static size_t count, room, skip;
static const char *other;
static atomic_size_t next, differ;

static int add(const char *path, const struct stat *st, int type, struct FTW *ftw) {
  (void)st; (void)ftw;
  if (type != FTW_F) return 0;
  if (count == room) names = realloc(names, (room = room ? room * 2 : 1024) * sizeof *names);
  names[count++] = strdup(path);
  return 0;
}

static int same(const char *a, const char *b, char *one, char *two) {
  struct stat x, y;
  if (lstat(a, &x) || lstat(b, &y) || x.st_size != y.st_size || x.st_mode != y.st_mode) return 0;
  int f = open(a, O_RDONLY), g = open(b, O_RDONLY), equal = f >= 0 && g >= 0;
  while (equal) {
    ssize_t n = read(f, one, PIECE), m = read(g, two, PIECE);
    equal = n == m && n >= 0 && !memcmp(one, two, (size_t)n);
    if (n <= 0) break;
  }
  if (f >= 0) close(f);
  if (g >= 0) close(g);
  return equal;
}

static void *work(void *unused) {
  (void)unused;
  char *one = malloc(PIECE), *two = malloc(PIECE), path[65536];
  for (size_t at; (at = atomic_fetch_add(&next, 1)) < count;) {
    snprintf(path, sizeof path, "%s%s", other, names[at] + skip);
    if (!same(names[at], path, one, two)) atomic_fetch_add(&differ, 1);
  }
  return NULL;
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  skip = strlen(argv[1]);
  other = argv[2];
  if (nftw(argv[1], add, 64, FTW_PHYS)) return 2;
  pthread_t threads[2];
  for (int t = 0; t < 2; t++) pthread_create(&threads[t], NULL, work, NULL);
  for (int t = 0; t < 2; t++) pthread_join(threads[t], NULL);
  printf("%zu files, %zu differ\n", count, (size_t)differ);
  return differ > 0;
}
