package io.traceops.application.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.traceops.application.capture.Admission.Answer.Entered;
import io.traceops.application.capture.Admission.Answer.Overloaded;
import io.traceops.application.capture.Admission.Answer.Stopping;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    @Test
    void enter_upToTheBound_isAllowedThenShed() {
        Admission admission = new Admission(2, 1);
        admission.enter();
        Entered second = (Entered) admission.enter();

        assertThat(admission.enter()).isEqualTo(new Overloaded(Admission.RETRY_AFTER));
        assertThat(admission.shedCount()).isEqualTo(1);
        assertThat(admission.inFlight()).isEqualTo(2);

        second.permit().close();
        assertThat(admission.enter()).isInstanceOf(Entered.class);
    }

    @Test
    void permit_closedTwice_givesItsPlaceBackOnce() {
        Admission admission = new Admission(1, 1);
        Entered entered = (Entered) admission.enter();
        entered.permit().close();
        entered.permit().close();

        assertThat(admission.enter()).isInstanceOf(Entered.class);
        assertThat(admission.enter()).isInstanceOf(Overloaded.class);
    }

    @Test
    void stop_nobodyEntersAndThoseInsideAreAwaited() throws InterruptedException {
        Admission admission = new Admission(2, 1);
        Entered inside = (Entered) admission.enter();
        admission.stop();

        assertThat(admission.isStopping()).isTrue();
        assertThat(admission.enter()).isEqualTo(new Stopping());
        assertThat(admission.awaitEmpty(Duration.ofMillis(1))).isFalse();
        inside.permit().close();
        assertThat(admission.awaitEmpty(Duration.ofMillis(1))).isTrue();
        assertThat(admission.inFlight()).isZero();
        assertThat(admission.shedCount()).isZero();
    }

    @Test
    void admission_withoutPlaces_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Admission(0, 1)).withMessageContaining("0");
    }
}
