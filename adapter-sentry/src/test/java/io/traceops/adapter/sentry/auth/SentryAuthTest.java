package io.traceops.adapter.sentry.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.adapter.sentry.auth.Credentials.Malformed;
import io.traceops.adapter.sentry.auth.Credentials.Missing;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentryAuthTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sentry sentry_key=abc,sentry_version=7,sentry_client=sentry.java/8.62.0",
                "Sentry sentry_version=7, sentry_client=raven-node/2.6.4, sentry_timestamp=1719847382, sentry_key=abc",
                "sentry SENTRY_KEY=abc , Sentry_Version=7",
                "Sentry sentry_version=7, sentry_key=abc, sentry_secret=topsecret",
                "Sentry\tsentry_key = abc",
                "Sentry sentry_key=abc,",
            })
    void header_ofAnyForm_givesTheKey(String header) {
        assertThat(SentryAuth.of(Optional.of(header), Optional.empty(), Optional.empty()))
                .isEqualTo(new Credentials.Key("abc"));
        assertThat(SentryAuth.of(Optional.empty(), Optional.of(header), Optional.empty()))
                .isEqualTo(new Credentials.Key("abc"));
    }

    @Test
    void query_withKey_givesIt() {
        assertThat(SentryAuth.of(Optional.empty(), Optional.empty(), Optional.of("abc")))
                .isEqualTo(new Credentials.Key("abc"));
    }

    @Test
    void places_thatAllHaveAKey_areReadInOrder() {
        Optional<String> first = Optional.of("Sentry sentry_key=first");
        Optional<String> second = Optional.of("Sentry sentry_key=second");

        assertThat(SentryAuth.of(first, second, Optional.of("third"))).isEqualTo(new Credentials.Key("first"));
        assertThat(SentryAuth.of(Optional.empty(), second, Optional.of("third")))
                .isEqualTo(new Credentials.Key("second"));
    }

    @Test
    void authorization_ofAnotherScheme_isNotOurs() {
        Optional<String> bearer = Optional.of("Bearer sentry_key=abc");

        assertThat(SentryAuth.of(Optional.empty(), bearer, Optional.empty())).isEqualTo(new Missing());
        assertThat(SentryAuth.of(Optional.empty(), bearer, Optional.of("third")))
                .isEqualTo(new Credentials.Key("third"));
    }

    @Test
    void credentials_inNoPlace_areMissing() {
        assertThat(SentryAuth.of(Optional.empty(), Optional.empty(), Optional.empty()))
                .isEqualTo(new Missing());
        assertThat(SentryAuth.of(Optional.of(""), Optional.empty(), Optional.empty()))
                .isEqualTo(new Missing());
        assertThat(SentryAuth.of(Optional.of("Sentry sentry_version=7"), Optional.empty(), Optional.empty()))
                .isEqualTo(new Missing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer abc",
                "Sentrysentry_key=abc",
                "Sentry abc",
                "Sentry =abc",
                "Sentry sentry_key=",
                "Sentry sentry_key=a b",
                "Sentry sentry_key=schlüssel",
            })
    void header_thatNobodyCanRead_isMalformed(String header) {
        assertThat(SentryAuth.of(Optional.of(header), Optional.empty(), Optional.empty()))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void key_ofTooManyCharacters_isMalformed() {
        String longest = "k".repeat(PublicKeys.LENGTH_MAX);

        assertThat(SentryAuth.of(Optional.empty(), Optional.empty(), Optional.of(longest)))
                .isEqualTo(new Credentials.Key(longest));
        assertThat(SentryAuth.of(Optional.empty(), Optional.empty(), Optional.of(longest + "k")))
                .isInstanceOf(Malformed.class);
    }
}
