#ifndef CPROGRAMS_H
#define CPROGRAMS_H

#include <stddef.h>
#include <stdint.h>

// How a program ended.
enum {
  solieu_program_exited = 0,
  solieu_program_signaled = 1,
  solieu_program_overtime = 2,
  solieu_program_overflow = 3,
  solieu_program_not_started = 4,
};

typedef struct {
  double seconds;          // of the clock, and of the processor
  uint64_t memory;         // bytes of address space
  uint64_t output;         // bytes of standard output
  uint64_t file;           // bytes of each file that it writes
} solieu_program_limits;

typedef struct {
  int end;                 // one of the above
  int code;                // exit code, signal or errno
  uint8_t *output;         // freed by solieu_program_free
  size_t output_count;
  uint8_t *errors;         // the beginning of its standard error
  size_t errors_count;
} solieu_program_result;

// Runs the program at `path` in `folder` and waits for it. The argument and environment lists end with
// NULL. It gets `input` (NULL: nothing) as its standard input and none of our files, and forms a process
// group that has ended when the call returns. Safe on several threads at once.
void solieu_program_run(
    const char *path, char *const *arguments, char *const *environment, const char *folder,
    const char *input, const solieu_program_limits *limits, solieu_program_result *result);

// Ends all programs that run, with all that they started: for a process that is about to end. Calls of
// solieu_program_run do not return after that.
void solieu_program_end_all(void);

void solieu_program_free(solieu_program_result *result);

// Makes a folder that only its owner may enter, below `parent`; 0 or an errno. The path is freed by free.
int solieu_folder_make(const char *parent, char **path);

// Removes a folder with all that it holds, following no links.
void solieu_folder_remove(const char *path);

// Writes a file of its owner's; 0 or an errno.
int solieu_file_write(const char *path, const void *bytes, size_t count);

#endif
