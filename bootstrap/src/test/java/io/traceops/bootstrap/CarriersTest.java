package io.traceops.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.Test;

/** In a Java of its own, since the first virtual thread decides for all. */
class CarriersTest {
    @Test
    void provide_nothingAskedFor_isTwoForEachProcessor() throws Exception {
        assertThat(carriers()).isEqualTo(2 * Runtime.getRuntime().availableProcessors());
    }

    @Test
    void provide_askedForOtherwise_isWhatWasAskedFor() throws Exception {
        assertThat(carriers("-Djdk.virtualThreadScheduler.parallelism=7")).isEqualTo(7);
    }

    private static int carriers(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName()));
        Process java = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(java.waitFor()).isZero();
        return Integer.parseInt(answer);
    }

    /** Says how many carriers there are. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] arguments) throws InterruptedException {
            Carriers.provide();
            Thread.ofVirtual().start(() -> {}).join();
            System.out.println(ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class)
                    .getParallelism());
        }
    }
}
