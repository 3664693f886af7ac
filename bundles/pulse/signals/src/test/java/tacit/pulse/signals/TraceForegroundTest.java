package tacit.pulse.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

class TraceForegroundTest {

    private final MovingClock clock = new MovingClock();

    private TraceForeground foreground(Database database) {
        return new TraceForeground(
                new SqlTraceStore(database), clock, Configurations.of(TraceForeground.Config.class, Map.of()));
    }

    private void run(Database database, TraceBuilder run) {
        new SqlTraceStore(database).append(Scope.ofWorkspace("home"), List.of(TraceUpdate.of(run.build(), List.of())));
    }

    private TraceBuilder trace(String id, TraceStatus status, @Nullable Instant end) {
        return Trace.builder(id)
                .workspaceId("home")
                .sessionId(id)
                .startedAt(clock.instant().minus(Duration.ofHours(1)))
                .endedAt(end)
                .status(status);
    }

    @EachDatabase
    void sg16FindsARunOfAUserUnderWay(Database database) {
        run(database, trace("t1", TraceStatus.RUNNING, null));

        assertThat(foreground(database).active("home")).isTrue();
        assertThat(foreground(database).active("other")).isFalse();
    }

    @EachDatabase
    void sg16CountsARunForSomeMinutesAfterItsEnd(Database database) {
        run(database, trace("t1", TraceStatus.COMPLETED, clock.instant()));
        TraceForeground foreground = foreground(database);

        clock.pass(Duration.ofMinutes(4));
        assertThat(foreground.active("home")).isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(foreground.active("home")).isFalse();
    }

    @EachDatabase
    void sg16LeavesOutWhatTheCoreStarted(Database database) {
        run(database, trace("t1", TraceStatus.RUNNING, null).profileId("p1"));
        run(database, trace("t2", TraceStatus.RUNNING, null).attribute(Attribute.OWN_RUN, true));

        assertThat(foreground(database).active("home")).isFalse();
    }

    @EachDatabase
    void forgetsARunWhoseEndWasNeverSeen(Database database) {
        run(database, trace("t1", TraceStatus.RUNNING, null));
        TraceForeground foreground = foreground(database);

        clock.pass(Duration.ofHours(12));

        assertThat(foreground.active("home")).isFalse();
    }

    @EachDatabase
    void keepsAnAnswerForSomeSeconds(Database database) {
        TraceForeground foreground = foreground(database);
        assertThat(foreground.active("home")).isFalse();
        run(database, trace("t1", TraceStatus.RUNNING, null));

        assertThat(foreground.active("home")).isFalse();
        clock.pass(Duration.ofSeconds(3));
        assertThat(foreground.active("home")).isTrue();
    }

    @EachDatabase
    void refusesSettingsOutOfBounds(Database database) {
        for (String setting : List.of("quiet_minutes", "longest_run_hours", "kept_seconds")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TraceForeground(
                            new SqlTraceStore(database),
                            clock,
                            Configurations.of(TraceForeground.Config.class, Map.of(setting, -1))));
        }
    }
}
