package tacit.pulse.dreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamState;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class MovesTest {

    private static final Map<DreamState, Set<DreamState>> WANTED = Map.of(
            DreamState.PROPOSED, Set.of(DreamState.ACCEPTED, DreamState.REJECTED, DreamState.ARCHIVED),
            DreamState.ACCEPTED, Set.of(DreamState.APPLYING, DreamState.REJECTED, DreamState.PROPOSED),
            DreamState.APPLYING, Set.of(DreamState.APPLIED, DreamState.ACCEPTED),
            DreamState.APPLIED, Set.of(DreamState.UNDOING),
            DreamState.UNDOING, Set.of(DreamState.UNDONE, DreamState.APPLIED),
            DreamState.REJECTED, Set.of(DreamState.PROPOSED),
            DreamState.ARCHIVED, Set.of(DreamState.PROPOSED),
            DreamState.UNDONE, Set.of());

    @TempDir
    Path folder;

    private Database database;
    private Host host;
    private DreamCandidate candidate;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        host = new Host(opened, folder);
        host.observed("Never deploy without a second reviewer.");
        host.dream();
        candidate = host.candidate(DreamAction.CONSTRAINT);
    }

    private boolean move(DreamState from, DreamState to) {
        Moves.With with = new Moves.With("olga", "words", "m1", null, null);
        return database.write(session -> new Moves(session).move(candidate, from, to, with, host.clock.instant()));
    }

    private DreamState state() {
        return host.candidates().get(0).state();
    }

    @Test
    void refusesEachMoveThatIsNotAllowed() {
        for (DreamState from : DreamState.values()) {
            for (DreamState to : DreamState.values()) {
                boolean allowed = WANTED.getOrDefault(from, Set.of()).contains(to);
                assertThat(Moves.allowed(from, to)).as(from + " to " + to).isEqualTo(allowed);
                if (!allowed) {
                    assertThatIllegalStateException().isThrownBy(() -> move(from, to));
                }
            }
        }
        assertThat(state()).isEqualTo(DreamState.PROPOSED);
    }

    @Test
    void movesOnlyWhatIsInTheStateThatIsExpected() {
        assertThat(move(DreamState.ACCEPTED, DreamState.APPLYING)).isFalse();
        assertThat(move(DreamState.PROPOSED, DreamState.ACCEPTED)).isTrue();
        assertThat(move(DreamState.PROPOSED, DreamState.ACCEPTED)).isFalse();
        assertThat(move(DreamState.ACCEPTED, DreamState.APPLYING)).isTrue();
        assertThat(move(DreamState.APPLYING, DreamState.APPLIED)).isTrue();
        assertThat(move(DreamState.APPLIED, DreamState.UNDOING)).isTrue();
        assertThat(move(DreamState.UNDOING, DreamState.UNDONE)).isTrue();
        assertThat(state()).isEqualTo(DreamState.UNDONE);
    }

    @Test
    void theDatabaseRefusesWhatNoCandidateOrRunMayBe() {
        for (String wrong : new String[] {
            "UPDATE dreaming_candidates SET state = 'DONE'",
            "UPDATE dreaming_candidates SET action = 'DELETE'",
            "UPDATE dreaming_candidates SET state = 'ACCEPTED'",
            "UPDATE dreaming_candidates SET state = 'REJECTED', reviewed_by = 'x', reviewed_at = 1",
            "UPDATE dreaming_candidates SET state = 'APPLIED', open_key = id, reviewed_by = 'x', reviewed_at = 1",
            "UPDATE dreaming_candidates SET confidence = 2",
            "UPDATE dreaming_runs SET status = 'RUNNING'",
            "UPDATE dreaming_runs SET completed_at = NULL",
            "UPDATE dreaming_runs SET trigger_source = 'NOBODY'",
            "UPDATE dreaming_evidence SET kind = 'RUMOUR'"
        }) {
            assertThatThrownBy(() -> database.write(session -> session.update(wrong)))
                    .as(wrong)
                    .isInstanceOf(StoreException.class);
        }
    }
}
