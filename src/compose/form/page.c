/* The section [page] of a template. */
#include "base/intl.h"
#include "compose/form/language.h"
#include "compose/form/resolve.h"
#include "read/list.h"

static void check_papers (const TzResolve *r)
{
  char **papers = tz_list_split (r->form->page.papers, ",");
  TzPaper paper;
  int n = 0;
  for (char **name = papers; *name; name++)
    n += tz_form_paper (*name, r->form->page.landscape, &paper);
  if (n != (int)g_strv_length (papers) || n == 0 || n > (int)G_N_ELEMENTS (((TzPageSetup){ 0 }).papers)) {
    const TzIniKey *key = tz_ini_lookup (r->form->ini, "page", "", "paper");
    if (key)
      tz_setting_report (
          key,
          _ ("write A4, A3, B4, 16开 or 210x297mm, or up to four of them with commas between; each "
             "may be followed by portrait or landscape"),
          r->diag);
    r->form->page.papers = "A4";
  }
  g_strfreev (papers);
}

void tz_resolve_page (const TzResolve *r)
{
  TzFormPage *page = &r->form->page;
  const TzIniKey *margin = tz_ini_lookup (r->form->ini, "page", "", "margin");
  *page = (TzFormPage){ .papers = "A4",
                        .number = TZ_NUMBER_CENTER,
                        .number_form = "{page}",
                        .number_font = TZ_ROLE_SONG,
                        .number_size = 10 * TZ_PT,
                        .number_gap = tz_len_from_mm (7) };
  for (int i = 0; i < 4; i++)
    page->margin[i] = tz_len_from_mm (20);
  if (margin &&
      tz_setting_apply (&tz_setting_margin, margin, r->form->parts[TZ_PART_TEXT].cell.text.size, page, r->diag))
    page->margin[1] = page->margin[2] = page->margin[3] = page->margin[0];
  tz_resolve_plain (r, "page", tz_settings_page, page);
  check_papers (r);
}
