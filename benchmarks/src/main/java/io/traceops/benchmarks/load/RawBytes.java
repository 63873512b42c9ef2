package io.traceops.benchmarks.load;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Sends messages that were written beforehand, so that writing them is not part of the measure. */
final class RawBytes implements Marshaller<byte[]> {
    private RawBytes() {}

    /** The same method, with requests that are bytes already. */
    static <R> MethodDescriptor<byte[], R> of(MethodDescriptor<?, R> method) {
        return method.toBuilder(new RawBytes(), method.getResponseMarshaller()).build();
    }

    @Override
    public InputStream stream(byte[] message) {
        return new Message(message);
    }

    @Override
    public byte[] parse(InputStream stream) {
        throw new UnsupportedOperationException("requests are only sent");
    }

    private static final class Message extends ByteArrayInputStream implements KnownLength, Drainable {
        Message(byte[] bytes) {
            super(bytes);
        }

        @Override
        public int drainTo(OutputStream target) throws IOException {
            int length = available();
            target.write(buf, pos, length);
            pos = count;
            return length;
        }
    }
}
