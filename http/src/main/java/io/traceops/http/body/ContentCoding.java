package io.traceops.http.body;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** The ways in which a body can be packed, as {@code Content-Encoding} names them. */
public enum ContentCoding {
    IDENTITY,
    GZIP,
    DEFLATE,
    BR,
    ZSTD;

    private static final int BUFFER_BYTES = 8 << 10;

    /** The largest window of zstd as a power of two, 8 MiB: what RFC 9659 lets a client of HTTP use. */
    private static final int ZSTD_WINDOW_LOG_MAX = 23;

    /**
     * The coding that the value of a header names; empty if there is no such coding, or more than one. Some clients name
     * the charset here, which packs nothing.
     */
    static Optional<ContentCoding> of(String header) {
        return switch (header.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity", "utf-8", "utf8" -> Optional.of(IDENTITY);
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            case "deflate" -> Optional.of(DEFLATE);
            case "br" -> Optional.of(BR);
            case "zstd" -> Optional.of(ZSTD);
            default -> Optional.empty();
        };
    }

    /** The name in a header. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What packed bytes unpack to, read as it is asked for. Closing it frees what the unpacking holds outside the heap.
     *
     * @throws IOException if the bytes do not begin as this coding does
     */
    InputStream unpack(InputStream packed) throws IOException {
        return switch (this) {
            case IDENTITY -> packed;
            case GZIP -> new GZIPInputStream(packed, BUFFER_BYTES);
            case DEFLATE -> inflate(packed);
            case BR -> new BrotliInputStream(packed, BUFFER_BYTES);
            case ZSTD -> new ZstdInputStreamNoFinalizer(packed).setLongMax(ZSTD_WINDOW_LOG_MAX);
        };
    }

    /** The header of zlib is part of the standard; some clients leave it out all the same. */
    private static InputStream inflate(InputStream packed) throws IOException {
        InputStream peeked = new BufferedInputStream(packed, BUFFER_BYTES);
        peeked.mark(2);
        int first = peeked.read();
        int second = peeked.read();
        peeked.reset();
        boolean hasHeader = (first & 0x0f) == 8 && ((first << 8) | second) % 31 == 0;
        Inflater inflater = new Inflater(!hasHeader);
        return new InflaterInputStream(peeked, inflater, BUFFER_BYTES) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }
}
