package tacit.memory.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Scope;
import tacit.api.store.Session;

/** The rows of memories with their texts, attributes, keys and counts. Confined to one transaction. */
final class MemoryTables {

    private static final int NUMBERS_PER_QUERY = 20;
    private static final int IDS_PER_QUERY = 12;
    private static final String VISIBLE = " AND (m.workspace_id = ? OR m.reach = 'GLOBAL')";
    private static final String INSERT = "INSERT INTO memories (" + String.join(", ", StoredMemory.COLUMNS)
            + ") VALUES (?" + ", ?".repeat(StoredMemory.COLUMNS.size() - 1) + ")";
    private static final String UPDATE =
            "UPDATE memories SET " + String.join(" = ?, ", StoredMemory.COLUMNS) + " = ? WHERE memory_no = ?";

    private final Session session;
    private final Groups groups;

    MemoryTables(Session session) {
        this.session = session;
        groups = new Groups(session);
    }

    /** The memory of a workspace's own, as far as the scope's user sees it. */
    Optional<StoredMemory> own(Scope scope, String id) {
        return find(id, " AND m.workspace_id = ?", scope);
    }

    /** The memory of a workspace or of all workspaces, as far as the scope's user sees it. */
    Optional<StoredMemory> visible(Scope scope, String id) {
        return find(id, VISIBLE, scope);
    }

    /** Those of the memories that are {@linkplain #visible(Scope, String) visible}, in the order of the ids. */
    List<MemoryRecord> visible(Scope scope, List<String> ids) {
        List<String> wanted = ids.stream().distinct().toList();
        Map<String, MemoryRecord> found = new HashMap<>();
        String one = StoredMemory.SELECT + "WHERE m.memory_id = ?" + VISIBLE + ofUser(scope);
        for (int from = 0; from < wanted.size(); from += IDS_PER_QUERY) {
            List<String> some = wanted.subList(from, Math.min(wanted.size(), from + IDS_PER_QUERY));
            Object[] values = some.stream()
                    .flatMap(id -> Arrays.stream(values(id, scope)))
                    .toArray();
            session.select(String.join(" UNION ALL ", Collections.nCopies(some.size(), one)), StoredMemory::of, values)
                    .forEach(memory -> found.put(memory.memory().id(), memory.memory()));
        }
        return wanted.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    private Optional<StoredMemory> find(String id, String place, Scope scope) {
        String sql = StoredMemory.SELECT + "WHERE m.memory_id = ?" + place + ofUser(scope);
        return session.selectOne(sql, StoredMemory::of, values(id, scope));
    }

    private static String ofUser(Scope scope) {
        return scope.userId() == null ? "" : " AND (m.owner = '' OR m.owner = ?)";
    }

    private static Object[] values(String id, Scope scope) {
        return scope.userId() == null
                ? new Object[] {id, scope.workspaceId()}
                : new Object[] {id, scope.workspaceId(), scope.userId()};
    }

    /** The memories with these numbers, in their order; many in one round trip. */
    List<MemoryRecord> numbered(List<Long> numbers) {
        Map<Long, MemoryRecord> found = new HashMap<>();
        for (int from = 0; from < numbers.size(); from += NUMBERS_PER_QUERY) {
            List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + NUMBERS_PER_QUERY));
            String one = StoredMemory.SELECT + "WHERE m.memory_no = ?";
            session.select(
                            String.join(" UNION ALL ", Collections.nCopies(some.size(), one)),
                            StoredMemory::of,
                            some.toArray())
                    .forEach(memory -> found.put(memory.number(), memory.memory()));
        }
        return numbers.stream()
                .flatMap(number -> Stream.ofNullable(found.get(number)))
                .toList();
    }

    /** Claims a key for a memory; answers the id of the memory that has it. */
    String claim(String keyDigest, String id) {
        session.insertAbsent(
                "memory_keys",
                List.of("key_digest", "memory_id"),
                Collections.singletonList(new @Nullable Object[] {keyDigest, id}));
        return session.selectOne(
                        "SELECT memory_id FROM memory_keys WHERE key_digest = ?",
                        row -> row.text("memory_id"),
                        keyDigest)
                .orElseThrow();
    }

    void release(StoredMemory memory) {
        session.update(
                "DELETE FROM memory_keys WHERE key_digest = ? AND memory_id = ?",
                memory.keyDigest(),
                memory.memory().id());
    }

    /** Inserts a new memory; its number is not known before. */
    void insert(StoredMemory fresh) {
        session.update(INSERT, fresh.values(groups.add(Group.of(fresh.memory()))));
        long number = session.selectOne(
                        "SELECT memory_no FROM memories WHERE memory_id = ?",
                        row -> row.number("memory_no"),
                        fresh.memory().id())
                .orElseThrow();
        insertTexts(number, fresh.memory());
    }

    /** Puts the second in place of the first, which is the same memory before. */
    void update(StoredMemory before, StoredMemory after) {
        long number = before.number();
        Group group = Group.of(before.memory());
        groups.remove(group);
        long groupNumber = groups.add(Group.of(after.memory()));
        session.update(
                UPDATE,
                Stream.concat(Stream.of(after.values(groupNumber)), Stream.of(number))
                        .toArray());
        deleteTexts(number);
        insertTexts(number, after.memory());
    }

    /** Removes a memory with everything that hangs on it. */
    void delete(StoredMemory memory) {
        groups.remove(Group.of(memory.memory()));
        if (memory.keyDigest() != null) {
            release(memory);
        }
        deleteTexts(memory.number());
        session.update("DELETE FROM memory_history WHERE memory_no = ?", memory.number());
        session.update("DELETE FROM memories WHERE memory_no = ?", memory.number());
    }

    private void insertTexts(long number, MemoryRecord memory) {
        session.update(
                "INSERT INTO memory_texts (memory_no, subject, body, evidence, attributes) VALUES (?, ?, ?, ?, ?)",
                number,
                memory.subject(),
                memory.text(),
                Json.evidence(memory.evidence()),
                Json.write(memory.attributes()));
        List<@Nullable Object[]> rows = new ArrayList<>();
        memory.attributes()
                .forEach((name, value) -> rows.add(new @Nullable Object[] {
                    number,
                    Digests.attribute(memory.workspaceId(), memory.scope().reach(), name, value)
                }));
        session.batch("INSERT INTO memory_attributes (memory_no, attribute_digest) VALUES (?, ?)", rows);
    }

    private void deleteTexts(long number) {
        session.update("DELETE FROM memory_texts WHERE memory_no = ?", number);
        session.update("DELETE FROM memory_attributes WHERE memory_no = ?", number);
    }

    /** Counts a use of each that the scope sees. */
    void used(Scope scope, Collection<String> ids, Object now) {
        String sql = "UPDATE memories SET uses = uses + 1, last_used_at = ? WHERE memory_id = ?"
                + " AND (workspace_id = ? OR reach = 'GLOBAL')"
                + (scope.userId() == null ? "" : " AND (owner = '' OR owner = ?)");
        List<@Nullable Object[]> rows = new ArrayList<>();
        ids.stream()
                .sorted()
                .forEach(id -> rows.add(
                        scope.userId() == null
                                ? new @Nullable Object[] {now, id, scope.workspaceId()}
                                : new @Nullable Object[] {now, id, scope.workspaceId(), scope.userId()}));
        session.batch(sql, rows);
    }
}
