package tacit.runtime.harness.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tacit.api.harness.RoleStatus;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.calls.JsonCalls;
import tacit.runtime.harness.recording.Recorder;
import tacit.runtime.harness.recording.RecordingRules;

class FacadesTest {

    private final Facades facades = Hens.facades();
    private final FailureTemplates facade = facades.facade(Hens.ROLE, FailureTemplates.class);

    @Test
    void answersByTheProviderInForce() {
        Hens.flip(facades, 1, Hens.seat((message, input) -> "first " + message));
        assertThat(facade.template("hen", null)).isEqualTo("first hen");

        Hens.flip(facades, 2, Hens.seat((message, input) -> "second " + message));
        assertThat(facade.template("hen", null)).isEqualTo("second hen");
    }

    @Test
    void answersWhileAChangeIsUnderWay() {
        Hens.flip(facades, 1, Hens.seat((message, input) -> "first " + message));

        facades.changing(true);
        assertThat(facade.template("hen", null)).isEqualTo("first hen");

        facades.changing(false);
        assertThat(facade.template("hen", null)).isEqualTo("first hen");
    }

    @Test
    void refusesACallOfARoleWithoutProvider() {
        assertThatThrownBy(() -> facade.template("hen", null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Role 'failure-template' has no provider");
    }

    @Test
    void throwsWhatTheProviderThrowsAndLeaves() {
        IllegalArgumentException failure = new IllegalArgumentException("no hen");
        Hens.flip(facades, 1, Hens.seat((message, input) -> {
            throw failure;
        }));

        assertThatThrownBy(() -> facade.template("hen", null)).isSameAs(failure);

        assertThat(status().errors()).isEqualTo(1);
        assertThat(status().leases()).isZero();
    }

    @Test
    void throwsCheckedExceptionsAsTheyAre() {
        IOException failure = new IOException("no file");
        Barn barn = facades.facade("barn", Barn.class);
        Barn locked = () -> {
            throw failure;
        };
        Hens.flip(facades, 1, new Seat("barn", Barn.class, Hens.artifact("1.0.0"), "A", locked, null));

        assertThatThrownBy(barn::open).isSameAs(failure);
    }

    @Test
    void knowsItselfWithoutAProvider() {
        FailureTemplates other = facades.facade(Hens.ROLE, FailureTemplates.class);

        assertThat(Set.of(facade, other)).hasSize(2).contains(facade, other);
        assertThat(facade.toString()).contains("failure-template", FailureTemplates.class.getName());
    }

    @Test
    void callsOtherRolesInsideACall() {
        FailureTemplates inner = facades.facade("inner", FailureTemplates.class);
        Hens.flip(
                facades,
                1,
                Hens.seat((message, input) -> "outer " + inner.template(message, input)),
                Hens.seat("inner", (message, input) -> "inner " + message));

        assertThat(facade.template("hen", null)).isEqualTo("outer inner hen");
    }

    @Test
    void callsTheSameRoleInsideACallEvenWhenItChangesMeanwhile() throws InterruptedException {
        Seat next = Hens.seat((message, input) -> "next " + message);
        CountDownLatch left = new CountDownLatch(1);
        Hens.flip(facades, 1, Hens.seat((message, input) -> {
            Retirement retirement = Hens.flip(facades, 2, next);
            assertThat(retirement.remaining()).hasSize(1);
            left.countDown();
            return facade.template(message, input);
        }));

        assertThat(facade.template("hen", null)).isEqualTo("next hen");
        left.await();
        assertThat(facades.busy(seat -> true)).isFalse();
    }

    @Test
    void waitsForACallAndGivesUpInTime() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Hens.flip(facades, 1, Hens.seat((message, input) -> {
            inside.countDown();
            await(leave);
            return message;
        }));
        Thread caller = new Thread(() -> facade.template("hen", null));
        caller.start();
        inside.await();
        Retirement retirement = Hens.flip(facades, 2, Hens.seat((message, input) -> "next"));

        assertThat(retirement.drain(Duration.ofMillis(1))).isFalse();
        assertThat(facades.busy(seat -> true)).isTrue();

        leave.countDown();
        assertThat(retirement.drain(Duration.ofSeconds(60))).isTrue();
        assertThat(facades.busy(seat -> true)).isFalse();
        caller.join();
    }

    @Test
    void keepsTheEntryOfASeatThatStays() {
        FailureTemplates service = (message, input) -> message;
        Hens.flip(facades, 1, Hens.seat(service));
        facade.template("hen", null);

        Retirement retirement = Hens.flip(facades, 2, Hens.seat(service));

        assertThat(retirement.remaining()).isEmpty();
        assertThat(facades.table().generation()).isEqualTo(2);
        assertThat(status().calls()).isEqualTo(1);
    }

    @Test
    void countsCallsOverAllProviders() throws InterruptedException {
        Hens.flip(facades, 1, Hens.seat((message, input) -> message));
        facade.template("hen", null);
        Hens.flip(facades, 2, Hens.seat((message, input) -> "2")).drain(Duration.ofSeconds(60));
        facade.template("hen", null);
        Hens.flip(facades, 3);

        assertThat(facades.statuses(List.of())).isEmpty();
        RoleStatus declared = facades.statuses(List.of(Hens.ROLE)).get(0);
        assertThat(declared.calls()).isEqualTo(2);
        assertThat(declared.symbolicName()).isNull();
    }

    @Test
    void refusesARoleThatComesTwiceAndChangesNothing() {
        Hens.flip(facades, 1, Hens.seat((message, input) -> message));

        assertThatThrownBy(() ->
                        Hens.flip(facades, 2, Hens.seat((message, input) -> "a"), Hens.seat((message, input) -> "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'failure-template' twice");

        assertThat(facade.template("hen", null)).isEqualTo("hen");
        assertThat(facades.table().generation()).isEqualTo(1);
    }

    @Test
    void refusesAProviderOfAnotherType() {
        assertThatThrownBy(() -> new Seat(Hens.ROLE, FailureTemplates.class, Hens.artifact("1.0.0"), "A", "hen", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("failure-template");
    }

    @Test
    void timesOneOfSoManyCalls() {
        Facades timing =
                new Facades(new Recorder(RecordingRules.none(), Clock.systemUTC(), new JsonCalls(), () -> 1), 4);
        FailureTemplates timed = timing.facade(Hens.ROLE, FailureTemplates.class);
        Hens.flip(timing, 1, Hens.seat((message, input) -> message));

        assertThat(timing.statuses(List.of()).get(0).p99()).isNull();
        timed.template("hen", null);

        assertThat(timing.statuses(List.of()).get(0).p99()).isPositive();
    }

    @Test
    void timesNothingWhereNothingShallBeTimed() {
        Hens.flip(facades, 1, Hens.seat((message, input) -> message));
        facade.template("hen", null);

        assertThat(status().p99()).isNull();
    }

    private RoleStatus status() {
        return facades.statuses(List.of()).get(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A role whose calls may fail as they say. */
    public interface Barn {

        void open() throws IOException;
    }
}
