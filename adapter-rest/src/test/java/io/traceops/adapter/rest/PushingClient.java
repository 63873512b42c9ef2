package io.traceops.adapter.rest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that pushes bytes for as long as the other side takes them, and notices when it does not any more. */
final class PushingClient implements AutoCloseable {
    /** A side that has taken nothing for this long takes nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SocketChannel channel;
    private final Selector selector;
    private ByteBuffer rest = ByteBuffer.allocate(0);

    PushingClient(int port) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        selector = Selector.open();
        channel.register(selector, SelectionKey.OP_WRITE);
    }

    /** Pushes a text; false if it could not be pushed all, and {@link #finishPush} has to be called. */
    boolean push(String text) throws IOException {
        rest = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (rest.hasRemaining()) {
            if (channel.write(rest) == 0 && !isWritableSoon()) {
                return false;
            }
        }
        return true;
    }

    /** Pushes what is left, however long it takes. */
    void finishPush() throws IOException {
        while (rest.hasRemaining()) {
            channel.write(rest);
            isWritableSoon();
        }
    }

    /** What the other side says, up to the end of the first JSON object in it. */
    String answer() throws IOException {
        channel.keyFor(selector).cancel();
        selector.selectNow();
        channel.configureBlocking(true);
        StringBuilder text = new StringBuilder();
        ByteBuffer buffer = ByteBuffer.allocate(1_024);
        while (text.indexOf("}") < 0 && channel.read(buffer.clear()) >= 0) {
            text.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }

    private boolean isWritableSoon() throws IOException {
        selector.selectedKeys().clear();
        return selector.select(PATIENCE.toMillis()) > 0;
    }
}
