/* Lets calls on the hub's database fail or take longer: preloaded into a hub of a test (LD_PRELOAD).
 * DISK_FAULT_CALL  write | sync: which calls are counted and fail
 * DISK_FAULT_AT    the first that fails, counted from 1
 * DISK_FAULT_TIMES how many fail from then on
 * DISK_FAULT_ERRNO what they say; 0: half of the bytes are written and said to be all that could be
 * DISK_SLOW_WHILE  a file: as long as it exists, each sync takes longer
 * DISK_SLOW_MS     by so many milliseconds */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static atomic_long calls;

static long number(const char *name) {
  const char *text = getenv(name);
  return text == NULL ? 0 : atol(text);
}

static int is_database(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return strstr(path, "/hub.db") != NULL && strstr(path, "-shm") == NULL;
}

/* Whether this call is one that fails. */
static int fails(const char *call, int fd) {
  const char *wanted = getenv("DISK_FAULT_CALL");
  if (wanted == NULL || strcmp(wanted, call) != 0) return 0;
  int before = errno;
  int counts = is_database(fd);
  errno = before;
  if (!counts) return 0;
  long at = atomic_fetch_add(&calls, 1) + 1, first = number("DISK_FAULT_AT");
  return at >= first && at < first + number("DISK_FAULT_TIMES");
}

static int is_short(void) { return number("DISK_FAULT_ERRNO") == 0; }
static ssize_t refuse(void) {
  errno = (int)number("DISK_FAULT_ERRNO");
  return -1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *data, size_t size) {
  if (!fails("write", fd)) return REAL(write)(fd, data, size);
  return is_short() ? REAL(write)(fd, data, size / 2) : refuse();
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
  if (!fails("write", fd)) return REAL(pwrite)(fd, data, size, at);
  return is_short() ? REAL(pwrite)(fd, data, size / 2, at) : refuse();
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
  if (!fails("write", fd)) return REAL(pwrite64)(fd, data, size, at);
  return is_short() ? REAL(pwrite64)(fd, data, size / 2, at) : refuse();
}

static void wait_if_slow(int fd) {
  const char *file = getenv("DISK_SLOW_WHILE");
  if (file == NULL) return;
  int before = errno;
  if (is_database(fd) && access(file, F_OK) == 0) {
    long more = number("DISK_SLOW_MS");
    struct timespec time = {more / 1000, (more % 1000) * 1000000};
    nanosleep(&time, NULL);
  }
  errno = before;
}
int fsync(int fd) {
  wait_if_slow(fd);
  return fails("sync", fd) ? (int)refuse() : REAL(fsync)(fd);
}
int fdatasync(int fd) {
  wait_if_slow(fd);
  return fails("sync", fd) ? (int)refuse() : REAL(fdatasync)(fd);
}
