package tacit.memory.external;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.RemoteCopy;
import tacit.api.store.Database;
import tacit.api.store.Row;

/** Which memories have copies outside, and what must still be done there; outlives the process, and holds no text. Thread-safe. */
@Component(service = Copies.class)
public final class Copies {

    private static final String TABLE = "external_copies";
    private static final int AT_ONCE = 500;
    private static final String ONE = " WHERE provider = ? AND workspace_id = ? AND memory_id = ?";

    private static final List<String> COLUMNS =
            List.of("provider", "workspace_id", "memory_id", "state", "text_sha256", "attempts", "next_at");

    private final Tables tables;

    @Activate
    public Copies(@Reference Database database) {
        this.tables = new Tables(database);
    }

    private Database database() {
        return tables.open();
    }

    /** Where a copy stands. */
    enum State {
        /** It is to be made. */
        WAITING,
        /** It is there. */
        SENT,
        /** The gate keeps it here. */
        HELD,
        /** It is to be forgotten. */
        FORGETTING
    }

    /**
     * A memory and where it is copied to.
     *
     * @param provider where to
     * @param workspaceId the memory's
     * @param memoryId the memory
     */
    record Place(String provider, String workspaceId, String memoryId) {}

    /**
     * A copy.
     *
     * @param place of which memory, and where
     * @param state where it stands
     * @param digest of the text
     * @param remoteId what it is called outside; null before it is there
     * @param documentId what it was made from there; null for nothing
     * @param container where it lies there; null before
     * @param attempts how often the next step failed
     */
    record Copy(
            Place place,
            State state,
            String digest,
            @Nullable String remoteId,
            @Nullable String documentId,
            @Nullable String container,
            long attempts) {}

    /** Notes that copies are to be made of memories that have none, by their ids with the digests of their texts. */
    void add(String provider, String workspaceId, Map<String, String> digests, Instant now) {
        List<@Nullable Object[]> rows = digests.entrySet().stream()
                .map(memory -> new @Nullable Object[] {
                    provider, workspaceId, memory.getKey(), State.WAITING.name(), memory.getValue(), 0L, micros(now)
                })
                .toList();
        if (!rows.isEmpty()) {
            database().write(session -> session.insertAbsent(TABLE, COLUMNS, rows));
        }
    }

    /** What is due in a state, the longest due first. */
    List<Copy> due(String provider, State state, Instant now, int most) {
        return database()
                .read(session -> session.select(
                        "SELECT * FROM " + TABLE
                                + " WHERE provider = ? AND state = ? AND next_at <= ? ORDER BY next_at, memory_id LIMIT ?",
                        Copies::row,
                        provider,
                        state.name(),
                        micros(now),
                        most));
    }

    /** What is in a state, by the ids of the memories, from the one behind an id. */
    List<Copy> behind(String provider, State state, String memoryId, int most) {
        return database()
                .read(session -> session.select(
                        "SELECT * FROM " + TABLE
                                + " WHERE provider = ? AND state = ? AND memory_id > ? ORDER BY memory_id LIMIT ?",
                        Copies::row,
                        provider,
                        state.name(),
                        memoryId,
                        most));
    }

    /** What is there of a workspace, or is to be forgotten there, by the ids of the memories behind one; none where there never was any. */
    List<Copy> there(String workspaceId, String memoryId) {
        if (!tables.areThere()) {
            return List.of();
        }
        String of = " WHERE workspace_id = ? AND memory_id > ? AND state IN ('SENT', 'FORGETTING')";
        return database()
                .read(session -> session.select(
                        "SELECT * FROM " + TABLE + of + " AND memory_id IN (SELECT DISTINCT memory_id FROM " + TABLE
                                + of + " ORDER BY memory_id LIMIT ?) ORDER BY memory_id, provider",
                        Copies::row,
                        workspaceId,
                        memoryId,
                        workspaceId,
                        memoryId,
                        AT_ONCE));
    }

    private static Copy row(Row row) {
        return new Copy(
                new Place(row.text("provider"), row.text("workspace_id"), row.text("memory_id")),
                State.valueOf(row.text("state")),
                row.text("text_sha256"),
                row.optionalText("remote_id").orElse(null),
                row.optionalText("document_id").orElse(null),
                row.optionalText("container").orElse(null),
                row.number("attempts"));
    }

    /** Notes that a copy is there; the digest is that of the memory, where it is not noted yet. */
    void sent(Place place, RemoteCopy copy, String digest, Instant now) {
        add(place.provider(), place.workspaceId(), Map.of(place.memoryId(), digest), now);
        database()
                .write(session -> session.update(
                        "UPDATE " + TABLE
                                + " SET state = ?, remote_id = ?, document_id = ?, container = ?, attempts = 0" + ONE,
                        State.SENT.name(),
                        copy.id(),
                        copy.documentId(),
                        copy.container(),
                        place.provider(),
                        place.workspaceId(),
                        place.memoryId()));
    }

    /** Notes that the memory says something else than when the copy was asked for. */
    void reword(Place place, String digest) {
        database()
                .write(session -> session.update(
                        "UPDATE " + TABLE + " SET text_sha256 = ?" + ONE,
                        digest,
                        place.provider(),
                        place.workspaceId(),
                        place.memoryId()));
    }

    /** Moves a copy to a state, due at a time. */
    void move(Copy copy, State state, long attempts, Instant due) {
        database()
                .write(session -> session.update(
                        "UPDATE " + TABLE + " SET state = ?, attempts = ?, next_at = ?" + ONE,
                        state.name(),
                        attempts,
                        micros(due),
                        copy.place().provider(),
                        copy.place().workspaceId(),
                        copy.place().memoryId()));
    }

    /** Nothing is there any more, and nothing is to be done. */
    void drop(Place place) {
        database()
                .write(session -> session.update(
                        "DELETE FROM " + TABLE + ONE, place.provider(), place.workspaceId(), place.memoryId()));
    }

    /** How many copies of a provider stand where. */
    Map<State, Long> counts(String provider) {
        Map<State, Long> counts = new TreeMap<>();
        database()
                .read(session -> session.select(
                        "SELECT state, COUNT(*) AS n FROM " + TABLE + " WHERE provider = ? GROUP BY state",
                        row -> counts.put(State.valueOf(row.text("state")), row.number("n")),
                        provider));
        return counts;
    }

    /** Until when the archive of a workspace was looked through. */
    Optional<Instant> lookedAt(String provider, String workspaceId) {
        return database()
                .read(session -> session.selectOne(
                        "SELECT looked_at FROM external_looks WHERE provider = ? AND workspace_id = ?",
                        row -> row.time("looked_at"),
                        provider,
                        workspaceId));
    }

    void looked(String provider, String workspaceId, Instant until) {
        database().write(session -> {
            session.update("DELETE FROM external_looks WHERE provider = ? AND workspace_id = ?", provider, workspaceId);
            return session.update(
                    "INSERT INTO external_looks (provider, workspace_id, looked_at) VALUES (?, ?, ?)",
                    provider,
                    workspaceId,
                    micros(until));
        });
    }

    /** Whoever looks next begins with what is new then. */
    void stopLooking(String provider) {
        database().write(session -> session.update("DELETE FROM external_looks WHERE provider = ?", provider));
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
