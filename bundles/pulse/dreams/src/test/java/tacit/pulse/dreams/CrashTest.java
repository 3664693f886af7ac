package tacit.pulse.dreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Evidence;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamState;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

/** What is left when the host ends between two steps. */
@EachDatabase
class CrashTest {

    private static final String OLD = "Reports go out on Monday";
    private static final String NEW = "Reports go out on Tuesday";

    @TempDir
    Path folder;

    private Database database;
    private Host host;
    private DreamCandidate candidate;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        host = new Host(opened, folder);
        host.entry(OLD);
        host.observed("Actually the reports go out on Tuesday, not Monday.");
        host.dream();
        candidate = host.candidate(DreamAction.CURATED_REPLACE);
        move(DreamState.PROPOSED, DreamState.ACCEPTED, Moves.With.by("olga", null));
    }

    private void move(DreamState from, DreamState to, Moves.With with) {
        boolean moved =
                database.write(session -> new Moves(session).move(candidate, from, to, with, host.clock.instant()));
        assertThat(moved).isTrue();
    }

    private void claim() {
        String memo =
                new CuratedOwner(host.memories, host.store).before(candidate).json();
        move(DreamState.ACCEPTED, DreamState.APPLYING, new Moves.With(null, null, null, null, memo));
    }

    private DreamCandidate now() {
        return host.review.find(Host.SCOPE, candidate.id()).orElseThrow();
    }

    @Test
    void whatWasClaimedAndNotDoneMayBeTriedAgain() {
        claim();

        assertThat(host.review.recover()).isEqualTo(1);

        assertThat(now().state()).isEqualTo(DreamState.ACCEPTED);
        assertThat(host.accept(candidate).state()).isEqualTo(DreamState.APPLIED);
        assertThat(host.entries()).containsExactly(NEW);
    }

    @Test
    void whatWasDoneAndNotSaidIsSaidAndCanBeTakenBack() {
        claim();
        new CuratedOwner(host.memories, host.store).apply(candidate, Sources.of(candidate));

        assertThat(host.review.recover()).isEqualTo(1);

        assertThat(now().state()).isEqualTo(DreamState.APPLIED);
        assertThat(host.review.undo(Host.SCOPE, candidate.id(), "olga").state()).isEqualTo(DreamState.UNDONE);
        assertThat(host.entries()).containsExactly(OLD);
    }

    @Test
    void whatWasBeingTakenBackMayBeTakenBackAgain() {
        host.accept(candidate);
        move(DreamState.APPLIED, DreamState.UNDOING, Moves.With.by("olga", null));
        Stored stored = database.read(session -> new CandidateRows(session).find(Host.SCOPE, candidate.id()))
                .orElseThrow();
        Evidence statement = Evidence.of(
                Evidence.Kind.STATEMENT,
                String.valueOf(host.audit
                        .write("olga", "dream.undo", "x", java.util.Map.of("workspace", "w1"))
                        .sequence()));
        new CuratedOwner(host.memories, host.store).undo(stored.candidate(), Memo.read(stored.memo()), statement);

        assertThat(host.review.recover()).isEqualTo(1);

        assertThat(now().state()).isEqualTo(DreamState.APPLIED);
        assertThat(host.review.undo(Host.SCOPE, candidate.id(), "olga").state()).isEqualTo(DreamState.UNDONE);
        assertThat(host.entries()).containsExactly(OLD);
    }
}
