/* What a letter holds, and who frees it. */
#include "compose/letter/data.h"

static void para_free (TzLetterPara *para)
{
  g_free (para->text);
  g_free (para->own);
  g_free (para->named);
  g_free (para);
}

static void item_free (TzLetterItem *item)
{
  g_free (item->name);
  g_free (item);
}

static void part_free (TzLetterPart *part)
{
  g_free (part->label);
  g_free (part->title);
  g_free (part->subtitle);
  g_ptr_array_unref (part->paras);
  g_ptr_array_unref (part->items);
  g_free (part);
}

TzLetter *tz_letter_new (void)
{
  TzLetter *letter = g_new0 (TzLetter, 1);
  letter->organs = g_ptr_array_new_with_free_func (g_free);
  letter->signatories = g_ptr_array_new_with_free_func (g_free);
  letter->signature = g_ptr_array_new_with_free_func (g_free);
  letter->stamps = g_ptr_array_new_with_free_func (g_free);
  letter->remarks = g_ptr_array_new_with_free_func (g_free);
  letter->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);
  letter->seal = -1;
  return letter;
}

void tz_letter_free (TzLetter *letter)
{
  if (!letter)
    return;
  char **texts[] = { &letter->label,      &letter->form,    &letter->copy_number, &letter->secrecy,
                     &letter->urgency,    &letter->number,  &letter->addressees,  &letter->date,
                     &letter->disclosure, &letter->main_to, &letter->copy_to,     &letter->printer,
                     &letter->print_date };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  g_ptr_array_unref (letter->organs);
  g_ptr_array_unref (letter->signatories);
  g_ptr_array_unref (letter->signature);
  g_ptr_array_unref (letter->stamps);
  g_ptr_array_unref (letter->remarks);
  g_ptr_array_unref (letter->parts);
  g_free (letter);
}

TzLetterPart *tz_letter_add_part (TzLetter *letter, int line)
{
  TzLetterPart *part = g_new0 (TzLetterPart, 1);
  part->line = line;
  part->paras = g_ptr_array_new_with_free_func ((GDestroyNotify)para_free);
  part->items = g_ptr_array_new_with_free_func ((GDestroyNotify)item_free);
  g_ptr_array_add (letter->parts, part);
  return part;
}
