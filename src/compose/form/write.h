/* A form as the text of a template: what was inferred from a table, for people to go on with. */
#ifndef TZ_COMPOSE_FORM_WRITE_H
#define TZ_COMPOSE_FORM_WRITE_H

#include "compose/form/form.h"
#include "compose/form/known.h"

/* What is known of the table besides the form that was inferred from it. All is lent. */
typedef struct {
  const char *source; /* its file, for the remark at the head */
  const TzAround *around;
  const TzPaper *paper;               /* on which it stands */
  const TzLen *widths;                /* of its columns there */
  const char *const *total_labels;    /* of its total rows, NULL-ended */
  const TzSchemaColumn *const *known; /* by column: the one of a shipped form that it is, or NULL */
  gboolean as_taken;                  /* nothing is said that the table was not taken for without a form */
  gboolean tasks;                     /* its kind is ledger, not table */
  gboolean sectionless;               /* it has no section rows; heeded with BY_PLACE */
  gboolean by_place;                  /* the data's columns are told by their places, not by their titles */
} TzFormFound;

/* The key of each column of FORM, which infers its columns, in the template that is written: that of the known
 * column, else c1, c2 … NULL-ended; g_strfreev. */
char **tz_form_keys (const TzTemplate *form, const TzSchemaColumn *const *known);

/* Whether the columns are those of tasks, about which reports can be made. */
gboolean tz_form_has_tasks (const TzSchemaColumn *const *known, int n);

/* The text of a template that is complete in itself and makes of the data what FORM makes. FORM must be one
 * that tz_template_adapt has made. g_free. */
char *tz_form_write (const TzTemplate *form, const TzFormFound *source);

#endif
