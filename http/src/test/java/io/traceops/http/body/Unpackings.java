package io.traceops.http.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** Every way of unpacking, for tests in other packages. */
public record Unpackings(ContentCoding coding) {
    private static final int PIECE_BYTES = 16 << 10;

    public static List<Unpackings> all() {
        return Arrays.stream(ContentCoding.values()).map(Unpackings::new).toList();
    }

    public String name() {
        return coding.wireName();
    }

    /** How many bytes come out, of the first so many pieces; 0 if the bytes are not packed so. */
    public long read(byte[] packed, int piecesMax) {
        long read = 0;
        byte[] piece = new byte[PIECE_BYTES];
        try (InputStream unpacked = coding.unpack(new ByteArrayInputStream(packed))) {
            for (int i = 0; i < piecesMax; i++) {
                int bytes = unpacked.read(piece);
                if (bytes < 0) {
                    break;
                }
                read += bytes;
            }
            return read;
        } catch (IOException _) {
            return 0;
        }
    }
}
