/* The hidden sheet by which a workbook of ours is known again when it comes back. Column A says what a row is,
 * B its name, C its value:
 *
 *   fact    format | program | template | book | document | period | region | checksum   its value
 *   sheet   name of the sheet that the following rows are about                          its first row
 *   column  key of the column in its form                                                its number from 1
 *   row     id of the task or section                                                    its row from 1
 *   span    key of a column, where a merged cell of several rows is cut at page ends     its first row, the row
 *                                                                                        with which its last
 * begins text    id, key of the column, then a text that goes on over several cells of the ledger, whole, in
 * pieces of at most 32,767 characters
 *
 * The name taizhang_rows is the range of the first table's body (taizhang_rows_2 the
 * second's), taizhang_identity columns A to C here; both follow when rows are inserted. The checksum is the
 * CRC-32 (8 hexadecimal digits) of template, period, region and all ids in order, each with a line feed behind
 * it: it changes when rows were lost or exchanged. The same facts are custom properties of the document. */
#ifndef TZ_BASE_IDENTITY_H
#define TZ_BASE_IDENTITY_H

#define TZ_IDENTITY_SHEET "_taizhang"

#endif
