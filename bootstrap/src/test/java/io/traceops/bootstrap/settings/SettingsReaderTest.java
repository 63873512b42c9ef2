package io.traceops.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.watch.WatchPolicy;
import io.traceops.domain.fold.FoldPolicy;
import io.traceops.domain.grouping.GroupingPolicy;
import io.traceops.domain.grouping.MessageMode;
import io.traceops.domain.grouping.stack.StackLanguage;
import io.traceops.domain.triage.TriagePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @TempDir
    private Path folder;

    @Test
    void nothing_given_isTheDefaultsOfTheDomain() {
        EngineSettings settings = ready(SettingsReader.read(Map.of(), Map.of(), Optional.empty()));

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.ports().http()).hasValue(8080);
        assertThat(settings.ports().grpc()).hasValue(9090);
        assertThat(settings.triage()).isEqualTo(TriagePolicy.DEFAULT);
        assertThat(settings.fold()).isEqualTo(FoldPolicy.DEFAULT);
        assertThat(settings.grouping().message()).isEqualTo(GroupingPolicy.DEFAULT.message());
        assertThat(settings.limits().watch()).isEqualTo(WatchPolicy.DEFAULT);
        assertThat(settings.limits().events()).isEqualTo(new EventsKept.Count(1_000_000));
        assertThat(settings.limits().inFlightMax()).isEqualTo(256);
    }

    @Test
    void option_winsOverEnvironmentOverFileOverDefault() throws IOException {
        Path file = file("http.port: 1\ngrpc.port: 1\nlog.level: debug\n");

        EngineSettings settings = ready(SettingsReader.read(
                Map.of("--http-port", "3"),
                Map.of("TRACEOPS_HTTP_PORT", "2", "TRACEOPS_GRPC_PORT", "2"),
                Optional.of(file)));

        assertThat(settings.ports().http()).hasValue(3);
        assertThat(settings.ports().grpc()).hasValue(2);
        assertThat(settings.logLevel()).isEqualTo(LogLevel.DEBUG);
        assertThat(settings.logFormat()).isEqualTo(LogFormat.PLAIN);
    }

    @Test
    void environment_namesTheFile_isRead() throws IOException {
        Path file = file("host: localhost");

        EngineSettings settings = ready(
                SettingsReader.read(Map.of(), Map.of(SettingsReader.FILE_VARIABLE, file.toString()), Optional.empty()));

        assertThat(settings.host()).isEqualTo("localhost");
    }

    @Test
    void file_nestedDottedAndLists_areRead() throws IOException {
        Path file = file("""
            correlation: {window: 10m}
            lifecycle.verification: 1h30m
            severity:
              high-words: [PANIC, "out of memory"]
              medium-words: []
            grouping:
              message: EXACT
              library-prefixes:
                - com.acme.platform.
              in-app-prefixes: org.springframework.acme.
            limits.events: 25%
            """);

        EngineSettings settings = ready(SettingsReader.read(Map.of(), Map.of(), Optional.of(file)));

        assertThat(settings.triage().correlation().window()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.triage().lifecycle().verification()).isEqualTo(Duration.ofMinutes(90));
        assertThat(settings.triage().severity().highWords()).containsExactly("panic", "out of memory");
        assertThat(settings.triage().severity().mediumWords()).isEmpty();
        assertThat(settings.grouping().message()).isEqualTo(MessageMode.EXACT);
        assertThat(settings.grouping().libraries().ownsModule(StackLanguage.JVM, "com.acme.platform.Bus"))
                .isTrue();
        assertThat(settings.grouping().libraries().ownsModule(StackLanguage.JVM, "org.springframework.acme.Shop"))
                .isFalse();
        assertThat(settings.limits().events()).isEqualTo(new EventsKept.ShareOfHeap(25));
    }

    @Test
    void problems_fromEverywhere_areToldAtOnceByTheNameGiven() throws IOException {
        Path file = file("store: disk\nhttp.prot: 80\nshutdown:\n  grace: soon\n");

        List<String> problems = problems(SettingsReader.read(
                Map.of("--http-port", "99999"), Map.of("TRACEOPS_GRPC_PORT", "-1"), Optional.of(file)));

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "--http-port: is 99999, allowed 0 to 65_535, or off",
                        "TRACEOPS_GRPC_PORT: is -1, allowed 0 to 65_535, or off",
                        "store (" + file + ", line 1): is disk, allowed memory",
                        "shutdown.grace (" + file + ", line 4): is soon, allowed 0 to 10m, in ms, s, m, h, d, such as"
                                + " 90s or 1h30m",
                        file + ", line 2: unknown setting http.prot; did you mean http.port?");
    }

    @Test
    void numbers_thatDoNotFitTogether_areRefused() {
        List<String> problems = problems(SettingsReader.read(
                Map.of("--severity-medium-count", "20", "--limits-watcher-lag", "70000"), Map.of(), Optional.empty()));

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "severity.*: severity counts: medium 20, high 10, allowed 0 <= medium <= high",
                        "limits.*: watchers: lag 70000, kept 65536, allowed 1 <= lag < kept");
    }

    @Test
    void faultyNumber_ofAGroup_blamesNoNeighbour() {
        List<String> problems = problems(SettingsReader.read(
                Map.of("--severity-medium-count", "20", "--severity-high-count", "many"), Map.of(), Optional.empty()));

        assertThat(problems).containsExactly("--severity-high-count: is many, allowed 0 to 1_000_000_000");
    }

    @Test
    void file_missing_isNamed() {
        Path missing = folder.resolve("missing.yml");

        assertThat(problems(SettingsReader.read(Map.of(), Map.of(), Optional.of(missing))))
                .containsExactly("configuration file " + missing + ": there is no such file");
    }

    @Test
    void file_malformed_isNamedWithItsLine() throws IOException {
        Path file = file("host: localhost\nhttp: [8080\n");

        assertThat(problems(SettingsReader.read(Map.of(), Map.of(), Optional.of(file))))
                .singleElement()
                .asString()
                .startsWith(file + ", line 3: is not valid YAML");
    }

    @Test
    void file_settingTwice_isRefused() throws IOException {
        Path file = file("http.port: 1\nhttp:\n  port: 2\n");

        assertThat(problems(SettingsReader.read(Map.of(), Map.of(), Optional.of(file))))
                .containsExactly(file + ", line 3: http.port is set a second time");
    }

    @Test
    void file_empty_changesNothing() throws IOException {
        assertThat(ready(SettingsReader.read(Map.of(), Map.of(), Optional.of(file("# nothing yet\n"))))
                        .ports()
                        .http())
                .hasValue(8080);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("traceops.yml"), yaml);
    }

    private static EngineSettings ready(SettingsOutcome outcome) {
        assertThat(outcome).isInstanceOf(SettingsOutcome.Ready.class);
        return ((SettingsOutcome.Ready) outcome).settings();
    }

    private static List<String> problems(SettingsOutcome outcome) {
        assertThat(outcome).isInstanceOf(SettingsOutcome.Unusable.class);
        return ((SettingsOutcome.Unusable) outcome).problems();
    }
}
