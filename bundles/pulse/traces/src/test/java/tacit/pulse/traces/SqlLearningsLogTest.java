package tacit.pulse.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.Learning;
import tacit.api.pulse.Learning.Kind;
import tacit.api.pulse.LearningsLog;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class SqlLearningsLogTest {

    private static final PageRequest ALL = PageRequest.first(10);

    private MovingClock clock;
    private LearningsLog log;

    @BeforeEach
    void open(Database database) {
        clock = new MovingClock();
        log = new SqlLearningsLog(database, new PatternRedactor(), clock);
    }

    @Test
    void ct07KeepsAnEntryOnce() {
        assertThat(log.add("p1", "w1", Kind.DISPATCH_RESULT, "run-1", "It worked", "heartbeat:run-1", null))
                .isTrue();
        assertThat(log.add("p1", "w1", Kind.DISPATCH_RESULT, "run-1", "It worked", "heartbeat:run-1", null))
                .isFalse();
        assertThat(log.add("p1", "w1", Kind.DREAM, "run-1", "It dreamt", null, "memory:m1"))
                .isTrue();
        assertThat(log.add("p2", null, Kind.DREAM, "run-1", "It dreamt", null, null))
                .isTrue();

        assertThat(log.list(null, null, null, ALL).rows())
                .extracting(Learning::profileId, Learning::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("p2", Kind.DREAM),
                        org.assertj.core.groups.Tuple.tuple("p1", Kind.DREAM),
                        org.assertj.core.groups.Tuple.tuple("p1", Kind.DISPATCH_RESULT));
        assertThat(log.list("w2", "p1", null, ALL).rows()).isEmpty();
        assertThat(log.list("w1", "p1", Kind.DREAM, ALL).rows()).singleElement().satisfies(entry -> {
            assertThat(entry.reference()).isEqualTo("memory:m1");
            assertThat(entry.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    void pagesThroughThem() {
        for (int i = 0; i < 5; i++) {
            log.add("p1", "w1", Kind.MEMORY, "k" + i, "entry " + i, null, null);
        }

        assertThat(log.list(null, "p1", null, new PageRequest(1, 2)).rows())
                .extracting(Learning::key)
                .containsExactly("k3", "k2");
        assertThat(log.list(null, "p1", null, new PageRequest(1, 2)).total()).isEqualTo(5);
    }

    @Test
    void refusesAKeyThatSaysNothing() {
        assertThatThrownBy(() -> log.add("p1", "w1", Kind.MEMORY, " ", "x", null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key must have 1 to 400 characters, got 1");
    }
}
