package io.traceops.application.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.traceops.application.capture.Admission.Answer.Entered;
import io.traceops.application.capture.Admission.Answer.Overloaded;
import io.traceops.application.capture.Admission.Answer.Stopping;
import java.time.Duration;
import java.util.concurrent.Semaphore;
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
    void enter_overtakenByStopping_isTurnedAway() {
        OvertakenPlaces places = new OvertakenPlaces(2);
        Admission admission = admission(places);
        places.beforeAcquiring = () -> {
            admission.stop();
            assertThat(awaitEmpty(admission)).isTrue();
        };

        assertThat(admission.enter()).isEqualTo(new Stopping());
        assertThat(admission.inFlight()).isZero();
    }

    @Test
    void enter_overtakenByWhoAwaitsTheLast_isTurnedAwayAndNotCountedAsShed() {
        OvertakenPlaces places = new OvertakenPlaces(2);
        Admission admission = admission(places);
        places.beforeAcquiring = () -> {
            admission.stop();
            places.drainPermits();
        };

        assertThat(admission.enter()).isEqualTo(new Stopping());
        assertThat(admission.shedCount()).isZero();
    }

    /** Places at which others come first, once the request has found the door open. */
    private static final class OvertakenPlaces extends Semaphore {
        private static final long serialVersionUID = 1L;
        private transient Runnable beforeAcquiring = () -> {};

        OvertakenPlaces(int count) {
            super(count);
        }

        @Override
        public boolean tryAcquire() {
            beforeAcquiring.run();
            return super.tryAcquire();
        }
    }

    private static Admission admission(Semaphore places) {
        return new Admission(
                new Admission.Places("requests", places, 2), new Admission.Places("streams", new Semaphore(1), 1));
    }

    private static boolean awaitEmpty(Admission admission) {
        try {
            return admission.awaitEmpty(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void streams_haveTheirOwnPlaces() throws InterruptedException {
        Admission admission = new Admission(1, 1);
        Entered stream = (Entered) admission.enterStream();

        assertThat(admission.enterStream()).isInstanceOf(Overloaded.class);
        assertThat(admission.streams()).isOne();
        Entered request = (Entered) admission.enter();
        assertThat(admission.inFlight()).isEqualTo(2);
        request.permit().close();
        assertThat(admission.awaitEmpty(Duration.ofMillis(1))).isFalse();
        stream.permit().close();
        assertThat(admission.awaitEmpty(Duration.ofMillis(1))).isTrue();
    }

    @Test
    void admission_withoutPlaces_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Admission(0, 1))
                .withMessageContaining("0");
    }
}
