package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.evals.replay.Samples.SCOPE;
import static tacit.learn.evals.replay.Samples.decision;
import static tacit.learn.evals.replay.Samples.draft;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.State;
import tacit.api.learn.ReplayCases.Review;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.StoreException;
import tacit.learn.evals.replay.Samples.ListDecisions;
import tacit.learn.evals.replay.Samples.NumberedHarness;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class ReviewTest {

    private final ListDecisions log = new ListDecisions().with(decision("d1"));
    private final ListAuditLog audit = new ListAuditLog();
    private final MovingClock clock = new MovingClock();
    private SqlReplayCases cases;
    private String id = "";

    @BeforeEach
    void open(Database database) {
        cases = open(database, audit);
        id = cases.add(SCOPE, draft("d1")).id();
    }

    private SqlReplayCases open(Database database, AuditLog writtenTo) {
        return Samples.cases(database, log, new NumberedHarness(), writtenTo, clock, Map.of());
    }

    private ReplayCase review(State state) {
        return cases.review(SCOPE, id, state, "ann", "because");
    }

    private State state() {
        return cases.find(SCOPE, id).orElseThrow().state();
    }

    /** Brings the case into a state on an allowed way. */
    private void bring(State state) {
        if (state != State.ACTIVE) {
            review(state);
        }
        audit.entries.clear();
    }

    @Test
    void w14NobodyChangesACaseUnnamedOrPastTheAuditLogAndNoSecretIsKept() {
        assertThatThrownBy(() -> cases.review(SCOPE, id, State.RETIRED, " ", "because"))
                .isInstanceOf(IllegalArgumentException.class);
        audit.broken = true;
        assertThatThrownBy(() -> review(State.RETIRED)).isInstanceOf(IllegalStateException.class);
        assertThat(state()).isEqualTo(State.ACTIVE);
        assertThat(cases.reviews(SCOPE, id)).isEmpty();

        audit.broken = false;
        cases.review(SCOPE, id, State.QUARANTINED, "ann", "the key was " + Samples.KEY);

        assertThat(cases.reviews(SCOPE, id)).singleElement().satisfies(review -> {
            assertThat(review.by()).isEqualTo("ann");
            assertThat(review.reason()).doesNotContain(Samples.KEY);
        });
        assertThat(audit.entries).extracting(AuditEntry::actor).containsExactly("ann");
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, QUARANTINED", "ACTIVE, RETIRED", "QUARANTINED, ACTIVE", "QUARANTINED, RETIRED"})
    void changesWhetherACaseCounts(State from, State to) {
        bring(from);

        assertThat(review(to).state()).isEqualTo(to);

        assertThat(state()).isEqualTo(to);
        assertThat(audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("ann");
            assertThat(entry.action()).isEqualTo("replay_case.review");
            assertThat(entry.subject()).isEqualTo(id);
            assertThat(entry.details()).containsEntry("from", from.name()).containsEntry("to", to.name());
        });
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE", "QUARANTINED", "RETIRED"})
    void aRetiredCaseNeverComesBack(State to) {
        bring(State.RETIRED);

        assertThatThrownBy(() -> review(to))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot review case '" + id + "': it is retired for good");
        assertThat(state()).isEqualTo(State.RETIRED);
        assertThat(audit.entries).isEmpty();
        assertThat(cases.add(SCOPE, draft("d1")).state()).isEqualTo(State.RETIRED);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE", "QUARANTINED"})
    void changesNothingWhereItIsSoAlready(State state) {
        bring(state);

        assertThat(review(state).state()).isEqualTo(state);
        assertThat(audit.entries).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE", "QUARANTINED"})
    void theDatabaseBringsNoRetiredCaseBack(State to, Database database) {
        bring(State.RETIRED);

        assertThatThrownBy(
                        () -> database.write(session -> session.update("UPDATE replay_cases SET state = '" + to + "'")))
                .isInstanceOf(StoreException.class);
        boolean moved = database.write(
                session -> new CaseRows(session, "default").move(id, State.RETIRED, to, clock.instant()));
        assertThat(moved).isFalse();
        assertThat(state()).isEqualTo(State.RETIRED);
    }

    @ParameterizedTest
    @CsvSource({"RETIRED, ACTIVE", "RETIRED, QUARANTINED", "ACTIVE, ACTIVE", "ACTIVE, GONE"})
    void theDatabaseKeepsNoChangeThatIsForbidden(String from, String to, Database database) {
        String insert =
                "INSERT INTO replay_reviews (workspace_id, case_id, state_before, state_after, reviewed_by, reason,"
                        + " reviewed_at) VALUES ('default', 'c', ?, ?, 'ann', 'x', 1)";

        assertThatThrownBy(() -> database.write(session -> session.update(insert, from, to)))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void theDatabaseKnowsNoOtherState(Database database) {
        assertThatThrownBy(() -> database.write(session -> session.update("UPDATE replay_cases SET state = 'NEW'")))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void changesNothingThatCannotBeAudited() {
        audit.broken = true;

        assertThatThrownBy(() -> review(State.RETIRED)).isInstanceOf(IllegalStateException.class);
        assertThat(state()).isEqualTo(State.ACTIVE);
        assertThat(cases.reviews(SCOPE, id)).isEmpty();
    }

    @Test
    void refusesWhenSomebodyElseWasFaster(Database database) {
        SqlReplayCases slow = open(database, new Overtaken());

        assertThatThrownBy(() -> slow.review(SCOPE, id, State.QUARANTINED, "bob", "flaky"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("somebody changed it at the same time");
        assertThat(state()).isEqualTo(State.RETIRED);
        assertThat(cases.reviews(SCOPE, id)).extracting(Review::by).containsExactly("ann");
    }

    /** Retires the case while somebody else's act is being written down. */
    private final class Overtaken implements AuditLog {

        @Override
        public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
            review(State.RETIRED);
            return audit.write(actor, action, subject, details);
        }

        @Override
        public Page<AuditEntry> list(PageRequest page) {
            return audit.list(page);
        }
    }

    @Test
    void keepsEveryChangeWithItsReason() {
        review(State.QUARANTINED);
        cases.review(SCOPE, id, State.ACTIVE, "bob", "key " + Samples.KEY + " " + "x".repeat(2_000));

        List<Review> reviews = cases.reviews(SCOPE, id);
        assertThat(reviews.get(0))
                .isEqualTo(new Review(State.ACTIVE, State.QUARANTINED, "ann", "because", clock.instant()));
        assertThat(reviews.get(1).reason()).hasSizeLessThanOrEqualTo(1_000).doesNotContain(Samples.KEY);
    }

    @Test
    void refusesAChangeWithoutANameOrAReason() {
        assertThatThrownBy(() -> cases.review(SCOPE, id, State.RETIRED, " ", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cases.review(SCOPE, id, State.RETIRED, "ann", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cases.review(SCOPE, "nothing", State.RETIRED, "ann", "x"))
                .hasMessage("Cannot review case 'nothing': no such case");
    }
}
