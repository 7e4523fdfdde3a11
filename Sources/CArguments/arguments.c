#include "CArguments.h"

static int count;
static char **values;

// glibc hands the arguments to constructors as it does to main. Swift looks for them in /proc/self/cmdline instead, and
// finds none where that is not mounted (a bare chroot).
__attribute__((constructor)) static void keep(int argc, char **argv) {
  count = argc;
  values = argv;
}

int copydesk_argument_count(void) { return count; }
const char *copydesk_argument(int index) { return values[index]; }
