package io.traceops.application.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.query.Cursor.PlaceAsOf;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Moment;
import io.traceops.domain.lifecycle.IssueId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Moment MOMENT = new Moment(1_700_000_000_000_001L, new EventId("A.b_c:d-9"));
    private static final IssuePlace PLACE = new IssuePlace(97, 12, new IssueId(-5, 7));

    @Test
    void cursor_ofAMoment_comesBackAndIsSafeInAUrl() {
        String cursor = Cursor.ofMoment("events/api", MOMENT);

        assertThat(Cursor.toMoment("events/api", cursor)).contains(MOMENT);
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void cursor_ofAPlace_comesBackWithItsInstant() {
        assertThat(Cursor.toPlace("issues/api", Cursor.ofPlace("issues/api", PLACE, 42)))
                .contains(new PlaceAsOf(PLACE, 42));
    }

    @Test
    void cursor_ofAnotherQuestion_isNotAccepted() {
        assertThat(Cursor.toMoment("events/web", Cursor.ofMoment("events/api", MOMENT)))
                .isEmpty();
        assertThat(Cursor.toPlace("q", Cursor.ofMoment("q", MOMENT))).isEmpty();
        assertThat(Cursor.toMoment("q", Cursor.ofPlace("q", PLACE, 42))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64!", "AAAA", "fn5-"})
    void cursor_thatNobodyGave_isNotAccepted(String cursor) {
        assertThat(Cursor.toMoment("q", cursor)).isEmpty();
        assertThat(Cursor.toPlace("q", cursor)).isEmpty();
    }

    @Test
    void cursor_tamperedWithAnyByte_neverThrows() {
        byte[] bytes = Base64.getUrlDecoder().decode(Cursor.ofMoment("q", MOMENT));
        byte[] place = Base64.getUrlDecoder().decode(Cursor.ofPlace("q", PLACE, 42));
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            place[random.nextInt(place.length)] = (byte) ('-' + random.nextInt(60));
            Cursor.toMoment("q", Base64.getUrlEncoder().encodeToString(bytes));
            Cursor.toPlace("q", Base64.getUrlEncoder().encodeToString(place));
        }
        String check = new String(Base64.getUrlDecoder().decode(Cursor.ofMoment("q", MOMENT)), StandardCharsets.UTF_8)
                .split("~", -1)[0];
        for (String fields : List.of("~-1~id", "~x~id", "~1~not an id", "~1~", "~1")) {
            String text = Base64.getUrlEncoder().encodeToString((check + fields).getBytes(StandardCharsets.UTF_8));
            assertThat(Cursor.toMoment("q", text)).as(fields).isEmpty();
        }
        for (String fields : List.of("~x~1~1~" + "0".repeat(32), "~1~x~1~" + "0".repeat(32), "~1~1~1~nothex")) {
            String text = Base64.getUrlEncoder().encodeToString((check + fields).getBytes(StandardCharsets.UTF_8));
            assertThat(Cursor.toPlace("q", text)).as(fields).isEmpty();
        }
    }

    @Test
    void cursor_tooLong_isNotAccepted() {
        assertThat(Cursor.toMoment("q", "A".repeat(100_000))).isEmpty();
    }

    @Test
    void places_largerKeysFirstThenSmallerId() {
        IssuePlace a = new IssuePlace(9, 0, new IssueId(9, 9));
        IssuePlace b = new IssuePlace(5, 3, new IssueId(9, 9));
        IssuePlace c = new IssuePlace(5, 2, new IssueId(1, 1));
        IssuePlace d = new IssuePlace(5, 2, new IssueId(1, 2));
        List<IssuePlace> places = new ArrayList<>(List.of(d, b, c, a));
        places.sort(null);

        assertThat(places).containsExactly(a, b, c, d);
    }
}
