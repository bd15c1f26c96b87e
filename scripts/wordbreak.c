// The yardstick of scripts/bench: a bare ICU word-break pass. Reads UTF-8 files, converts them to
// UTF-16, walks every word boundary, and prints for each pass the CPU seconds (user and system) of
// the walk alone and the number of boundaries. One pass before the first printed one warms up.
//   wordbreak REPETITIONS FILE…

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

typedef struct {
  UChar *units;
  int32_t length;
} Text;

static void fail(const char *subject, const char *message) {
  fprintf(stderr, "wordbreak: %s: %s\n", subject, message);
  exit(1);
}

static void *allocate(size_t size) {
  void *memory = malloc(size > 0 ? size : 1);
  if (memory == NULL) fail("memory", "not enough");
  return memory;
}

static Text read_text(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) fail(path, "cannot be read");
  const long size = ftell(file);
  rewind(file);
  if (size < 0 || size > INT32_MAX / 2) fail(path, "cannot be read, or is over 1 GB");
  char *bytes = allocate((size_t)size);
  if (fread(bytes, 1, (size_t)size, file) != (size_t)size) fail(path, "cannot be read");
  fclose(file);

  // UTF-16 never has more units than UTF-8 has bytes.
  Text text = {allocate(sizeof(UChar) * (size_t)size), 0};
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(text.units, (int32_t)size, &text.length, bytes, (int32_t)size, &status);
  if (U_FAILURE(status)) fail(path, u_errorName(status));
  free(bytes);
  return text;
}

static long walk(UBreakIterator *iterator, const Text *texts, int count) {
  long boundaries = 0;
  for (int index = 0; index < count; ++index) {
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(iterator, texts[index].units, texts[index].length, &status);
    if (U_FAILURE(status)) fail("ubrk_setText", u_errorName(status));
    while (ubrk_next(iterator) != UBRK_DONE) ++boundaries;
  }
  return boundaries;
}

static double cpu_seconds(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

int main(int count, char **arguments) {
  const int repetitions = count > 2 ? atoi(arguments[1]) : 0;
  if (repetitions < 1) {
    fprintf(stderr, "usage: wordbreak REPETITIONS FILE...\n");
    return 64;
  }
  const int files = count - 2;
  Text *texts = allocate(sizeof(Text) * (size_t)files);
  for (int index = 0; index < files; ++index) texts[index] = read_text(arguments[index + 2]);

  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, "vi", NULL, 0, &status);
  if (U_FAILURE(status)) fail("ubrk_open", u_errorName(status));
  walk(iterator, texts, files);
  for (int repetition = 0; repetition < repetitions; ++repetition) {
    const double start = cpu_seconds();
    const long boundaries = walk(iterator, texts, files);
    printf("%.6f %ld\n", cpu_seconds() - start, boundaries);
  }
  ubrk_close(iterator);
  for (int index = 0; index < files; ++index) free(texts[index].units);
  free(texts);
  return 0;
}
