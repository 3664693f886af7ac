package tacit.memory.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.gate.GateFixture.NO_VARIABLES;
import static tacit.memory.gate.GateFixture.SCOPE;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.PendingWrite;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;

/** How long a gate keeps what nobody has to look at any more. */
@EachDatabase
class KeptReviewsTest {

    private final Database database;
    private GateFixture fixture;
    private SqlWriteGate gate;

    KeptReviewsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        fixture = new GateFixture(database);
        gate = fixture.gate(new SqlWriteGate.Rule("all", 10, 30, NO_VARIABLES));
    }

    @Test
    void dropsWhatWasReviewedLongAgoWhenAnotherOneComes() {
        gate.reject(SCOPE, staged("rejected"), "bob", "no");
        gate.approve(SCOPE, staged("applied"), "bob", null);
        fixture.curated.refusal = new IllegalArgumentException("It is full");
        gate.approve(SCOPE, staged("failed"), "bob", null);
        pass(20);
        gate.reject(SCOPE, staged("later"), "bob", null);
        assertThat(all()).hasSize(4);
        pass(11);

        staged("new");

        assertThat(all()).containsExactlyInAnyOrder("later", "new");
    }

    @Test
    void keepsWhatWaitsHoweverOldItIs() {
        staged("waiting");
        pass(4000);

        staged("new");

        assertThat(all()).containsExactlyInAnyOrder("waiting", "new");
    }

    @Test
    void dropsWithTheNextReviewToo() {
        gate.reject(SCOPE, staged("rejected"), "bob", null);
        String waiting = staged("waiting");
        pass(31);

        gate.reject(SCOPE, waiting, "bob", null);

        assertThat(all()).containsExactly("waiting");
    }

    @Test
    void dropsThoseOfAllWorkspacesWhenItStarts() {
        gate.reject(SCOPE, staged("rejected"), "bob", null);
        pass(31);
        assertThat(all()).hasSize(1);

        fixture.gate(new SqlWriteGate.Rule("off", 10, 30, NO_VARIABLES));

        assertThat(all()).isEmpty();
    }

    @Test
    void goesByItsSetting() {
        gate.reject(SCOPE, staged("rejected"), "bob", null);

        pass(5);
        configured(6);
        assertThat(all()).hasSize(1);
        configured(4);

        assertThat(all()).isEmpty();
    }

    @Test
    void refusesToKeepNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SqlWriteGate.Rule("off", 10, 0, NO_VARIABLES))
                .withMessage("reviewedKeptDays must be at least 1, got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> configured(-1));
    }

    private void configured(int days) {
        SqlWriteGate.Config config =
                Configurations.of(SqlWriteGate.Config.class, Map.of("mode", "off", "reviewed_kept_days", days));
        Clock clock = Clock.fixed(fixture.now, ZoneOffset.UTC);
        assertThat(new SqlWriteGate(database, new ListAuditLog(), new PatternRedactor(), clock, config))
                .isNotNull();
    }

    private String staged(String content) {
        return Objects.requireNonNull(gate.evaluate(Writes.curatedAdd(content)).pendingId());
    }

    private void pass(int days) {
        fixture.now = fixture.now.plus(Duration.ofDays(days));
    }

    private List<String> all() {
        return gate.list(SCOPE, null, PageRequest.first(100)).rows().stream()
                .map(PendingWrite::write)
                .map(write -> write.payload().getOrDefault("content", ""))
                .toList();
    }
}
