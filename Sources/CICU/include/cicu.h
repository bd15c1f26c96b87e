// The few calls of the system's ICU that SoLieu makes, behind names without a version, so that
// the same source compiles on any ICU from 70 on.
#ifndef CICU_H
#define CICU_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// One stretch that normalisation replaced, in bytes.
typedef struct cicu_edit {
  int32_t source_start;
  int32_t source_end;
  int32_t result_start;
  int32_t result_end;
} cicu_edit;

/// The result of normalisation; release it with `cicu_normalized_free`.
typedef struct cicu_normalized {
  uint8_t *bytes;
  int32_t count;
  cicu_edit *edits;
  int32_t edit_count;
} cicu_normalized;

/// 1 where the UTF-8 is in NFC, 0 where it is not, -1 on an error.
int32_t cicu_is_nfc(const uint8_t *bytes, int32_t count);

/// Normalises UTF-8 to NFC with the list of replaced stretches. 0, or an ICU error code.
int32_t cicu_normalize_nfc(const uint8_t *bytes, int32_t count, cicu_normalized *result);
void cicu_normalized_free(cicu_normalized *result);

/// Whether the code point is a letter or a mark.
int32_t cicu_is_letter(int32_t code_point);

/// Boundaries of the root locale's word break iterator in UTF-8 bytes. Returns how many there are,
/// writing at most `capacity` of them, or -1 on an error.
int32_t cicu_word_boundaries(
    const uint8_t *bytes, int32_t count, int32_t *boundaries, int32_t capacity);

/// Parses a numeral in ICU's Vietnamese number format and writes the decimal as plain digits.
/// Returns the length written, or -1 where the whole text is no number.
int32_t cicu_parse_vietnamese_number(
    const char *text, int32_t count, char *decimal, int32_t capacity);

/// ICU's version, "72.1".
const char *cicu_version(void);

#ifdef __cplusplus
}
#endif

#endif
