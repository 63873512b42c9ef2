package io.traceops.application.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.traceops.application.port.TransitionNotice;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.Micros;
import io.traceops.domain.event.Moment;
import io.traceops.domain.event.ServiceName;
import io.traceops.domain.grouping.FamilyKey;
import io.traceops.domain.grouping.Fingerprint;
import io.traceops.domain.grouping.Grouping;
import io.traceops.domain.impact.Severity;
import io.traceops.domain.lifecycle.IssueId;
import io.traceops.domain.lifecycle.IssueState;
import io.traceops.domain.lifecycle.Settled;
import io.traceops.domain.lifecycle.Transition;
import io.traceops.domain.lifecycle.TransitionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TransitionFeedTest {
    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final TransitionFeed feed = feed(10, 5);

    @Test
    void watch_fromNowOn_hearsWhatHappensNext() throws InterruptedException {
        happens("before");
        Watch watch = watch(Optional.empty(), Optional.empty());
        happens("a");
        happens("b");

        assertThat(heard(watch)).containsExactly("a", "b");
        assertThat(watch.next(Duration.ZERO)).isEqualTo(new Next.Nothing());
    }

    @Test
    void watch_oneService_hearsOnlyThat() throws InterruptedException {
        Watch watch = watch(Optional.empty(), Optional.of(new ServiceName("web")));
        happens("a");
        feed.transitioned(List.of(new TransitionNotice(state("web"), resolved("b", START), false)));

        assertThat(heard(watch)).containsExactly("b");
    }

    @Test
    void watch_resumed_hearsWhatWasMissedAndNothingTwice() throws InterruptedException {
        Watch watch = watch(Optional.empty(), Optional.empty());
        happens("a");
        happens("b");
        Next.Happened first = (Next.Happened) watch.next(Duration.ZERO);
        watch.close();
        happens("c");

        assertThat(heard(watch(Optional.of(first.transition().token()), Optional.empty())))
                .containsExactly("b", "c");
        assertThat(heard(watch(Optional.of(watch.token()), Optional.empty()))).containsExactly("b", "c");
    }

    @Test
    void watch_tooSlow_isCutOffWithATokenThatIsStillGood() throws InterruptedException {
        Watch slow = watch(Optional.empty(), Optional.empty());
        for (int i = 0; i < 6; i++) {
            happens("t" + i);
        }

        Next.CutOff cutOff = (Next.CutOff) slow.next(Duration.ZERO);
        slow.close();

        assertThat(feed.cutOffs()).isEqualTo(1);
        assertThat(feed.watch(Optional.of(cutOff.token()), Optional.empty())).isInstanceOf(Watching.Started.class);
    }

    @Test
    void watch_tokenWithLagBeyondTheBound_stillHearsEverythingKept() throws InterruptedException {
        Watch slow = watch(Optional.empty(), Optional.empty());
        String token = slow.token();
        for (int i = 0; i < 5; i++) {
            happens("t" + i);
        }

        assertThat(heard(watch(Optional.of(token), Optional.empty()))).containsExactly("t0", "t1", "t2", "t3", "t4");
    }

    @Test
    void watch_tokenOfLongAgo_hasExpired() {
        String token = watch(Optional.empty(), Optional.empty()).token();
        for (int i = 0; i < 11; i++) {
            happens("t" + i);
        }

        assertThat(feed.watch(Optional.of(token), Optional.empty())).isEqualTo(new Watching.ExpiredToken());
    }

    @Test
    void watch_tokenOfAnotherRun_hasExpired() {
        TransitionFeed other = new TransitionFeed(new WatchPolicy(10, 5, 3, 10), now::get, "another");
        String token = ((Watching.Started) other.watch(Optional.empty(), Optional.empty()))
                .watch()
                .token();

        assertThat(feed.watch(Optional.of(token), Optional.empty())).isEqualTo(new Watching.ExpiredToken());
    }

    @Test
    void watch_tokenThatNobodyGave_isUnknown() {
        for (String token : List.of("", "???", "AAAA", "cnVuMX4tMQ", "cnVuMX54", "cnVuMX45OTk", "A".repeat(300))) {
            assertThat(feed.watch(Optional.of(token), Optional.empty()))
                    .as(token)
                    .isEqualTo(new Watching.UnknownToken());
        }
    }

    @Test
    void watch_moreThanMay_isRefusedUntilOneLeaves() {
        Watch first = watch(Optional.empty(), Optional.empty());
        watch(Optional.empty(), Optional.empty());
        watch(Optional.empty(), Optional.empty());

        assertThat(feed.watch(Optional.empty(), Optional.empty())).isEqualTo(new Watching.TooManyWatchers(3));
        first.close();
        first.close();
        assertThat(feed.watchers()).isEqualTo(2);
        assertThat(feed.watch(Optional.empty(), Optional.empty())).isInstanceOf(Watching.Started.class);
    }

    @Test
    void retraction_ofWhatWasTold_isToldToo() throws InterruptedException {
        Watch watch = watch(Optional.empty(), Optional.empty());
        happens("a");
        feed.transitioned(List.of(new TransitionNotice(state("api"), resolved("a", START), true)));

        assertThat(heard(watch)).containsExactly("a", "not a");
    }

    @Test
    void resolution_toBeVerified_isToldWhenItsTimeHasCome() throws InterruptedException {
        Watch watch = watch(Optional.empty(), Optional.empty());
        feed.transitioned(List.of(new TransitionNotice(state("api"), resolved("later", START.plusSeconds(20)), false)));
        feed.transitioned(
                List.of(new TransitionNotice(state("api"), resolved("sooner", START.plusSeconds(10)), false)));
        assertThat(heard(watch)).isEmpty();

        now.set(START.plusSeconds(10));
        assertThat(heard(watch)).containsExactly("sooner");
        now.set(START.plusSeconds(30));
        happens("next");
        assertThat(heard(watch)).containsExactly("later", "next");
    }

    @Test
    void resolution_retractedBeforeItsTime_isNeverTold() throws InterruptedException {
        Watch watch = watch(Optional.empty(), Optional.empty());
        Transition pending = resolved("later", START.plusSeconds(20));
        feed.transitioned(List.of(new TransitionNotice(state("api"), pending, false)));
        feed.transitioned(List.of(new TransitionNotice(state("api"), pending, true)));

        now.set(START.plusSeconds(30));
        assertThat(heard(watch)).isEmpty();
    }

    @Test
    void resolutions_moreThanCanWait_areCounted() {
        TransitionFeed small = new TransitionFeed(new WatchPolicy(10, 5, 3, 1), now::get, "run1");
        small.transitioned(List.of(new TransitionNotice(state("api"), resolved("a", START.plusSeconds(20)), false)));
        small.transitioned(List.of(new TransitionNotice(state("api"), resolved("b", START.plusSeconds(20)), false)));

        assertThat(small.pendingOverflows()).isEqualTo(1);
    }

    @Test
    void resolution_notToldSinceTooManyWait_isNotRetractedEither() throws InterruptedException {
        TransitionFeed small = new TransitionFeed(new WatchPolicy(10, 5, 3, 1), now::get, "run1");
        Watch watch = ((Watching.Started) small.watch(Optional.empty(), Optional.empty())).watch();
        Transition untold = resolved("b", START.plusSeconds(20));
        small.transitioned(List.of(
                new TransitionNotice(state("api"), resolved("a", START.plusSeconds(20)), false),
                new TransitionNotice(state("api"), untold, false)));

        now.set(START.plusSeconds(30));
        small.transitioned(List.of(new TransitionNotice(state("api"), untold, true)));

        assertThat(heard(watch)).containsExactly("a");
    }

    @Test
    void resolutions_manyDueAtOnce_arePublishedInPortionsAndAllHeard() throws InterruptedException {
        TransitionFeed large = new TransitionFeed(new WatchPolicy(20_000, 10_000, 3, 20_000), now::get, "run1");
        Watch watch = ((Watching.Started) large.watch(Optional.empty(), Optional.empty())).watch();
        Watch other = ((Watching.Started) large.watch(Optional.empty(), Optional.of(new ServiceName("web")))).watch();
        for (int i = 0; i < 5_000; i++) {
            large.transitioned(
                    List.of(new TransitionNotice(state("api", i), resolved("d" + i, START.plusSeconds(20)), false)));
        }
        now.set(START.plusSeconds(30));
        String before = watch.token();
        large.transitioned(List.of(new TransitionNotice(state("web"), resolved("next", START), false)));

        assertThat(position(large) - position(before)).isEqualTo(TransitionFeed.RUN_MAX + 1);
        assertThat(heard(other)).containsExactly("next");
        assertThat(heard(watch)).hasSize(5_001).doesNotHaveDuplicates();
    }

    @Test
    void resolution_dueButNotPublishedYet_isToldBeforeWhatFollowsOnItsIssue() throws InterruptedException {
        TransitionFeed large = new TransitionFeed(new WatchPolicy(20_000, 10_000, 3, 20_000), now::get, "run1");
        Watch watch = ((Watching.Started) large.watch(Optional.empty(), Optional.of(new ServiceName("web")))).watch();
        for (int i = 0; i < 1_000; i++) {
            large.transitioned(
                    List.of(new TransitionNotice(state("api", i), resolved("d" + i, START.plusSeconds(20)), false)));
        }
        large.transitioned(
                List.of(new TransitionNotice(state("web"), resolved("before", START.plusSeconds(20)), false)));
        now.set(START.plusSeconds(30));
        large.transitioned(List.of(new TransitionNotice(state("web"), resolved("after", START), false)));

        assertThat(heard(watch)).containsExactly("before", "after");
    }

    @Test
    void watch_moreAtOnceThanIsKept_isToldThatItIsGone() throws InterruptedException {
        Watch watch = watch(Optional.empty(), Optional.empty());
        List<TransitionNotice> step = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            step.add(new TransitionNotice(state("api", i), resolved("t" + i, START), false));
        }
        feed.transitioned(step);

        assertThat(watch.next(Duration.ZERO)).isEqualTo(new Next.Expired());
        assertThat(feed.cutOffs()).isEqualTo(1);
        assertThat(feed.watch(Optional.of(watch.token()), Optional.empty())).isEqualTo(new Watching.ExpiredToken());
    }

    @Test
    void watch_resumedAfterItWasCutOff_hearsWhatItMissed() throws InterruptedException {
        Watch slow = watch(Optional.empty(), Optional.empty());
        for (int i = 0; i < 8; i++) {
            happens("t" + i);
        }
        Next.CutOff cutOff = (Next.CutOff) slow.next(Duration.ZERO);

        assertThat(heard(watch(Optional.of(cutOff.token()), Optional.empty())))
                .containsExactly("t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7");
    }

    @Test
    void watch_longRunOfOtherServices_isReadPastAndTheTokenMovesOn() throws InterruptedException {
        TransitionFeed large = new TransitionFeed(new WatchPolicy(20_000, 15_000, 3, 10), now::get, "run1");
        Watch watch = ((Watching.Started) large.watch(Optional.empty(), Optional.of(new ServiceName("web")))).watch();
        List<TransitionNotice> step = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            step.add(new TransitionNotice(state("api", i), resolved("t" + i, START), false));
        }
        large.transitioned(step);
        large.transitioned(List.of(new TransitionNotice(state("web"), resolved("mine", START), false)));
        large.transitioned(step);

        assertThat(heard(watch)).containsExactly("mine");
        assertThat(watch.token()).isEqualTo(token(large));
    }

    @Test
    void token_whileARunIsHandedOut_isWhereTheLastOneWasHeard() throws InterruptedException {
        Watch watch = watch(Optional.empty(), Optional.empty());
        happens("a");
        happens("b");
        happens("c");
        watch.next(Duration.ZERO);

        assertThat(heard(watch(Optional.of(watch.token()), Optional.empty()))).containsExactly("b", "c");
        assertThat(heard(watch)).containsExactly("b", "c");
    }

    @Test
    void next_interruptedWhileARunIsHandedOut_stops() throws InterruptedException {
        Watch watch = watch(Optional.empty(), Optional.empty());
        happens("a");
        happens("b");
        watch.next(Duration.ZERO);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> watch.next(Duration.ZERO));
        assertThat(heard(watch)).containsExactly("b");
    }

    @Test
    void next_waitingWatcher_isWokenByATransition() throws InterruptedException, ExecutionException, TimeoutException {
        Watch watch = watch(Optional.empty(), Optional.empty());
        CountDownLatch started = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Next> next = executor.submit(() -> {
                started.countDown();
                return watch.next(Duration.ofMinutes(5));
            });
            started.await();
            happens("a");
            assertThat(next.get(1, TimeUnit.MINUTES)).isInstanceOf(Next.Happened.class);
        }
    }

    @Test
    void policy_boundsThatMakeNoSense_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WatchPolicy(5, 5, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WatchPolicy(5, 0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WatchPolicy(5, 4, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WatchPolicy(5, 4, 1, -1));
    }

    private static String token(TransitionFeed feed) {
        return ((Watching.Started) feed.watch(Optional.empty(), Optional.empty()))
                .watch()
                .token();
    }

    /** How many transitions were published before a place. */
    private static long position(String token) {
        return new TokenCodec("run1").decode(token).orElseThrow().position();
    }

    private static long position(TransitionFeed feed) {
        return position(token(feed));
    }

    private TransitionFeed feed(int kept, int lag) {
        return new TransitionFeed(new WatchPolicy(kept, lag, 3, 10), now::get, "run1");
    }

    private Watch watch(Optional<String> token, Optional<ServiceName> service) {
        return ((Watching.Started) feed.watch(token, service)).watch();
    }

    private void happens(String id) {
        feed.transitioned(List.of(new TransitionNotice(state("api"), resolved(id, START), false)));
    }

    private static List<String> heard(Watch watch) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        while (watch.next(Duration.ZERO) instanceof Next.Happened happened) {
            IssueTransition transition = happened.transition();
            heard.add((transition.retracted() ? "not " : "")
                    + transition.transition().cause().id());
        }
        return heard;
    }

    private static Transition resolved(String id, Instant effective) {
        return new Transition(
                TransitionKind.RESOLVED, new Moment(Micros.of(START), new EventId(id)), Micros.of(effective));
    }

    private static IssueState state(String service) {
        return state(service, 4);
    }

    private static IssueState state(String service, int issue) {
        Moment moment = new Moment(1, new EventId("e1"));
        Fingerprint fingerprint = new Fingerprint(issue, 2, 3, 4);
        return new IssueState(
                IssueId.of(new ServiceName(service), fingerprint),
                new ServiceName(service),
                new Grouping(1, "boom", "", "", Optional.empty(), fingerprint, new FamilyKey(1, 2)),
                "boom",
                Severity.LOW,
                1,
                moment,
                moment,
                0,
                Settled.NONE);
    }
}
