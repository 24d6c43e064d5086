/* The inside of a template, for the files of this room: an INI resolved into what
 * the composers need. */
#ifndef TZ_COMPOSE_FORM_FORM_H
#define TZ_COMPOSE_FORM_FORM_H

#include "compose/form/emphasis.h"
#include "compose/form/template.h"
#include "model/around.h"
#include "read/csv.h"
#include "read/files.h"

/* The parts of a page that have a section of their own with the same keys. */
typedef enum {
  TZ_PART_TEXT, /* first: the others begin as copies of it */
  TZ_PART_TITLE,
  TZ_PART_LABEL,
  TZ_PART_UNIT_LINE,
  TZ_PART_CONTINUED,
  TZ_PART_HEADER,
  TZ_PART_SECTION,
  TZ_PART_TOTAL,
  TZ_PART_NOTES,
  TZ_PART_LINES, /* under the title: entries and dates */
  TZ_PART_LEAD,  /* sentences above the head */
  TZ_PART_SIGN,  /* who filled in, checked, is responsible: under the table */
  TZ_N_PARTS
} TzFormPart;

typedef struct {
  TzCellStyle cell;    /* of a part that is a paragraph its text alone counts */
  gboolean repeat;     /* on every page of the table */
  TzLen before, after; /* paragraphs: room above and below */
  TzEmphasis emphasis; /* cells of columns, and section rows */
} TzFormStyle;

typedef struct {
  const TzSchemaColumn *data; /* how its texts are read: the schema's */
  TzColumn look;              /* handed to grids as it is */
  TzFormStyle style;
  char **path;  /* header levels from the top, NULL-ended; "" goes on with the level above */
  char *corner; /* diagonal head: upper right text; the path's last level is lower left */
} TzFormColumn;

typedef struct {
  const char *papers; /* "A4, A3 landscape" */
  gboolean landscape;
  TzLen margin[4]; /* top, bottom, left, right */
  gboolean tagged; /* TzPageSetup.tagged */
  TzNumberPlace number;
  const char *number_form;
  TzRole number_font;
  TzLen number_size, number_gap, number_inset;
  TzBinding binding;
} TzFormPage;

typedef struct {
  TzContinued continued;
  gboolean section_rows, outline, whole_rows, infer;
  gboolean headless; /* the columns' titles are not printed */
  gboolean sideways; /* columns that are too wide for any paper go on over several pages */
  guint32 band;      /* every second row's background; white: none */
  TzLen min_height;
  char **columns; /* keys in the order of the form; NULL: as the sections stand */
} TzFormTable;

/* How the file is read; texts are interned, NULL where nothing is said. */
typedef struct {
  const char *header_rows, *title_rows, *skip_rows; /* as tz_row_list_has takes them */
  const char *sheet;
  int notes_from;
  gboolean keep_hidden;
} TzFormInput;

typedef struct {
  int freeze_columns, zoom, fill_lines;
  gboolean freeze_header, summary, filter;
  TzTall tall;
  TzProtect protect;
  const char *sheet, *password;
  const char *fonts[TZ_N_ROLES];
} TzFormExcel;

/* Documents made from rows, and official documents made from a text. */
typedef enum { TZ_FORM_LEDGER, TZ_FORM_TABLE, TZ_FORM_LETTER } TzFormKind;

/* The parts of an official document that have a section of their own. */
typedef enum {
  TZ_LETTER_TEXT, /* first: the others begin as copies of it */
  TZ_LETTER_TITLE,
  TZ_LETTER_SUBTITLE,
  TZ_LETTER_MARK,
  TZ_LETTER_COPY_NUMBER,
  TZ_LETTER_SECRECY,
  TZ_LETTER_NUMBER,
  TZ_LETTER_SIGNATORY,
  TZ_LETTER_HEADING_1, /* one for each of the four levels */
  TZ_LETTER_HEADING_4 = TZ_LETTER_HEADING_1 + 3,
  TZ_LETTER_LABEL,
  TZ_LETTER_IMPRINT,
  TZ_LETTER_DISCLOSURE,
  TZ_LETTER_CAPTION, /* title of a table or chart in the text */
  TZ_N_LETTER_PARTS
} TzLetterStyle;

typedef enum { TZ_RED_RULE_NONE, TZ_RED_RULE_SINGLE, TZ_RED_RULE_DOUBLE } TzRedRule;

/* The frame of an official document, section [frame]. */
typedef struct {
  int characters, lines;                   /* of a full page; they give the size and the pitch of the text */
  TzLen mark_top;                          /* below the type area's top; negative above it */
  double mark_before_number, title_before; /* blank lines */
  gboolean mark_lead_only;                 /* only the leading organ is in the mark */
  gboolean mark_suffix;                    /* 文件 behind the mark where the text has it */
  gboolean number_right;                   /* flush right under the rule instead of above it */
  TzRedRule rule;
  TzLen rule_gap, rule_width, rule_thick, rule_thin, rule_foot;
  guint32 rule_colour;
  int heading_longest; /* characters; a longer first sentence is text */
  gboolean keep_headings;
  gboolean seal; /* unless the text says */
  TzLen seal_size, seal_row;
  gboolean ordinal;  /* the number may be 第12号 */
  gboolean untitled; /* a text needs no title */
  gboolean stamp;    /* 市长　某某某 above the date is signed with a stamp */
  TzLen stamp_width, stamp_height;
  TzLen imprint_thick, imprint_thin, imprint_inset;
  gboolean imprint_even, imprint_printer, first_numbered;
  const char *people; /* words before lists of names, "出席, 请假, 列席"; NULL: none */
} TzFormFrame;

struct TzTemplate {
  char *name;
  TzFiles *files;   /* lent: where its own file was read, and others of a letter are; may be NULL */
  TzIni *own;       /* the template with all it is based on */
  TzIni *over;      /* what the book and -s say; NULL: nothing */
  TzIni *ini;       /* OWN, what the data chose, and OVER, in this order */
  const char *file; /* interned */
  TzFormKind kind;
  TzFormPage page;
  TzFormFrame frame;                           /* of a letter */
  TzFormStyle letter_parts[TZ_N_LETTER_PARTS]; /* of a letter */
  TzFormTable table;
  TzFormInput input;
  TzRules rules;
  TzFormExcel excel;
  const char *fonts[TZ_N_ROLES];
  TzFormStyle parts[TZ_N_PARTS];
  int n_columns;
  TzFormColumn *columns; /* as schema.columns */
  TzSchema schema;
};

/* Reads FORM->ini into the rest of FORM. TITLES, the first line of the data, may be
 * NULL: then {column} is each column's first title. */
void tz_form_resolve (TzTemplate *form, const char *const *titles, int n_titles, TzDiag *diag);
/* Forgets what tz_form_resolve made. */
void tz_form_clear (TzTemplate *form);

/* [book] KEY with its placeholders filled in; NULL where it has none or is empty. g_free. */
char *tz_form_text (const TzTemplate *form, const char *key, TzDiag *diag);

/* One of a page's papers: "A3 landscape"; the word may be missing. */
gboolean tz_form_paper (const char *text, gboolean landscape, TzPaper *paper);

/* Whether a section KIND (with or without a NAME) belongs to the template language. */
gboolean tz_form_knows_section (const char *kind);
/* Whether it belongs to official documents alone. */
gboolean tz_form_is_letter_section (const char *kind);
/* All kinds, NULL-ended. */
const char *const *tz_form_section_kinds (void);
/* All keys of [book], NULL-ended; and those of them that are printed with a table. */
const char *const *tz_form_book_keys (void);
gboolean tz_form_is_table_text (const char *key);

/* What the file of a table says beside its records. */
typedef struct {
  const TzAround *around; /* what stands around it; NULL: nothing */
  const char *stem;       /* the title where neither the template nor the file has one, if it holds hanzi */
  const char *sheet;      /* what its worksheet is to be called; NULL: as the template says */
} TzFormSource;

/* A copy of FORM made for these data: variants chosen, columns inferred where the form leaves them to the data.
 * Title, label, unit line and name of the worksheet that SOURCE has go before those of the template; a book and
 * -s overrule them all. */
TzTemplate *tz_template_adapt (const TzTemplate *form, const TzRecords *csv, const TzFormSource *source,
                               TzDiag *diag);

/* Lays KEY on TO, with its place: "title" goes to [book], "column task.width" to
 * [column task]. FALSE if its name has a dot but no section or no key around it. */
gboolean tz_form_put (TzIni *to, const TzIniKey *key);

#endif
