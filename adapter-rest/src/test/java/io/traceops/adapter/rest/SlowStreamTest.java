package io.traceops.adapter.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.port.ServiceLedger;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams whose client or whose store takes its time. */
@Timeout(120)
class SlowStreamTest {
    private static final String HEADERS = "POST /events/stream HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final int CHUNKS_MAX = 5_000;

    @Test
    void stream_clientPauses_storesWhatCameBefore() throws IOException {
        Semaphore stored = new Semaphore(0);
        RunningDoor.Parts parts =
                RunningDoor.Parts.DEFAULT.withLedger(ledger -> new WatchedLedger(ledger, stored::release));
        try (RunningDoor door = RunningDoor.open(parts);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(HEADERS.getBytes(US_ASCII));
            writeChunk(out, Sent.error("slow", "slow-1", 1) + "\n" + Sent.error("slow", "slow-2", 1));
            stored.acquireUninterruptibly();

            assertThat(door.bean(ServiceLedger.class).size().events()).isOne();

            writeChunk(out, "\n");
            stored.acquireUninterruptibly();
            assertThat(door.bean(ServiceLedger.class).size().events()).isEqualTo(2);

            out.write("0\r\n\r\n".getBytes(US_ASCII));
            assertThat(readUntil(socket.getInputStream(), "}")).contains("\"accepted\":2");
        }
    }

    @Test
    void stream_storeStandsStill_slowsTheClientDown() throws IOException {
        CountDownLatch storeMayGoOn = new CountDownLatch(1);
        RunningDoor.Parts parts = RunningDoor.Parts.DEFAULT.withLedger(
                ledger -> new WatchedLedger(ledger, () -> awaitUninterruptibly(storeMayGoOn)));
        try (RunningDoor door = RunningDoor.open(parts);
                PushingClient client = new PushingClient(door.port())) {
            client.push(HEADERS);
            String lines = (Sent.event("ERROR", "still", "same", 1, "x".repeat(1_000)) + "\n").repeat(50);
            int chunks = 0;
            while (chunks < CHUNKS_MAX && client.push(chunk(lines))) {
                chunks++;
            }

            // What was pushed by now sits in the buffers of both sockets and in the few that the door keeps.
            assertThat((long) chunks * lines.length()).isLessThan(64L << 20);

            storeMayGoOn.countDown();
            client.finishPush();
            client.push("0\r\n\r\n");
            assertThat(client.answer()).contains("\"accepted\":1,\"duplicates\":" + ((chunks + 1) * 50 - 1));
        }
    }

    @Test
    void stream_clientGoesAway_isNotInsideAnyMore() throws Exception {
        try (RunningDoor door = RunningDoor.open()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
                OutputStream out = socket.getOutputStream();
                out.write(HEADERS.getBytes(US_ASCII));
                writeChunk(out, Sent.error("gone", "gone-1", 1) + "\n{\"half\":");
                awaitStored(door, 1);
                assertThat(door.admission().inFlight()).isOne();
            }
            assertThat(door.admission().awaitEmpty(Duration.ofSeconds(30))).isTrue();
        }
    }

    @Test
    void stream_serverStops_saysHowFarItCame() throws IOException {
        try (RunningDoor door = RunningDoor.open();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(HEADERS.getBytes(US_ASCII));
            writeChunk(out, Sent.error("stop", "stop-1", 1) + "\n");
            awaitStored(door, 1);
            door.admission().stop();

            String answer = readUntil(socket.getInputStream(), "}");

            assertThat(answer).startsWith("HTTP/1.1 503").contains("The first 1 events are dealt with");
        }
    }

    private static void awaitStored(RunningDoor door, long events) {
        while (door.bean(ServiceLedger.class).size().events() < events) {
            Thread.onSpinWait();
        }
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static void writeChunk(OutputStream out, String text) throws IOException {
        out.write(chunk(text).getBytes(US_ASCII));
        out.flush();
    }

    private static String readUntil(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
        }
        return text.toString();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
