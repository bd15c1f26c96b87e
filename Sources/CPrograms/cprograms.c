#define _GNU_SOURCE
#include "cprograms.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum { most_errors = 1 << 16, most_files = 256, look_every_ms = 50 };

typedef struct {
  int file;
  uint8_t *bytes;
  size_t count, room, most;
  int is_over;
} stream;

// The programs that run, each on the stack of the call that waits for it.
typedef struct running {
  pid_t group;
  struct running *next;
} running;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static running *all_running;
static int is_ending;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

// A pipe whose ends no other program inherits and that are none of the standard files.
static int open_pipe(int ends[2]) {
  int raw[2];
  if (pipe(raw) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    ends[i] = fcntl(raw[i], F_DUPFD_CLOEXEC, 3);
    close(raw[i]);
  }
  if (ends[0] >= 0 && ends[1] >= 0) return 0;
  for (int i = 0; i < 2; i++)
    if (ends[i] >= 0) close(ends[i]);
  return -1;
}

// Reads what is there. What is beyond the limit is dropped.
static void drain(stream *s) {
  uint8_t part[1 << 16];
  while (s->file >= 0) {
    ssize_t n = read(s->file, part, sizeof part);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EAGAIN) return;
    if (n <= 0) {
      close(s->file);
      s->file = -1;
      return;
    }
    size_t take = (size_t)n;
    if (take > s->most - s->count) {
      take = s->most - s->count;
      s->is_over = 1;
    }
    if (take > s->room - s->count) {
      size_t room = s->room ? s->room * 2 : sizeof part;
      uint8_t *bytes = realloc(s->bytes, room);
      if (!bytes) {
        s->is_over = 1;
        return;
      }
      s->bytes = bytes;
      s->room = room;
    }
    memcpy(s->bytes + s->count, part, take);
    s->count += take;
    if (s->is_over) return;
  }
}

static void limit(int what, uint64_t most) {
  struct rlimit old, new = {(rlim_t)most, (rlim_t)most};
  if (getrlimit(what, &old) == 0 && old.rlim_max != RLIM_INFINITY && new.rlim_max > old.rlim_max)
    new.rlim_cur = new.rlim_max = old.rlim_max;
  setrlimit(what, &new);
}

// In the child: only what may be called between fork and exec of a program with threads.
static void start(
    const char *path, char *const *arguments, char *const *environment, const char *folder,
    const char *input, const solieu_program_limits *limits, int out, int err, int report) {
  setpgid(0, 0);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int s = 1; s < NSIG; s++)
    if (s != SIGKILL && s != SIGSTOP) signal(s, SIG_DFL);
  int in = open(input ? input : "/dev/null", O_RDONLY);
  if (in >= 0 && dup2(in, 0) >= 0 && dup2(out, 1) >= 0 && dup2(err, 2) >= 0 &&
      chdir(folder) == 0) {
    for (int file = 3; file < 1024; file++)
      if (file != report) close(file);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, (uint64_t)limits->seconds + 1);
    limit(RLIMIT_AS, limits->memory);
    limit(RLIMIT_FSIZE, limits->file);
    limit(RLIMIT_NOFILE, most_files);
    execve(path, arguments, environment);
    // Another thread's child may still hold open for writing what was just written.
    const struct timespec pause = {0, 10 * 1000 * 1000};
    for (int again = 0; errno == ETXTBSY && again < 100; again++) {
      nanosleep(&pause, NULL);
      execve(path, arguments, environment);
    }
  }
  int problem = errno;
  ssize_t ignored = write(report, &problem, sizeof problem);
  (void)ignored;
  _exit(127);
}

// Whether the child has ended; it stays to be waited for, so that its number is no one else's.
static int has_ended(pid_t child) {
  siginfo_t info;
  info.si_pid = 0;
  return waitid(P_PID, (id_t)child, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
         info.si_pid == child;
}

// Has the child in the registry from its first moment; what is asked for after the end of all never begins.
static pid_t fork_registered(running *entry) {
  pthread_mutex_lock(&lock);
  if (is_ending) {
    pthread_mutex_unlock(&lock);
    for (;;) pause();
  }
  pid_t child = fork();
  if (child == 0) return 0;
  if (child > 0) {
    setpgid(child, child);
    *entry = (running){child, all_running};
    all_running = entry;
  }
  int problem = errno;
  pthread_mutex_unlock(&lock);
  errno = problem;
  return child;
}

// Before the child is waited for: its number may be another's after that.
static void unregister(running *entry) {
  pthread_mutex_lock(&lock);
  int is_over = is_ending;
  running **at = &all_running;
  while (*at && *at != entry) at = &(*at)->next;
  if (*at && !is_over) *at = entry->next;
  pthread_mutex_unlock(&lock);
  // The whole process is about to end, and has nothing more to say.
  while (is_over) pause();
}

void solieu_program_end_all(void) {
  pthread_mutex_lock(&lock);
  is_ending = 1;
  for (running *one = all_running; one; one = one->next) kill(-one->group, SIGKILL);
  for (running *one = all_running; one; one = one->next) {
    siginfo_t info;
    kill(one->group, SIGKILL);
    while (waitid(P_PID, (id_t)one->group, &info, WEXITED | WNOWAIT) != 0 && errno == EINTR)
      continue;
  }
  pthread_mutex_unlock(&lock);
}

static int watch(pid_t child, stream streams[2], double deadline) {
  for (;;) {
    int is_last = has_ended(child);
    drain(&streams[0]);
    drain(&streams[1]);
    if (streams[0].is_over) return solieu_program_overflow;
    if (streams[1].is_over) {
      // More complaints than anyone reads: let them go.
      streams[1].count = 0;
      streams[1].is_over = 0;
      streams[1].most = most_errors;
    }
    if (is_last) return solieu_program_exited;
    double left = deadline - now();
    if (left <= 0) return solieu_program_overtime;
    int wait = left * 1000 < look_every_ms ? (int)(left * 1000) + 1 : look_every_ms;
    struct pollfd files[2];
    for (int i = 0; i < 2; i++) files[i] = (struct pollfd){streams[i].file, POLLIN, 0};
    if (streams[0].file < 0 && streams[1].file < 0 && wait > 2) wait = 2;
    poll(files, 2, wait);
  }
}

void solieu_program_run(
    const char *path, char *const *arguments, char *const *environment, const char *folder,
    const char *input, const solieu_program_limits *limits, solieu_program_result *result) {
  memset(result, 0, sizeof *result);
  result->end = solieu_program_not_started;
  double deadline = now() + limits->seconds;
  int out[2], err[2], report[2];
  if (open_pipe(out) != 0) {
    result->code = errno;
    return;
  }
  if (open_pipe(err) != 0) {
    result->code = errno;
    close(out[0]), close(out[1]);
    return;
  }
  if (open_pipe(report) != 0) {
    result->code = errno;
    close(out[0]), close(out[1]), close(err[0]), close(err[1]);
    return;
  }
  running entry;
  pid_t child = fork_registered(&entry);
  if (child == 0)
    start(path, arguments, environment, folder, input, limits, out[1], err[1], report[1]);
  int problem = child < 0 ? errno : 0;
  close(out[1]), close(err[1]), close(report[1]);
  stream streams[2] = {
      {.file = out[0], .most = (size_t)limits->output}, {.file = err[0], .most = most_errors}};
  for (int i = 0; i < 2; i++) fcntl(streams[i].file, F_SETFL, O_NONBLOCK);
  if (child > 0) {
    ssize_t n;
    do n = read(report[0], &problem, sizeof problem);
    while (n < 0 && errno == EINTR);
    int end = watch(child, streams, deadline);
    kill(-child, SIGKILL);
    kill(child, SIGKILL);
    unregister(&entry);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    if (n == (ssize_t)sizeof problem) {
      result->code = problem;
    } else if (end != solieu_program_exited) {
      result->end = end;
    } else if (WIFSIGNALED(status)) {
      result->end = solieu_program_signaled;
      result->code = WTERMSIG(status);
    } else {
      result->end = solieu_program_exited;
      result->code = WEXITSTATUS(status);
    }
  } else {
    result->code = problem;
  }
  close(report[0]);
  for (int i = 0; i < 2; i++)
    if (streams[i].file >= 0) close(streams[i].file);
  result->output = streams[0].bytes;
  result->output_count = streams[0].count;
  result->errors = streams[1].bytes;
  result->errors_count = streams[1].count;
}

void solieu_program_free(solieu_program_result *result) {
  free(result->output);
  free(result->errors);
  result->output = result->errors = NULL;
}

int solieu_folder_make(const char *parent, char **path) {
  size_t count = strlen(parent) + 40;
  char *full = malloc(count);
  if (!full) return ENOMEM;
  snprintf(full, count, "%s/solieu-%ld-XXXXXX", parent, (long)getpid());
  if (!mkdtemp(full)) {
    int problem = errno;
    free(full);
    return problem;
  }
  *path = full;
  return 0;
}

static int remove_entry(const char *path, const struct stat *s, int kind, struct FTW *at) {
  (void)s, (void)kind, (void)at;
  remove(path);
  return 0;
}

void solieu_folder_remove(const char *path) {
  nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

int solieu_file_write(const char *path, const void *bytes, size_t count) {
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file < 0) return errno;
  const char *at = bytes;
  int problem = 0;
  while (count > 0 && problem == 0) {
    ssize_t n = write(file, at, count);
    if (n > 0) {
      at += n;
      count -= (size_t)n;
    } else if (n < 0 && errno != EINTR) {
      problem = errno;
    }
  }
  if (close(file) != 0 && problem == 0) problem = errno;
  return problem;
}
