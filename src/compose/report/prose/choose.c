/* The items of a loop: those of its list that it asks for, in its order. */
#include "compose/report/prose/text.h"

typedef struct {
  TzProseScope *item;
  TzProseValue value;
  int place;
} Ranked;

static int compare_values (const TzProseValue *a, const TzProseValue *b)
{
  gint64 difference = a->kind == TZ_PROSE_DATE ? (gint64)a->day - (gint64)b->day : a->n * b->d - b->n * a->d;
  return (difference > 0) - (difference < 0);
}

/* Items that have no value come last, whatever the order. */
static int compare_ranked (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ranked *x = a, *y = b;
  int order = *(const int *)data;
  gboolean x_none = x->value.kind == TZ_PROSE_NONE, y_none = y->value.kind == TZ_PROSE_NONE;
  int result = x_none || y_none ? x_none - y_none : -order * compare_values (&x->value, &y->value);
  return result != 0 ? result : x->place - y->place;
}

static void sort_items (GPtrArray *items, const TzProseNode *node)
{
  g_autofree Ranked *ranked = g_new0 (Ranked, (gsize)items->len + 1);
  int order = node->order;
  for (guint i = 0; i < items->len; i++) {
    ranked[i].item = items->pdata[i];
    ranked[i].place = (int)i;
    tz_prose_get (items->pdata[i], &node->name, &ranked[i].value);
  }
  g_qsort_with_data (ranked, (int)items->len, sizeof (Ranked), compare_ranked, &order);
  for (guint i = 0; i < items->len; i++) {
    items->pdata[i] = ranked[i].item;
    tz_prose_value_clear (&ranked[i].value);
  }
}

static void keep_where (GPtrArray *items, const TzProseCond *cond)
{
  guint kept = 0;
  for (guint i = 0; i < items->len; i++) {
    TzProseScope *item = items->pdata[i];
    if (tz_prose_holds (item, cond))
      items->pdata[kept++] = item;
    else
      tz_prose_scope_free (item);
  }
  g_ptr_array_set_free_func (items, NULL);
  g_ptr_array_set_size (items, (int)kept);
  g_ptr_array_set_free_func (items, (GDestroyNotify)tz_prose_scope_free);
}

GPtrArray *tz_prose_items (const TzProseScope *scope, const TzProseNode *node)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)tz_prose_scope_free);
  node->list.fill (scope, node->list.argument, items);
  if (node->cond)
    keep_where (items, node->cond);
  if (node->order != 0)
    sort_items (items, node);
  guint found = items->len;
  if (node->first > 0 && found > (guint)node->first)
    g_ptr_array_set_size (items, node->first);
  for (guint i = 0; i < items->len; i++) {
    TzProseScope *item = items->pdata[i];
    item->index = (int)i + 1;
    item->count = (int)items->len;
    item->more = (int)(found - items->len);
  }
  return items;
}
