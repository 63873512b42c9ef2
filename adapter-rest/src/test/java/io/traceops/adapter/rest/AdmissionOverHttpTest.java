package io.traceops.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.rest.HttpCalls.Reply;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AdmissionOverHttpTest {
    @Test
    void request_whileAllPlacesAreTaken_isShed() throws InterruptedException {
        CountDownLatch storeMayGoOn = new CountDownLatch(1);
        Semaphore inside = new Semaphore(0);
        RunningDoor.Parts parts = RunningDoor.Parts.DEFAULT
                .withInFlightMax(1)
                .withLedger(ledger -> new WatchedLedger(ledger, () -> {
                    inside.release();
                    await(storeMayGoOn);
                }));
        try (RunningDoor door = RunningDoor.open(parts)) {
            CompletableFuture<Reply> first =
                    CompletableFuture.supplyAsync(() -> door.calls().post("/events", Sent.error("a", "a-1", 1)));
            inside.acquireUninterruptibly();

            Reply shed = door.calls().post("/events", Sent.error("a", "a-2", 1));

            assertThat(shed.status()).isEqualTo(429);
            assertThat(shed.header("retry-after")).contains("1");
            assertThat(shed.header("X-Request-Id")).isPresent();
            assertThat(shed.json().path("error").asText()).isEqualTo("overloaded");
            assertThat(door.admission().shedCount()).isOne();
            assertThat(door.calls().get("/health").status()).isEqualTo(200);
            assertThat(door.calls().get("/health/readiness").status()).isEqualTo(200);

            storeMayGoOn.countDown();
            assertThat(first.join().status()).isEqualTo(201);
            // The place is given back after the answer was sent.
            assertThat(door.admission().awaitEmpty(Duration.ofSeconds(20))).isTrue();
            assertThat(door.calls().post("/events", Sent.error("a", "a-2", 1)).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void requests_ofAllOutcomes_leaveNobodyInside() throws InterruptedException {
        try (RunningDoor door = RunningDoor.open()) {
            door.calls().post("/events", Sent.error("a", "a-1", 1));
            door.calls().post("/events", "nonsense");
            door.calls().get("/nothing");
            door.calls().get("/events/%ff");
            door.calls().delete("/services");
            door.calls().stream("x");
            RawCall.send(door.port(), "GET /events/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(door.admission().awaitEmpty(Duration.ofSeconds(20))).isTrue();
            assertThat(door.admission().inFlight()).isZero();
        }
    }

    @Test
    void request_whileStopping_isRefusedAndToldSo() {
        try (RunningDoor door = RunningDoor.open()) {
            door.admission().stop();

            Reply reply = door.calls().post("/events", Sent.error("a", "a-1", 1));

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.json().path("error").asText()).isEqualTo("stopping");
            assertThat(door.calls().get("/issues").status()).isEqualTo(503);
        }
    }

    @Test
    void request_shedBeforeItsBodyIsSent_isAnsweredAtOnce() {
        try (RunningDoor door = RunningDoor.open()) {
            door.admission().stop();

            // The body that is announced never comes: whoever waits for it waits for ever.
            String answer = RawCall.send(
                    door.port(),
                    "POST /events/stream HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 503").containsIgnoringCase("connection: close");
        }
    }

    @Test
    void idleStreams_doNotKeepOthersOut() throws Exception {
        try (RunningDoor door = RunningDoor.open(RunningDoor.Parts.DEFAULT.withInFlightMax(1));
                Socket idle = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            idle.getOutputStream()
                    .write(("POST /events/stream HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                                    + "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            // The server asks for the body once the stream is let in.
            assertThat(idle.getInputStream().read()).isEqualTo('H');

            assertThat(door.admission().streams()).isOne();
            assertThat(door.calls().get("/issues").status()).isEqualTo(200);
            assertThat(door.calls().stream("").status()).isEqualTo(429);
        }
    }

    @Test
    void brokenStore_isAnsweredWithAnIdAndNothingElse() {
        RunningDoor.Parts parts = RunningDoor.Parts.DEFAULT.withLedger(ledger -> new WatchedLedger(ledger, () -> {
            throw new IllegalStateException("the secret of the store");
        }));
        try (RunningDoor door = RunningDoor.open(parts)) {
            Reply reply = door.calls().post("/events", Sent.error("a", "a-1", 1));

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.json().path("error").asText()).isEqualTo("internal error");
            assertThat(reply.json().path("errorId").asText()).matches("[0-9a-f]{32}");
            assertThat(reply.text()).doesNotContain("secret").doesNotContain("Exception");
        }
    }

    @Test
    void bodies_beyondTheRoomForThem_areShed() throws Exception {
        CountDownLatch storeMayGoOn = new CountDownLatch(1);
        Semaphore inside = new Semaphore(0);
        RunningDoor.Parts parts = RunningDoor.Parts.DEFAULT.withLedger(ledger -> new WatchedLedger(ledger, () -> {
            inside.release();
            await(storeMayGoOn);
        }));
        try (RunningDoor door = RunningDoor.open(parts)) {
            String large = "{\"eventType\":\"ERROR\",\"serviceName\":\"a\",\"pad\":\"" + " ".repeat(15 << 20) + "\"}";
            // A text beyond what is read as one: it is stepped over, so the event is stored, and its body stays in
            // memory.
            CompletableFuture<Reply> first =
                    CompletableFuture.supplyAsync(() -> door.calls().post("/events", large));
            inside.acquireUninterruptibly();

            Reply shed = door.calls().post("/events", large);

            assertThat(shed.status()).isEqualTo(429);
            storeMayGoOn.countDown();
            assertThat(first.join().status()).isEqualTo(201);
            assertThat(door.calls().post("/events", large).status()).isEqualTo(201);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
