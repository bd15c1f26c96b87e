// Normalizer2::normalizeUTF8 with Edits has no C interface; this is the only reason for C++.
#include "cicu.h"

#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

extern "C" int32_t cicu_is_nfc(const uint8_t *bytes, int32_t count) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return -1;
  icu::StringPiece piece(reinterpret_cast<const char *>(bytes), count);
  bool is = nfc->isNormalizedUTF8(piece, status);
  return U_FAILURE(status) ? -1 : is;
}

extern "C" int32_t cicu_normalize_nfc(
    const uint8_t *bytes, int32_t count, cicu_normalized *result) {
  std::memset(result, 0, sizeof *result);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return status;
  std::string output;
  icu::StringByteSink<std::string> sink(&output, count);
  icu::Edits edits;
  nfc->normalizeUTF8(
      0, icu::StringPiece(reinterpret_cast<const char *>(bytes), count), sink, &edits, status);
  if (U_FAILURE(status)) return status;
  std::vector<cicu_edit> changes;
  icu::Edits::Iterator each = edits.getFineChangesIterator();
  while (each.next(status)) {
    changes.push_back(
        {each.sourceIndex(), each.sourceIndex() + each.oldLength(), each.destinationIndex(),
         each.destinationIndex() + each.newLength()});
  }
  if (U_FAILURE(status)) return status;
  result->bytes = static_cast<uint8_t *>(std::malloc(output.size() + 1));
  result->edits = static_cast<cicu_edit *>(std::malloc((changes.size() + 1) * sizeof(cicu_edit)));
  if (!result->bytes || !result->edits) {
    cicu_normalized_free(result);
    return U_MEMORY_ALLOCATION_ERROR;
  }
  std::memcpy(result->bytes, output.data(), output.size());
  if (!changes.empty()) {
    std::memcpy(result->edits, changes.data(), changes.size() * sizeof(cicu_edit));
  }
  result->count = static_cast<int32_t>(output.size());
  result->edit_count = static_cast<int32_t>(changes.size());
  return 0;
}

extern "C" void cicu_normalized_free(cicu_normalized *result) {
  std::free(result->bytes);
  std::free(result->edits);
  std::memset(result, 0, sizeof *result);
}
