package tacit.bench.memory;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import tacit.memory.words.HashedVector;
import tacit.memory.words.SearchWords;

/**
 * The described system's way on the same data: SQLite with full text, a raw query and then one of up to 8 words, and hashed
 * vectors over all rows. The vectors are kept in memory, which is kinder than to parse them from their rows each time.
 *
 * <p>Thread-safe, one at a time, as there.
 */
final class ReferenceMemory implements AutoCloseable {

    private static final int LONGEST_RAW = 160;
    private static final int MOST_RAW_WORDS = 12;
    private static final int RELAXED_WORDS = 8;
    private static final int KEPT = 60;
    private static final double VECTORS = 0.55;
    private static final double WORDS = 0.45;

    private final Connection connection;
    private final List<float[]> vectors = new ArrayList<>();

    ReferenceMemory(Path folder) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("reference.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=NORMAL");
            statement.execute("CREATE TABLE memories(id INTEGER PRIMARY KEY, content TEXT, created_at INTEGER)");
            statement.execute("CREATE INDEX memories_time ON memories(created_at)");
            statement.execute("CREATE VIRTUAL TABLE words USING fts5(content, content='memories', content_rowid='id')");
        }
    }

    /** Stores so many at once, in one transaction. */
    synchronized void load(long count) throws SQLException {
        connection.setAutoCommit(false);
        for (long number = 0; number < count; number++) {
            insert(number);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    synchronized void add(long number) {
        try {
            insert(number);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot add a row: " + e.getMessage(), e);
        }
    }

    private void insert(long number) throws SQLException {
        String text = MemoryWorld.text(number);
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO memories VALUES(?, ?, ?)");
                PreparedStatement words =
                        connection.prepareStatement("INSERT INTO words(rowid, content) VALUES(?, ?)")) {
            row.setLong(1, number + 1);
            row.setString(2, text);
            row.setLong(3, MemoryWorld.at(number).toEpochMilli());
            row.execute();
            words.setLong(1, number + 1);
            words.setString(2, text);
            words.execute();
        }
        vectors.add(HashedVector.of(text));
    }

    /** The ids of the best, as the described system finds them. */
    synchronized List<Long> recall(String query, int limit) {
        List<Long> lexical = lexical(query, limit);
        Map<Long, Double> scores = new HashMap<>();
        semantic(query).forEach((id, cosine) -> scores.put(id, VECTORS * cosine));
        for (int rank = 0; rank < lexical.size(); rank++) {
            scores.merge(lexical.get(rank), WORDS / (1 + rank), Double::sum);
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue().reversed())
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What it puts into a prompt: the newest, and what five words of the task find. */
    synchronized List<Long> context(String task) {
        List<Long> ids = new ArrayList<>(ids("SELECT id FROM memories ORDER BY created_at DESC LIMIT 4"));
        ids.addAll(ids("SELECT id FROM memories WHERE content LIKE '%[PLAYBOOK]%' ORDER BY created_at DESC LIMIT 80"));
        ids.addAll(matches(List.of(task.split("\\s+", -1)), 5, 15));
        return ids;
    }

    private List<Long> lexical(String query, int limit) {
        List<String> words = List.of(query.split("\\s+", -1));
        if (query.length() <= LONGEST_RAW && words.size() <= MOST_RAW_WORDS) {
            List<Long> raw = found(query, limit);
            if (!raw.isEmpty()) {
                return raw;
            }
        }
        return matches(SearchWords.of(query), RELAXED_WORDS, limit);
    }

    private List<Long> matches(List<String> words, int most, int limit) {
        String relaxed = words.stream()
                .limit(most)
                .map(word -> '"' + word.replace("\"", "") + '"')
                .collect(Collectors.joining(" OR "));
        return relaxed.isEmpty() ? List.of() : found(relaxed, limit);
    }

    private List<Long> found(String match, int limit) {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words) LIMIT ?")) {
            query.setString(1, match);
            query.setInt(2, limit);
            return ids(query.executeQuery());
        } catch (SQLException e) {
            // A query that is no query finds nothing there either
            return List.of();
        }
    }

    private List<Long> ids(String sql) {
        try (Statement statement = connection.createStatement()) {
            return ids(statement.executeQuery(sql));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot ask the reference: " + e.getMessage(), e);
        }
    }

    private static List<Long> ids(ResultSet rows) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private Map<Long, Double> semantic(String query) {
        float[] asked = HashedVector.of(query);
        PriorityQueue<Map.Entry<Long, Double>> best =
                new PriorityQueue<>(Comparator.comparingDouble(Map.Entry<Long, Double>::getValue));
        for (int i = 0; i < vectors.size(); i++) {
            double cosine = HashedVector.cosine(asked, vectors.get(i));
            if (cosine > 0) {
                best.add(Map.entry(i + 1L, cosine));
                if (best.size() > KEPT) {
                    best.poll();
                }
            }
        }
        return best.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
