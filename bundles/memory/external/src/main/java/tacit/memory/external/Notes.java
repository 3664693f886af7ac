package tacit.memory.external;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.RemoteCopy;
import tacit.api.store.Database;
import tacit.api.store.Row;

/** Which notes agents left outside, and what must still be forgotten there; outlives the process, and holds no text. Thread-safe. */
@Component(service = Notes.class)
public final class Notes {

    private static final String TABLE = "external_notes";
    private static final String ONE = " WHERE provider = ? AND workspace_id = ? AND note_key = ?";
    private static final int AT_ONCE = 500;

    private static final List<String> COLUMNS = List.of(
            "provider",
            "workspace_id",
            "note_key",
            "remote_id",
            "document_id",
            "container",
            "owner",
            "run_id",
            "text_sha256",
            "state",
            "attempts",
            "next_at");

    private final Tables tables;

    @Activate
    public Notes(@Reference Database database) {
        this.tables = new Tables(database);
    }

    /** Where a note stands. */
    enum State {
        /** It is there. */
        SENT,
        /** It is to be forgotten. */
        FORGETTING
    }

    /**
     * A note.
     *
     * @param provider where it is
     * @param workspaceId of which workspace
     * @param copy what it is called there
     * @param owner whose it is; null for nobody known
     * @param runId the run that left it; null for none
     * @param digest of its text
     * @param state where it stands
     * @param attempts how often forgetting it failed
     */
    record Note(
            String provider,
            String workspaceId,
            RemoteCopy copy,
            @Nullable String owner,
            @Nullable String runId,
            String digest,
            State state,
            long attempts) {

        private String key() {
            return Digest.of(copy.id());
        }
    }

    /** Notes that a note is there; what is called the same there is the same note. */
    void add(Note note, Instant now) {
        tables.open().write(session -> {
            session.update("DELETE FROM " + TABLE + ONE, note.provider(), note.workspaceId(), note.key());
            return session.insertAbsent(TABLE, COLUMNS, List.<@Nullable Object[]>of(new @Nullable Object[] {
                note.provider(),
                note.workspaceId(),
                note.key(),
                note.copy().id(),
                note.copy().documentId(),
                note.copy().container(),
                note.owner(),
                note.runId(),
                note.digest(),
                note.state().name(),
                note.attempts(),
                now.truncatedTo(ChronoUnit.MICROS)
            }));
        });
    }

    Optional<Note> find(String provider, String workspaceId, String remoteId) {
        return tables.open()
                .read(session -> session.selectOne(
                        "SELECT * FROM " + TABLE + ONE, Notes::row, provider, workspaceId, Digest.of(remoteId)));
    }

    /** Those of a workspace that are wanted, in the order of their keys; none where there never was one. */
    List<Note> of(String workspaceId, Predicate<Note> wanted) {
        List<Note> found = new ArrayList<>();
        List<Note> some = tables.areThere() ? behind(workspaceId, "") : List.of();
        while (!some.isEmpty()) {
            some.stream().filter(wanted).forEach(found::add);
            some = behind(workspaceId, some.get(some.size() - 1).key());
        }
        return found;
    }

    // Two providers may call a note the same: their rows have one key and come together, however many there are of it
    private List<Note> behind(String workspaceId, String key) {
        return tables.open()
                .read(session -> session.select(
                        "SELECT * FROM " + TABLE
                                + " WHERE workspace_id = ? AND note_key IN (SELECT DISTINCT note_key FROM "
                                + TABLE + " WHERE workspace_id = ? AND note_key > ? ORDER BY note_key LIMIT ?)"
                                + " ORDER BY note_key, provider",
                        Notes::row,
                        workspaceId,
                        workspaceId,
                        key,
                        AT_ONCE));
    }

    /** Those that are to be forgotten by now, the longest due first. */
    List<Note> due(String provider, Instant now, int most) {
        if (!tables.areThere()) {
            return List.of();
        }
        return tables.open()
                .read(session -> session.select(
                        "SELECT * FROM " + TABLE
                                + " WHERE provider = ? AND state = ? AND next_at <= ? ORDER BY next_at, note_key LIMIT ?",
                        Notes::row,
                        provider,
                        State.FORGETTING.name(),
                        now.truncatedTo(ChronoUnit.MICROS),
                        most));
    }

    /** It is to be forgotten, from a time on. */
    void forget(Note note, long attempts, Instant due) {
        tables.open()
                .write(session -> session.update(
                        "UPDATE " + TABLE + " SET state = ?, attempts = ?, next_at = ?" + ONE,
                        State.FORGETTING.name(),
                        attempts,
                        due.truncatedTo(ChronoUnit.MICROS),
                        note.provider(),
                        note.workspaceId(),
                        note.key()));
    }

    /** It is not there any more. */
    void drop(Note note) {
        tables.open()
                .write(session ->
                        session.update("DELETE FROM " + TABLE + ONE, note.provider(), note.workspaceId(), note.key()));
    }

    /** How many of a provider are still to be forgotten. */
    long forgetting(String provider) {
        return tables.open()
                .read(session -> session.select(
                        "SELECT COUNT(*) AS n FROM " + TABLE + " WHERE provider = ? AND state = ?",
                        row -> row.number("n"),
                        provider,
                        State.FORGETTING.name()))
                .get(0);
    }

    private static Note row(Row row) {
        return new Note(
                row.text("provider"),
                row.text("workspace_id"),
                new RemoteCopy(
                        row.text("remote_id"), row.optionalText("document_id").orElse(null), row.text("container")),
                row.optionalText("owner").orElse(null),
                row.optionalText("run_id").orElse(null),
                row.text("text_sha256"),
                State.valueOf(row.text("state")),
                row.number("attempts"));
    }
}
