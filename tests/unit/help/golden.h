/* What comes out beside what came out when somebody last read it: tests/golden. */
#ifndef TEST_GOLDEN_H
#define TEST_GOLDEN_H

/* Fails the test, with the difference, unless TEXT is what tests/golden/FOLDER/NAME holds. With
 * UPDATE_GOLDEN=1 in the environment the file gets TEXT first; read git diff before keeping it. */
void assert_golden (const char *folder, const char *name, const char *text);

#endif
