package io.traceops.http.body;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.brotli.dec.BrotliInputStream;

/** The ways in which a body can be packed, as {@code Content-Encoding} names them. */
public enum ContentCoding {
    IDENTITY(0),
    GZIP(64 << 10),
    DEFLATE(64 << 10),
    /** Its window may be of 16 MiB, and is taken as soon as a body claims to need it. */
    BR(17 << 20),
    ZSTD(9 << 20);

    private static final int BUFFER_BYTES = 8 << 10;

    private final int unpackingBytesMax;

    ContentCoding(int unpackingBytesMax) {
        this.unpackingBytesMax = unpackingBytesMax;
    }

    /** How much memory unpacking may take beside what comes out of it, in bytes. */
    int unpackingBytesMax() {
        return unpackingBytesMax;
    }

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
            case GZIP -> gunzip(packed);
            case DEFLATE -> inflate(packed);
            case BR -> new BrotliInputStream(packed, BUFFER_BYTES);
            case ZSTD -> new ZstdInputStreamNoFinalizer(packed).setLongMax(ZSTD_WINDOW_LOG_MAX);
        };
    }

    /**
     * What one or several members of gzip unpack to. Not with Java's own: it calls itself once for each member that is
     * empty, and a body of nothing else would overflow the stack.
     */
    public static InputStream gunzip(InputStream packed) throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(packed)
                .setDecompressConcatenated(true)
                .get();
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
