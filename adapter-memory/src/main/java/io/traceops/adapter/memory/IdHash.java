package io.traceops.adapter.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * Hashes event ids with a key that nobody outside knows, because clients choose the ids: with a known hash, one could send
 * ids that all fall on one place of the table. SipHash-1-3, see Aumasson and Bernstein, "SipHash: a fast short-input PRF".
 * Thread-safe.
 */
final class IdHash {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long key0;
    private final long key1;

    IdHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    static IdHash random() {
        SecureRandom random = new SecureRandom();
        return new IdHash(random.nextLong(), random.nextLong());
    }

    long of(byte[] bytes, int from, int length) {
        State state = new State(key0, key1);
        int end = from + (length & -Long.BYTES);
        for (int at = from; at < end; at += Long.BYTES) {
            state.mix((long) LONG.get(bytes, at));
        }
        long last = (long) length << 56;
        for (int i = 0; i < (length & (Long.BYTES - 1)); i++) {
            last |= (bytes[end + i] & 0xffL) << (8 * i);
        }
        state.mix(last);
        return state.finish();
    }

    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        void mix(long word) {
            v3 ^= word;
            round();
            v0 ^= word;
        }

        long finish() {
            v2 ^= 0xff;
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
