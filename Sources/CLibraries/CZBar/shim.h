#pragma once
#include <zbar.h>

// zbar_fourcc is a function macro, which Swift does not import. Y800 is one grey byte to a pixel.
static const unsigned long kanhe_zbar_grey = zbar_fourcc('Y', '8', '0', '0');
