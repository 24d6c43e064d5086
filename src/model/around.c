#include "model/around.h"

static void line_free (gpointer data)
{
  TzAroundLine *line = data;
  g_strfreev (line->texts);
  g_free (line);
}

TzAround *tz_around_new (void)
{
  TzAround *around = g_new0 (TzAround, 1);
  GPtrArray **lists[] = { &around->lines, &around->lead, &around->notes, &around->sign };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_ptr_array_new_with_free_func (line_free);
  return around;
}

void tz_around_free (TzAround *around)
{
  if (!around)
    return;
  g_free (around->label);
  g_free (around->title);
  g_free (around->subtitle);
  g_free (around->unit);
  g_ptr_array_unref (around->lines);
  g_ptr_array_unref (around->lead);
  g_ptr_array_unref (around->notes);
  g_ptr_array_unref (around->sign);
  g_strfreev (around->column_numbers);
  g_free (around);
}

void tz_around_add (GPtrArray *lines, const char *const *texts, const TzPlace *place)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_free);
  for (; *texts; texts++)
    if (**texts != '\0')
      g_ptr_array_add (kept, g_strdup (*texts));
  if (kept->len == 0) {
    g_ptr_array_unref (kept);
    return;
  }
  g_ptr_array_add (kept, NULL);
  TzAroundLine *line = g_new0 (TzAroundLine, 1);
  line->place = *place;
  line->texts = (char **)g_ptr_array_free (kept, FALSE);
  g_ptr_array_add (lines, line);
}
