#include "read/files.h"

#include "read/encoding.h"

/* What a file was taken for. One may be asked for as two things: then it is read as both. */
typedef enum { CSV, INI, TEXT, ROWS, ALL_ROWS, N_KINDS } Kind;

typedef struct {
  gboolean read[N_KINDS]; /* whether it was tried */
  TzRecords *csv;
  TzIni *ini;
  char *text;
  GPtrArray *rows[2]; /* of TzRows: those shown, all */
} File;

struct TzFiles {
  GHashTable *by_path; /* path without . and .. -> File */
};

static void file_free (gpointer data)
{
  File *file = data;
  if (file->csv)
    tz_records_free (file->csv);
  if (file->ini)
    tz_ini_free (file->ini);
  g_free (file->text);
  for (int all = 0; all < 2; all++)
    if (file->rows[all])
      g_ptr_array_unref (file->rows[all]);
  g_free (file);
}

TzFiles *tz_files_new (void)
{
  TzFiles *files = g_new0 (TzFiles, 1);
  files->by_path = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, file_free);
  return files;
}

void tz_files_free (TzFiles *files)
{
  if (!files)
    return;
  g_hash_table_unref (files->by_path);
  g_free (files);
}

/* The entry of PATH, and whether it must still be read as KIND. */
static File *find_file (TzFiles *files, const char *path, Kind kind, gboolean *unread)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  File *file = g_hash_table_lookup (files->by_path, canonical);
  if (!file) {
    file = g_new0 (File, 1);
    g_hash_table_insert (files->by_path, g_steal_pointer (&canonical), file);
  }
  *unread = !file->read[kind];
  file->read[kind] = TRUE;
  return file;
}

const TzRecords *tz_files_records (TzFiles *files, const char *path, TzDiag *diag)
{
  gboolean unread;
  File *file = find_file (files, path, CSV, &unread);
  if (unread)
    file->csv = tz_csv_load (path, path, NULL, diag);
  return file->csv;
}

GPtrArray *tz_files_rows (TzFiles *files, const char *path, gboolean keep_hidden, TzDiag *diag)
{
  TzSourceOptions options = { .keep_hidden = keep_hidden };
  int all = keep_hidden ? 1 : 0;
  gboolean unread;
  File *file = find_file (files, path, keep_hidden ? ALL_ROWS : ROWS, &unread);
  if (unread)
    file->rows[all] = tz_source_load (path, path, &options, diag);
  return file->rows[all];
}

const TzIni *tz_files_ini (TzFiles *files, const char *path, TzDiag *diag)
{
  gboolean unread;
  File *file = find_file (files, path, INI, &unread);
  if (unread)
    file->ini = tz_ini_load (path, path, diag);
  return file->ini;
}

const char *tz_files_text (TzFiles *files, const char *path, TzDiag *diag)
{
  gboolean unread;
  File *file = find_file (files, path, TEXT, &unread);
  if (unread)
    file->text = tz_text_load (path, path, NULL, diag, NULL);
  return file->text;
}

void tz_files_drop (TzFiles *files, const char *path)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  g_hash_table_remove (files->by_path, canonical);
}
