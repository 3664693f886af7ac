package tacit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.hsqldb.jdbc.JDBCDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.store.StoreException;
import tacit.api.store.Work;
import tacit.api.thread.QuietThread;

class SqlDatabaseTest {

    private static final String INSERT = "INSERT INTO notes (id) VALUES (?)";

    @TempDir
    private Path folder;

    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicBoolean refuseCommit = new AtomicBoolean();
    private SqlDatabase database;

    @BeforeEach
    void open() throws IOException {
        database = open(4);
        database.migrate("notes", Anchors.with(folder, "CREATE TABLE notes (id TEXT PRIMARY KEY)"));
        commits.set(0);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void letsManyCallersShareOneCommit() {
        List<CompletableFuture<Integer>> answers = writeAtOnce(20);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(1));
        assertThat(count()).isEqualTo(20);
        assertThat(commits.get()).isLessThan(10);
    }

    @Test
    void keepsTheOthersOfAGroupWhenOneWorkThrows() {
        database.write(session -> session.update(INSERT, "3"));

        List<CompletableFuture<Integer>> answers = writeAtOnce(8);

        assertThat(answers)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .hasSize(1);
        assertThatThrownBy(() -> answers.get(3).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StoreException.class);
        assertThat(count()).isEqualTo(8);
    }

    @Test
    void refusesEveryCallerOfAGroupThatCannotCommit() {
        refuseCommit.set(true);

        List<CompletableFuture<Integer>> answers = writeAtOnce(5);

        refuseCommit.set(false);
        assertThat(answers).allSatisfy(answer -> assertThatThrownBy(answer::join)
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining("Cannot commit"));
        assertThat(count()).isZero();
    }

    @Test
    void refusesAWorkThatCallsTheDatabaseAgain() {
        assertThatThrownBy(() -> database.write(session -> database.read(inner -> 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Work must not call the database again");
        assertThatThrownBy(() -> database.write(session -> database.write(inner -> 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passesAnErrorOfTheWorkOnAndGoesOnWriting() {
        assertThatThrownBy(() -> database.write(session -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(database.<Integer>write(session -> session.update(INSERT, "a")))
                .isEqualTo(1);
    }

    @Test
    void refusesToWriteAfterItIsClosed() {
        SqlDatabase second = open(1);
        second.close();

        assertThatThrownBy(() -> second.write(session -> 1))
                .isInstanceOf(StoreException.class)
                .hasMessage("Cannot write: the database is closed");
    }

    @Test
    void runsAScriptOnceAndOnlyTheNewOnes() throws IOException {
        database.migrate("notes", Anchors.with(folder.resolve("a"), "CREATE TABLE notes (id TEXT PRIMARY KEY)"));
        String first = "CREATE TABLE notes (id TEXT PRIMARY KEY)";

        database.migrate("notes", Anchors.with(folder.resolve("b"), first, "ALTER TABLE notes ADD COLUMN words TEXT"));

        assertThat(count()).isZero();
        assertThat(database.<Integer>write(session -> session.update("UPDATE notes SET words = ?", "x")))
                .isZero();
    }

    @Test
    void refusesAScriptThatChangedAfterItRan() throws IOException {
        Class<?> changed = Anchors.with(folder.resolve("c"), "CREATE TABLE notes (id TEXT, PRIMARY KEY (id))");

        assertThatThrownBy(() -> database.migrate("notes", changed))
                .isInstanceOf(StoreException.class)
                .hasMessage("Cannot migrate 'notes': script db/V1.sql was changed after it was applied");
    }

    @Test
    void finishesAScriptThatWasInterrupted() throws IOException {
        database.write(session -> session.update(
                "INSERT INTO tacit_migrations (owner, version, checksum, begun_at) VALUES ('half', 1, 'x', 0)"));
        database.migrate("half-made", Anchors.with(folder.resolve("d"), "CREATE TABLE half (id TEXT)"));

        database.migrate(
                "half", Anchors.with(folder.resolve("e"), "CREATE TABLE half (id TEXT);\nCREATE INDEX h ON half (id)"));

        long applied = database.read(session -> session.selectOne(
                        "SELECT applied_at FROM tacit_migrations WHERE owner = 'half'",
                        row -> row.time("applied_at").getEpochSecond()))
                .orElseThrow();
        assertThat(applied).isEqualTo(5);
    }

    @Test
    void refusesAnOwnerWithoutScripts() throws IOException {
        Class<?> anchor = Anchors.with(folder.resolve("f"));

        assertThatThrownBy(() -> database.migrate("none", anchor)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsForCallersWhileQuietThreadsHoldAllOfTheirConnections() throws Exception {
        database.close();
        database = open(1);
        database.migrate("notes", Anchors.with(folder, "CREATE TABLE notes (id TEXT PRIMARY KEY)"));
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread quiet = QuietThread.of(
                () -> database.read(session -> {
                    reading.countDown();
                    awaited(over);
                    return 0;
                }),
                "quiet-reader");

        quiet.start();
        awaited(reading);
        long notes = count();
        boolean still = quiet.isAlive();
        over.countDown();
        quiet.join();

        assertThat(notes).isZero();
        assertThat(still).isTrue();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void refusesImpossibleSettings() {
        assertThatThrownBy(() -> open(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("read.connections must be in [1, 64], got 0");
    }

    @Test
    void refusesNamesThatAreNotPlain() {
        assertThatThrownBy(() -> database.write(session -> session.insertAbsent(
                        "notes; DROP", List.of("id"), List.of(new Object[] {"a"}, new Object[] {"b"}))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Holds the writer in a first work until all others have queued up behind it. */
    private List<CompletableFuture<Integer>> writeAtOnce(int callers) {
        List<Thread> threads = new ArrayList<>();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            String id = String.valueOf(i);
            CompletableFuture<Integer> answer = new CompletableFuture<>();
            answers.add(answer);
            threads.add(new Thread(() -> attempt(answer, session -> session.update(INSERT, id))));
        }
        CompletableFuture<Integer> held = new CompletableFuture<>();
        attempt(held, session -> {
            threads.forEach(Thread::start);
            while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
                Thread.onSpinWait();
            }
            return 0;
        });
        answers.forEach(answer -> answer.exceptionally(failure -> 0).join());
        return answers;
    }

    private void attempt(CompletableFuture<Integer> answer, Work<Integer> work) {
        try {
            answer.complete(database.write(work));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private long count() {
        return database.read(
                        session -> session.selectOne("SELECT COUNT(*) AS notes FROM notes", row -> row.number("notes")))
                .orElseThrow();
    }

    private SqlDatabase open(int readers) {
        JDBCDataSource engine = new JDBCDataSource();
        engine.setUrl("jdbc:hsqldb:mem:" + folder.toString().hashCode() + ";sql.syntax_pgs=true;hsqldb.tx=mvcc");
        engine.setUser("SA");
        return new SqlDatabase(watched(engine), Clock.fixed(Instant.ofEpochSecond(5), ZoneOffset.UTC), config(readers));
    }

    private static SqlDatabase.Config config(int readers) {
        return (SqlDatabase.Config) Proxy.newProxyInstance(
                SqlDatabaseTest.class.getClassLoader(),
                new Class<?>[] {SqlDatabase.Config.class},
                (self, method, arguments) -> readers);
    }

    /** Counts commits, and refuses them on demand. */
    private DataSource watched(DataSource engine) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    Object answer = method.invoke(engine, arguments);
                    return answer instanceof Connection connection ? watched(connection) : answer;
                });
    }

    private Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        if (refuseCommit.get()) {
                            throw new SQLException("disk full");
                        }
                        commits.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
