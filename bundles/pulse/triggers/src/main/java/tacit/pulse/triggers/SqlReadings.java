package tacit.pulse.triggers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.SignalDraft;
import tacit.api.store.Database;
import tacit.api.store.Row;
import tacit.api.store.Session;
import tacit.pulse.triggers.FileChanges.Known;

/**
 * Keeps readings: in one transaction what a trigger remembers, which files it knows, which delivery it took, and what is still to be
 * told. A reading is kept only on top of the one that it came from. Thread-safe.
 */
@Component(service = SqlReadings.class)
public final class SqlReadings {

    private final Database database;

    @Activate
    public SqlReadings(@Reference Database database) {
        this.database = database;
        database.migrate("tacit.pulse.triggers", SqlReadings.class);
    }

    /**
     * A reading.
     *
     * @param from the state that it came from
     * @param to the state after it
     * @param delivery which request it was; null for none
     * @param files what became of files; null when none were looked at
     * @param drafts what is to be told
     */
    record Reading(
            String triggerId,
            String workspaceId,
            State from,
            State to,
            @Nullable String delivery,
            @Nullable FileChanges files,
            List<SignalDraft> drafts,
            Instant at) {}

    /** What is still to be told of a reading. */
    record Untold(String triggerId, long sequence, List<SignalDraft> drafts) {}

    /** Takes the whole transaction back. */
    private static final class Outrun extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    State state(String triggerId) {
        return database.read(session -> session.selectOne(
                        "SELECT sequence, memory, watched, read_at FROM trigger_states WHERE trigger_id = ?",
                        SqlReadings::state,
                        triggerId)
                .orElse(State.NONE));
    }

    private static State state(Row row) {
        return new State(
                row.number("sequence"),
                DraftJson.readMemory(row.text("memory")),
                row.text("watched"),
                row.time("read_at"));
    }

    SortedMap<String, Known> files(String triggerId) {
        SortedMap<String, Known> files = new TreeMap<>();
        database.read(session -> session.select(
                "SELECT path, modified_at, size_bytes FROM trigger_files WHERE trigger_id = ?",
                row -> files.put(row.text("path"), new Known(row.time("modified_at"), row.number("size_bytes"))),
                triggerId));
        return files;
    }

    boolean isTaken(String triggerId, String delivery) {
        return database.read(session -> isTaken(session, triggerId, delivery));
    }

    private static boolean isTaken(Session session, String triggerId, String delivery) {
        return session.selectOne(
                        "SELECT taken_at FROM trigger_deliveries WHERE trigger_id = ? AND delivery_id = ?",
                        row -> row.number("taken_at"),
                        triggerId,
                        delivery)
                .isPresent();
    }

    /** Keeps all of it, or nothing when another reading was kept since, or its delivery was taken. */
    boolean keep(Reading reading) {
        try {
            return database.write(session -> {
                step(session, reading);
                deliver(session, reading);
                if (reading.files() != null) {
                    files(session, reading.triggerId(), reading.files());
                }
                if (!reading.drafts().isEmpty()) {
                    session.update(
                            "INSERT INTO trigger_outbox (trigger_id, sequence, workspace_id, drafts, created_at)"
                                    + " VALUES (?, ?, ?, ?, ?)",
                            reading.triggerId(),
                            reading.to().sequence(),
                            reading.workspaceId(),
                            DraftJson.write(reading.drafts()),
                            reading.at());
                }
                return true;
            });
        } catch (Outrun e) {
            return false;
        }
    }

    private static void step(Session session, Reading reading) {
        State to = reading.to();
        String memory = DraftJson.write(to.memory());
        boolean stepped = reading.from().sequence() == 0
                ? session.insertAbsent(
                                "trigger_states",
                                List.of("trigger_id", "workspace_id", "sequence", "memory", "watched", "read_at"),
                                List.<Object[]>of(new Object[] {
                                    reading.triggerId(), reading.workspaceId(), 1L, memory, to.watched(), reading.at()
                                }))[0]
                : session.update(
                                "UPDATE trigger_states SET workspace_id = ?, sequence = ?, memory = ?, watched = ?,"
                                        + " read_at = ? WHERE trigger_id = ? AND sequence = ?",
                                reading.workspaceId(),
                                to.sequence(),
                                memory,
                                to.watched(),
                                reading.at(),
                                reading.triggerId(),
                                reading.from().sequence())
                        == 1;
        if (!stepped) {
            throw new Outrun();
        }
    }

    private static void deliver(Session session, Reading reading) {
        String delivery = reading.delivery();
        if (delivery == null) {
            return;
        }
        boolean[] taken = session.insertAbsent(
                "trigger_deliveries",
                List.of("trigger_id", "delivery_id", "taken_at"),
                List.<Object[]>of(new Object[] {reading.triggerId(), delivery, reading.at()}));
        if (!taken[0]) {
            throw new Outrun();
        }
    }

    private static void files(Session session, String triggerId, FileChanges files) {
        if (files.first()) {
            session.update("DELETE FROM trigger_files WHERE trigger_id = ?", triggerId);
        }
        Set<String> paths =
                files.first() ? files.now().keySet() : files.changed().keySet();
        List<Object[]> gone = new ArrayList<>();
        List<Object[]> there = new ArrayList<>();
        for (String path : paths) {
            gone.add(new Object[] {triggerId, path});
            Known known = files.now().get(path);
            if (known != null) {
                there.add(new Object[] {triggerId, path, known.modifiedAt(), known.size()});
            }
        }
        if (!gone.isEmpty() && !files.first()) {
            session.batch("DELETE FROM trigger_files WHERE trigger_id = ? AND path = ?", gone);
        }
        if (!there.isEmpty()) {
            session.batch(
                    "INSERT INTO trigger_files (trigger_id, path, modified_at, size_bytes) VALUES (?, ?, ?, ?)", there);
        }
    }

    /** What was to be told and was not, of readings before a moment, the oldest first. */
    List<Untold> untold(Instant before, int limit) {
        return database.read(session -> session.select(
                "SELECT trigger_id, sequence, drafts FROM trigger_outbox WHERE created_at <= ?"
                        + " ORDER BY created_at, sequence LIMIT ?",
                row -> new Untold(row.text("trigger_id"), row.number("sequence"), DraftJson.read(row.text("drafts"))),
                before,
                limit));
    }

    void told(String triggerId, long sequence) {
        database.write(session -> session.update(
                "DELETE FROM trigger_outbox WHERE trigger_id = ? AND sequence = ?", triggerId, sequence));
    }

    /** Forgets deliveries of a trigger that were taken before a moment. */
    int forget(String triggerId, Instant before) {
        return database.write(session -> session.update(
                "DELETE FROM trigger_deliveries WHERE trigger_id = ? AND taken_at < ?", triggerId, before));
    }
}
