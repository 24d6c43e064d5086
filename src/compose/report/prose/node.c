/* The blocks of a text that was taken apart. */
#include "compose/report/prose/text.h"

void tz_prose_cond_free (TzProseCond *cond)
{
  if (!cond)
    return;
  tz_prose_cond_free (cond->a);
  tz_prose_cond_free (cond->b);
  tz_prose_value_clear (&cond->with);
  g_free (cond);
}

void tz_prose_node_free (TzProseNode *node)
{
  GPtrArray *blocks[] = { node->body, node->between, node->other };
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (blocks[i])
      g_ptr_array_unref (blocks[i]);
  tz_prose_cond_free (node->cond);
  g_free (node->text);
  g_free (node);
}
