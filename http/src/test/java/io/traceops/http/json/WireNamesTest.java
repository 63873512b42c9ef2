package io.traceops.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.query.IssueSort;
import io.traceops.domain.event.EventType;
import io.traceops.domain.impact.Severity;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WireNamesTest {
    @Test
    void names_inEachSpelling_areReadInAnyCaseAndWrittenInOne() {
        WireNames<EventType> types = WireNames.upper(EventType.values());
        WireNames<Severity> severities = WireNames.lower(Severity.values());
        WireNames<IssueSort> sorts = WireNames.camel(IssueSort.values());

        assertThat(types.of(EventType.CONFIG_CHANGE)).isEqualTo("CONFIG_CHANGE");
        assertThat(types.find("config_Change")).contains(EventType.CONFIG_CHANGE);
        assertThat(severities.of(Severity.CRITICAL)).isEqualTo("critical");
        assertThat(severities.find("CRITICAL")).contains(Severity.CRITICAL);
        assertThat(sorts.of(IssueSort.LAST_SEEN)).isEqualTo("lastSeen");
        assertThat(sorts.find("LASTseen")).contains(IssueSort.LAST_SEEN);
        assertThat(sorts.find("last_seen")).isEmpty();
    }

    @Test
    void query_unknownConstant_isNotedWithTheAllowedOnes() {
        QueryValues values = new QueryValues();

        assertThat(values.constant("sort", Optional.of("x"), WireNames.camel(IssueSort.values())))
                .isEmpty();

        assertThat(values.malformed()).hasSize(1);
        assertThat(values.malformed().getFirst().problem())
                .isEqualTo("is none of priority, lastSeen, firstSeen, count");
    }
}
