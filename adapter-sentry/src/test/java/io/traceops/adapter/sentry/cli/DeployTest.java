package io.traceops.adapter.sentry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.ServiceName;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeployTest {
    /** What was stored under an id is found under it by every version that is to come. */
    @Test
    void id_ofADeploy_neverChanges() {
        ReleaseId release = new ReleaseId("acme", "1.0");
        Deploy deploy = new Deploy(
                release,
                Optional.of("übung"),
                Optional.empty(),
                Optional.of("https://example.com"),
                Optional.of("2026-03-01T12:00:00Z"),
                Optional.empty());

        assertThat(deploy.draft(new ServiceName("shop"), Release.of(release, Instant.EPOCH), 0)
                        .id())
                .contains("deploy:89a9f99ea833d74f9238c27d533cd916");
    }
}
