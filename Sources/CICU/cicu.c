#include "cicu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uvernum.h>

int32_t cicu_is_letter(int32_t code_point) {
  return u_isalpha(code_point) || (U_GET_GC_MASK(code_point) & U_GC_M_MASK) != 0;
}

const char *cicu_version(void) { return U_ICU_VERSION; }

int32_t cicu_word_boundaries(
    const uint8_t *bytes, int32_t count, int32_t *boundaries, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UText *text = utext_openUTF8(NULL, (const char *)bytes, count, &status);
  UBreakIterator *words = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
  int32_t found = 0;
  if (U_SUCCESS(status)) {
    ubrk_setUText(words, text, &status);
    for (int32_t at = ubrk_first(words); at != UBRK_DONE && U_SUCCESS(status);
         at = ubrk_next(words)) {
      if (found < capacity) boundaries[found] = at;
      found++;
    }
  }
  if (words) ubrk_close(words);
  if (text) utext_close(text);
  return U_SUCCESS(status) ? found : -1;
}

int32_t cicu_parse_vietnamese_number(
    const char *text, int32_t count, char *decimal, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[256];
  int32_t length = 0;
  u_strFromUTF8(wide, 256, &length, text, count, &status);
  if (U_FAILURE(status)) return -1;
  UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, "vi", NULL, &status);
  int32_t position = 0;
  int32_t written = -1;
  if (U_SUCCESS(status)) {
    written = unum_parseDecimal(format, wide, length, &position, decimal, capacity, &status);
  }
  if (format) unum_close(format);
  return U_SUCCESS(status) && position == length ? written : -1;
}
