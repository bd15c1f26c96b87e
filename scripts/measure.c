// Runs a command several times and prints what each run took: CPU seconds (user and system), wall
// seconds, and peak resident memory in KiB. The command's standard output is thrown away.
//   measure REPETITIONS COMMAND [ARGUMENT…]

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double seconds(struct timeval time) {
  return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int run_once(char **command, posix_spawn_file_actions_t *actions) {
  const double start = now();
  pid_t child;
  const int error = posix_spawnp(&child, command[0], actions, NULL, command, environ);
  if (error != 0) {
    fprintf(stderr, "measure: %s: %s\n", command[0], strerror(error));
    return 1;
  }
  int status;
  struct rusage usage;
  while (wait4(child, &status, 0, &usage) < 0) {
    if (errno != EINTR) {
      perror("measure: wait4");
      return 1;
    }
  }
  const double wall = now() - start;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    fprintf(stderr, "measure: %s: %s %d\n", command[0],
            WIFEXITED(status) ? "exit code" : "ended by signal",
            WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
    return 1;
  }
  printf("%.6f %.6f %ld\n", seconds(usage.ru_utime) + seconds(usage.ru_stime), wall,
         usage.ru_maxrss);
  return 0;
}

int main(int count, char **arguments) {
  const int repetitions = count > 2 ? atoi(arguments[1]) : 0;
  if (repetitions < 1) {
    fprintf(stderr, "usage: measure REPETITIONS COMMAND [ARGUMENT...]\n");
    return 64;
  }
  posix_spawn_file_actions_t actions;
  if (posix_spawn_file_actions_init(&actions) != 0 ||
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0) != 0) {
    fprintf(stderr, "measure: no memory\n");
    return 1;
  }
  for (int repetition = 0; repetition < repetitions; ++repetition) {
    if (run_once(arguments + 2, &actions) != 0) return 1;
  }
  return 0;
}
