#pragma once
#include <zlib.h>

/// `inflateInit2` is a macro, which Swift does not import. 15 + 32: the largest window, gzip or zlib by its header.
static inline int copydesk_inflate_init(z_stream *stream) { return inflateInit2(stream, 15 + 32); }

/// The same for bare deflate data, without a header: -15 is the largest window.
static inline int copydesk_inflate_init_bare(z_stream *stream) { return inflateInit2(stream, -15); }
