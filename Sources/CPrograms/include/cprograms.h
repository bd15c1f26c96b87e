#ifndef CPROGRAMS_H
#define CPROGRAMS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#endif
