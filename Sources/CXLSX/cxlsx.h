#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

// Adds a cell to what a chart shows before its sheet is calculated: the text, or else the number, or nothing
// where the cell is empty. libxlsxwriter does so by itself only for sheets that it holds in memory.
// Returns whether there was memory for it.
static inline int solieu_chart_cache_add(lxw_series_range *range, const char *text, double number,
                                         int is_empty) {
  lxw_series_data_point *point;
  if (range == NULL || range->data_cache == NULL) return 0;
  point = (lxw_series_data_point *)calloc(1, sizeof *point);
  if (point == NULL) return 0;
  if (text != NULL) {
    point->string = strdup(text);
    if (point->string == NULL) {
      free(point);
      return 0;
    }
    point->is_string = 1;
    range->has_string_cache = 1;
  }
  point->number = number;
  point->no_data = is_empty != 0;
  STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
  range->num_data_points++;
  range->ignore_cache = 1;
  return 1;
}
