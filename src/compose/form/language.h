/* The sections of a template and the keys of each, for the resolver. */
#ifndef TZ_COMPOSE_FORM_LANGUAGE_H
#define TZ_COMPOSE_FORM_LANGUAGE_H

#include "compose/form/form.h"
#include "compose/form/setting.h"

/* By target: TzTemplate, … */
extern const TzSetting tz_settings_template[], tz_settings_book[], tz_settings_fonts[];
extern const TzSetting tz_settings_page[];     /* TzFormPage */
extern const TzSetting tz_setting_margin;      /* one for all four margins, ahead of the single ones */
extern const TzSetting tz_settings_part[];     /* TzFormStyle */
extern const TzSetting tz_settings_emphasis[]; /* TzFormStyle: [text], [section] and [column] have this, too */
extern const TzSetting tz_settings_frame[];    /* TzFormFrame */
extern const TzSetting tz_settings_input[];    /* TzFormInput */
extern const TzSetting tz_settings_rules[];    /* TzRules */
extern const TzSetting tz_settings_table[];    /* TzFormTable */
extern const TzSetting tz_settings_header[];   /* TzFormTable: [header] has this besides the keys of a part */
extern const TzSetting tz_settings_column[];   /* TzFormColumn; a [column] has the keys of a part, too, */
extern const TzSetting tz_settings_schema[];   /* and these: TzSchemaColumn */
extern const TzSetting tz_settings_total[];    /* TzSchemaTotal */
extern const TzSetting tz_settings_excel[];    /* TzFormExcel */

#endif
