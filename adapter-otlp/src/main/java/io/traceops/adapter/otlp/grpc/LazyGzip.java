package io.traceops.adapter.otlp.grpc;

import io.grpc.Decompressor;
import io.traceops.http.body.ContentCoding;
import java.io.IOException;
import java.io.InputStream;

/**
 * Looks at packed bytes only when they are read. gRPC's own looks at once, while the network's thread takes the message
 * in, and bytes that are not gzip would count as a failure of the server.
 */
final class LazyGzip implements Decompressor {
    @Override
    public String getMessageEncoding() {
        return "gzip";
    }

    @Override
    public InputStream decompress(InputStream packed) {
        return new Unpacked(packed);
    }

    private static final class Unpacked extends InputStream {
        private final InputStream packed;
        private InputStream unpacked = InputStream.nullInputStream();
        private boolean begun;

        Unpacked(InputStream packed) {
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            begin();
            return unpacked.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            begin();
            return unpacked.read(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            unpacked.close();
            packed.close();
        }

        private void begin() throws IOException {
            if (!begun) {
                begun = true;
                unpacked = ContentCoding.gunzip(packed);
            }
        }
    }
}
