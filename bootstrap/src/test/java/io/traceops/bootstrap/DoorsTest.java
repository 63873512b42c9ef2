package io.traceops.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traceops.bootstrap.settings.EngineSettings;
import io.traceops.bootstrap.settings.SettingsOutcome;
import io.traceops.bootstrap.settings.SettingsReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Doors are opened side by side: all of them, or none. */
class DoorsTest {
    private static final List<String> EVERY_DOOR =
            List.of("--http-port", "--grpc-port", "--otlp-grpc-port", "--otlp-http-port");

    private static final Duration FREE_MAX = Duration.ofSeconds(10);

    @ParameterizedTest
    @MethodSource("everyDoor")
    void server_withAPortThatIsTaken_saysWhichAndOpensNoDoor(String option) throws IOException {
        Map<String, Integer> ports = freePorts();
        int taken = ports.getOrDefault(option, 0);
        try (ServerSocket _ = listen(taken)) {
            assertThatThrownBy(() -> Server.start(settings(ports)))
                    .isInstanceOf(UserMistake.class)
                    .hasMessage("port " + taken + " of 127.0.0.1 is in use. Take another with " + option
                            + ", or 0 for any free one.");
        }
        assertThat(ports.values()).allMatch(DoorsTest::becomesFree);
    }

    @Test
    void server_withTwoPortsThatAreTaken_saysWhichIsFirst() throws IOException {
        Map<String, Integer> ports = freePorts();
        int grpc = ports.getOrDefault("--grpc-port", 0);
        try (ServerSocket _ = listen(grpc);
                ServerSocket _ = listen(ports.getOrDefault("--http-port", 0))) {
            assertThatThrownBy(() -> Server.start(settings(ports)))
                    .isInstanceOf(UserMistake.class)
                    .hasMessageContaining("port " + grpc + " ");
        }
    }

    private static List<String> everyDoor() {
        return EVERY_DOOR;
    }

    /** A port for each door that nobody has, as far as one can know. */
    private static Map<String, Integer> freePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (String door : EVERY_DOOR) {
            ServerSocket socket = listen(0);
            sockets.add(socket);
            ports.put(door, socket.getLocalPort());
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }

    /** Whether one can listen there, soon if not at once: HTTP gives its first port back a moment after it failed. */
    private static boolean becomesFree(int port) {
        long giveUpNanos = System.nanoTime() + FREE_MAX.toNanos();
        while (System.nanoTime() < giveUpNanos) {
            try (ServerSocket _ = listen(port)) {
                return true;
            } catch (IOException _) {
                Thread.onSpinWait();
            }
        }
        return false;
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    private static EngineSettings settings(Map<String, Integer> ports) {
        Map<String, String> options = ports.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, port -> port.getValue().toString()));
        SettingsOutcome outcome = SettingsReader.read(options, Map.of(), Optional.empty());
        if (!(outcome instanceof SettingsOutcome.Ready(EngineSettings settings))) {
            throw new IllegalStateException("settings: " + outcome);
        }
        return settings;
    }
}
