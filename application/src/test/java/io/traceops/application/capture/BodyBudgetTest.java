package io.traceops.application.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private final BodyBudget budget = new BodyBudget(10);

    @Test
    void share_withinTheRoomThatIsLeft_grows() {
        BodyBudget.Share one = budget.open();
        BodyBudget.Share other = budget.open();

        assertThat(one.grow(4)).isTrue();
        assertThat(other.grow(7)).as("one byte too many").isFalse();
        assertThat(other.grow(6)).isTrue();
        assertThat(budget.bytesTaken()).isEqualTo(10);
        assertThat(one.grow(1)).isFalse();
    }

    @Test
    void share_closed_givesBackWhatItTookOnce() {
        BodyBudget.Share one = budget.open();
        BodyBudget.Share other = budget.open();
        one.grow(4);
        one.grow(3);
        one.grow(100);
        other.grow(1);

        one.close();
        one.close();

        assertThat(budget.bytesTaken()).isEqualTo(1);
        assertThat(other.grow(9)).isTrue();
    }

    @Test
    void budget_withoutRoom_isRefused() {
        assertThat(budget.bytesMax()).isEqualTo(10);
        assertThatThrownBy(() -> new BodyBudget(0)).hasMessageContaining("0 bytes, allowed 1 or more");
    }
}
