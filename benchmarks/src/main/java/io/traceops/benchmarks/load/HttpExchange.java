package io.traceops.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection and the request that is on its way there. Knows of HTTP what this server's answers need. */
final class HttpExchange {
    private static final int HEAD_BYTES_MAX = 16 << 10;
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final String LENGTH = "content-length: ";
    private static final int STATUS_FROM = "HTTP/1.1 ".length();

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(64 << 10);
    private final SelectionKey key;
    private ByteBuffer out = ByteBuffer.allocate(0);
    private long sentNanos;
    /** How much of the answer's body is still to come; -1 while its head is not complete. */
    private long bodyLeft;

    private HttpExchange(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    static HttpExchange open(InetSocketAddress address, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return new HttpExchange(channel, selector);
    }

    long sentNanos() {
        return sentNanos;
    }

    void send(byte[] request) throws IOException {
        out = ByteBuffer.wrap(request);
        bodyLeft = -1;
        in.clear();
        sentNanos = System.nanoTime();
        write();
    }

    /**
     * Writes and reads what can be.
     *
     * @return whether the answer is complete
     * @throws IllegalStateException if it is not one of success
     */
    boolean advance() throws IOException {
        if (out.hasRemaining()) {
            write();
        }
        if (!key.isReadable()) {
            return false;
        }
        if (channel.read(in) < 0) {
            throw new EOFException("the server has closed a connection before it answered");
        }
        if (bodyLeft < 0 && !readHead()) {
            return false;
        }
        bodyLeft -= in.position();
        in.clear();
        return bodyLeft <= 0;
    }

    void close() throws IOException {
        key.cancel();
        channel.close();
    }

    private void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Once the head is complete, only what follows it stays in the buffer. */
    private boolean readHead() {
        int end = headEnd();
        if (end < 0) {
            if (in.position() > HEAD_BYTES_MAX) {
                throw new IllegalStateException("an answer without end of its head");
            }
            return false;
        }
        String head = new String(in.array(), 0, end, StandardCharsets.ISO_8859_1);
        if (head.charAt(STATUS_FROM) != '2') {
            throw new IllegalStateException(
                    "unexpected answer: " + new String(in.array(), 0, in.position(), StandardCharsets.UTF_8));
        }
        int length = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        int lengthEnd = head.indexOf('\r', length);
        if (length < 0) {
            throw new IllegalStateException("an answer without Content-Length: " + head);
        }
        bodyLeft = Long.parseLong(head.substring(length + LENGTH.length(), lengthEnd));
        in.limit(in.position());
        in.position(end);
        in.compact();
        return true;
    }

    /** The index after the head, or -1. */
    private int headEnd() {
        byte[] bytes = in.array();
        int matched = 0;
        for (int i = 0; i < in.position(); i++) {
            if (bytes[i] == HEAD_END[matched]) {
                matched++;
            } else {
                matched = bytes[i] == '\r' ? 1 : 0;
            }
            if (matched == HEAD_END.length) {
                return i + 1;
            }
        }
        return -1;
    }
}
