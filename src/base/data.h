/* Where templates, fonts and translations lie. */
#ifndef TZ_BASE_DATA_H
#define TZ_BASE_DATA_H

/* The data folder SUB ("templates", "fonts"): in TAIZHANG_DATA if set, else
 * beside the build tree the program runs from (…/build/taizhang), else under the
 * install prefix (PREFIX/bin/../share/taizhang). Absolute, whatever the variable
 * says; it need not exist. g_free. */
char *tz_data_path (const char *sub);

/* The folder of translations, for bindtextdomain: in the build folder, else
 * under the install prefix. g_free. */
char *tz_data_locale_path (void);

#endif
