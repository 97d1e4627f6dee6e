// The innermost loops of the two networks that read, as wide as the processor allows. Behind this module is no library:
// Swift cannot ask for an instruction set in a single function, and these few loops are what reading costs.
#pragma once
#include "products.h"
#include "activations.h"
