#ifndef CARGUMENTS_H
#define CARGUMENTS_H

/// How many arguments the program was started with, its own name first.
int copydesk_argument_count(void);
/// One of them; it lives as long as the program.
const char *copydesk_argument(int index);

#endif
