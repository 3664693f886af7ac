package tacit.learn.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiment.Trial;
import tacit.api.experiment.ExperimentState;
import tacit.api.gate.GateSettings;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.learn.gate.StatisticalGate;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class TransitionsTest {

    private static final Trial TRIAL = new Trial(
            "replay",
            new StatisticalGate().judge(List.of(), GateSettings.deterministic()),
            0,
            0,
            List.of(),
            List.of(),
            Instant.EPOCH);

    private static Experiment in(ExperimentState state) {
        boolean tried = state != ExperimentState.PROPOSED && state != ExperimentState.RUNNING;
        boolean made = state == ExperimentState.PROMOTED || state == ExperimentState.ROLLED_BACK;
        return new Experiment(
                "x-" + state,
                "w1",
                Rig.bundle("ada"),
                List.of(Optional.of(ListGenerations.OLD)),
                1,
                state,
                1,
                tried ? TRIAL : null,
                made ? 2L : null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Test
    void w11RefusesEveryMoveThatIsNotForeseen(Database database) {
        StoredRows.migrate(database);
        Moves moves = new Moves(database, new ListAuditLog(), new MovingClock());
        for (ExperimentState from : ExperimentState.values()) {
            for (ExperimentState to : ExperimentState.values()) {
                if (!from.next().contains(to)) {
                    assertThatIllegalStateException()
                            .as(from + " to " + to)
                            .isThrownBy(() -> moves.to(in(from), to, "eve", "because"));
                }
            }
        }
    }

    @Test
    void w11EndsWhatIsRejectedFailedOrRolledBackForGood() {
        assertThat(ExperimentState.REJECTED.ended()).isTrue();
        assertThat(ExperimentState.FAILED_GATE.ended()).isTrue();
        assertThat(ExperimentState.ROLLED_BACK.ended()).isTrue();
        assertThat(ExperimentState.PROMOTED.next()).containsExactly(ExperimentState.ROLLED_BACK);
    }

    @Test
    void moveOnceOnly(Database database) {
        StoredRows.migrate(database);
        Moves moves = new Moves(database, new ListAuditLog(), new MovingClock());
        Experiment made = in(ExperimentState.PROPOSED);
        database.write(session -> {
            new ExperimentRows(session).add(made, "ada", Home.ANYWHERE);
            return made;
        });
        moves.to(made, ExperimentState.REJECTED, "ben", "no");

        assertThatIllegalStateException()
                .isThrownBy(() -> moves.to(made, ExperimentState.REJECTED, "eve", "me too"))
                .withMessageContaining("somebody else");
    }

    @Test
    void theDatabaseRefusesStatesWithoutTheirGrounds(Database database) {
        StoredRows.migrate(database);
        Experiment made = in(ExperimentState.PROPOSED);
        database.write(session -> {
            new ExperimentRows(session).add(made, "ada", Home.ANYWHERE);
            return made;
        });

        for (String state :
                List.of("PASSED_GATE", "FAILED_GATE", "INCONCLUSIVE", "CANARY", "PROMOTED", "ROLLED_BACK", "X")) {
            assertThatThrownBy(() -> database.write(session ->
                            session.update("UPDATE experiments SET state = ? WHERE id = ?", state, made.id())))
                    .as(state)
                    .isInstanceOf(StoreException.class);
        }
    }

    /** The tables of experiments. */
    private static final class StoredRows {
        static void migrate(Database database) {
            database.migrate(StoredExperiments.OWNER, StoredExperiments.class);
        }
    }
}
