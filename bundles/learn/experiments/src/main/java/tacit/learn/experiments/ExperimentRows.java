package tacit.learn.experiments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;
import tacit.learn.experiments.live.LiveStore;

/** Reads and writes experiments and their places, within one transaction; what it changes is in their history. */
final class ExperimentRows {

    private static final List<String> COLUMNS = List.of(
            "id",
            "workspace_id",
            "state",
            "version",
            "change_hash",
            "role_name",
            "cluster_id",
            "proposer",
            "proposal",
            "before_values",
            "base_generation",
            "created_at",
            "changed_at",
            "home");

    private final Session session;

    ExperimentRows(Session session) {
        this.session = session;
    }

    /** @param home whose harness it is about */
    void add(Experiment made, String by, String home) {
        session.insertAbsent("experiments", COLUMNS, List.<@Nullable Object[]>of(new @Nullable Object[] {
            made.id(),
            made.workspaceId(),
            made.state().name(),
            made.version(),
            Written.hash(made.proposal().change()),
            made.proposal().role(),
            made.proposal().clusterId(),
            made.proposal().proposer(),
            Written.text(made.proposal()),
            Written.values(made.before()),
            made.baseGeneration(),
            made.createdAt(),
            made.changedAt(),
            home
        }));
        new StepRows(session)
                .add(
                        made.id(),
                        new ExperimentStep(
                                1, null, made.state(), by, made.proposal().why(), made.createdAt()));
    }

    /** Takes the places of a change; answers the experiment that has one already. */
    Optional<String> claim(Experiment made) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<String> places = List.copyOf(made.proposal().change().places());
        places.forEach(place -> rows.add(new @Nullable Object[] {place, made.id()}));
        boolean[] taken = session.insertAbsent("experiment_places", List.of("place", "experiment_id"), rows);
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                return session.selectOne(
                        "SELECT experiment_id FROM experiment_places WHERE place = ?",
                        row -> row.text("experiment_id"),
                        places.get(i));
            }
        }
        return Optional.empty();
    }

    Optional<Experiment> find(String workspaceId, String id) {
        return session.selectOne(
                "SELECT * FROM experiments WHERE workspace_id = ? AND id = ?", ExperimentRows::read, workspaceId, id);
    }

    /** Those of any workspace in one state, oldest first. */
    List<Experiment> in(ExperimentState state) {
        return session.select(
                "SELECT * FROM experiments WHERE state = ? ORDER BY created_at, id",
                ExperimentRows::read,
                state.name());
    }

    /** Those in one state that are at home, or were last changed before a time, oldest first. */
    List<Experiment> in(ExperimentState state, String home, Instant orBefore) {
        return session.select(
                "SELECT * FROM experiments WHERE state = ? AND (home = ? OR home = '' OR changed_at < ?)"
                        + " ORDER BY created_at, id",
                ExperimentRows::read,
                state.name(),
                home,
                orBefore);
    }

    String home(String id) {
        return session.selectOne("SELECT home FROM experiments WHERE id = ?", row -> row.text("home"), id)
                .orElse(Home.ANYWHERE);
    }

    void settle(String id, String home) {
        session.update("UPDATE experiments SET home = ? WHERE id = ?", home, id);
    }

    /** Those that would change the same in the same way, newest first. */
    List<Experiment> same(String workspaceId, String hash) {
        return session.select(
                "SELECT * FROM experiments WHERE workspace_id = ? AND change_hash = ? ORDER BY created_at DESC, id DESC",
                ExperimentRows::read,
                workspaceId,
                hash);
    }

    Page<Experiment> list(String workspaceId, Set<ExperimentState> states, PageRequest page) {
        List<@Nullable Object> values = new ArrayList<>(List.of(workspaceId));
        String where = " FROM experiments WHERE workspace_id = ?";
        if (!states.isEmpty()) {
            where += " AND state IN (" + "?, ".repeat(states.size() - 1) + "?)";
            states.stream().map(Enum::name).sorted().forEach(values::add);
        }
        long total = session.selectOne("SELECT COUNT(*) AS n" + where, row -> row.number("n"), values.toArray())
                .orElse(0L);
        values.add(page.offset());
        values.add(page.limit());
        List<Experiment> rows = session.select(
                "SELECT *" + where + " ORDER BY created_at DESC, id DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                ExperimentRows::read,
                values.toArray());
        return new Page<>(rows, page.offset(), total);
    }

    /**
     * Moves an experiment on, if it is still as it was read.
     *
     * @param after the same experiment with the next version
     * @return whether it was
     */
    boolean move(Experiment before, Experiment after, String by, String reason) {
        int moved = session.update(
                "UPDATE experiments SET state = ?, version = ?, base_generation = ?, trial = ?, generation = ?,"
                        + " before_values = ?, changed_at = ? WHERE id = ? AND version = ? AND state = ?",
                after.state().name(),
                after.version(),
                after.baseGeneration(),
                Optional.ofNullable(after.trial()).map(Written::trial).orElse(null),
                after.generation(),
                Written.values(after.before()),
                after.changedAt(),
                before.id(),
                before.version(),
                before.state().name());
        if (moved == 0) {
            return false;
        }
        new StepRows(session)
                .add(
                        after.id(),
                        new ExperimentStep(
                                after.version(), before.state(), after.state(), by, reason, after.changedAt()));
        if (before.state() == ExperimentState.CANARY && after.state() != ExperimentState.CANARY) {
            LiveStore.leave(session, after, reason);
        }
        if (!after.state().claims()) {
            session.update("DELETE FROM experiment_places WHERE experiment_id = ?", after.id());
        }
        return true;
    }

    private static Experiment read(Row row) {
        Instant created = row.time("created_at");
        return new Experiment(
                row.text("id"),
                row.text("workspace_id"),
                Written.proposal(row.text("proposal")),
                Written.values(row.text("before_values")),
                row.number("base_generation"),
                ExperimentState.valueOf(row.text("state")),
                row.number("version"),
                row.optionalText("trial").map(Written::trial).orElse(null),
                row.optionalNumber("generation").orElse(null),
                created,
                row.time("changed_at"));
    }
}
