#include "cprograms.h"
