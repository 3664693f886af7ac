package tacit.surface.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.access.Principal;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StoredTokensTest {

    private static final Principal AGENT = new Principal("ci", AccessRole.AGENT, new Scope("acme", "ann"));

    @TempDir
    Path data;

    private final MovingClock clock = new MovingClock();
    private Database database;
    private SqlAuditLog audit;
    private StoredTokens tokens;

    @BeforeEach
    void open(Database fresh) {
        database = fresh;
        audit = new SqlAuditLog(fresh, clock);
        tokens = again();
    }

    @Test
    void makesOneOperatorAtTheFirstStart() throws IOException {
        String token = Files.readString(file()).trim();

        assertThat(tokens.authenticate(token))
                .contains(new Principal("operator", AccessRole.OPERATOR, Scope.ofDefaultWorkspace()));
        assertThat(again().list()).hasSize(1);
        assertThat(Files.readString(file()).trim()).isEqualTo(token);
    }

    @Test
    void letsOnlyTheOwnerReadTheOperatorsFile() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesToWriteTheOperatorsFileOverAnother() throws IOException {
        Path target = Files.writeString(data.resolve("other"), "x");
        Files.delete(file());
        Files.createSymbolicLink(file(), data.resolve("nowhere"));

        OperatorTokenFile operatorFile = new OperatorTokenFile(data);

        assertThatThrownBy(() -> operatorFile.write("t")).hasMessageContaining("Cannot write the operator token");
        assertThat(target).hasContent("x");
        assertThat(data.resolve("nowhere")).doesNotExist();
    }

    @Test
    void writesTheFileAgainForANewOperatorWhenItWasRemoved() throws IOException {
        Files.delete(file());

        String token = tokens.create(new Principal("second", AccessRole.OPERATOR, Scope.ofDefaultWorkspace()), "shell");

        assertThat(Files.readString(file()).trim()).isEqualTo(token);
    }

    @Test
    void keepsNoTokenInTheDatabase() {
        String token = tokens.create(AGENT, "operator");

        List<String> hashes = database.read(
                session -> session.select("SELECT token_hash FROM access_token", row -> row.text("token_hash")));

        assertThat(hashes)
                .hasSize(2)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"))
                .doesNotContain(token);
    }

    @Test
    void knowsTheHolderOfAToken() {
        String token = tokens.create(AGENT, "operator");

        assertThat(tokens.authenticate(token)).contains(AGENT);
        assertThat(token).hasSizeGreaterThan(40);
    }

    @Test
    void refusesUnknownTokens() {
        String token = tokens.create(AGENT, "operator");

        assertThat(tokens.authenticate("")).isEmpty();
        assertThat(tokens.authenticate(token + "x")).isEmpty();
        assertThat(tokens.authenticate(token.substring(1))).isEmpty();
        assertThat(tokens.authenticate(Digest.of(token))).isEmpty();
    }

    @Test
    void refusesARevokedTokenAtOnce() {
        String token = tokens.create(AGENT, "operator");
        tokens.authenticate(token);

        boolean revoked = tokens.revoke("ci", "operator");

        assertThat(revoked).isTrue();
        assertThat(tokens.authenticate(token)).isEmpty();
        assertThat(tokens.revoke("ci", "operator")).isFalse();
    }

    @Test
    void hearsOfARevocationByAnotherHostAfterTheCacheTime() {
        String token = tokens.create(AGENT, "operator");
        tokens.authenticate(token);
        again().revoke("ci", "operator");

        clock.pass(Duration.ofSeconds(6));

        assertThat(tokens.authenticate(token)).isEmpty();
    }

    @Test
    void letsOneCallerReadTokensAgainAndNobodyWaitForIt() throws Exception {
        HeldReads held = new HeldReads(database);
        tokens = new StoredTokens(held.database(), audit, clock, FixedConfig.in(data));
        String token = Files.readString(file()).trim();
        tokens.authenticate(token);
        int reads = held.reads();
        clock.pass(Duration.ofSeconds(3));
        held.hold();
        CompletableFuture<Optional<Principal>> reader = CompletableFuture.supplyAsync(() -> tokens.authenticate(token));
        held.awaitReader();

        assertThat(tokens.authenticate(token)).isPresent();

        held.letGo();
        assertThat(reader.get(30, TimeUnit.SECONDS)).isPresent();
        assertThat(held.reads()).isEqualTo(reads + 1);
    }

    @Test
    void readsTokensOnceForAllWhoWaitForThem() throws Exception {
        HeldReads held = new HeldReads(database);
        tokens = new StoredTokens(held.database(), audit, clock, FixedConfig.in(data));
        String token = Files.readString(file()).trim();
        tokens.authenticate(token);
        int reads = held.reads();
        clock.pass(Duration.ofSeconds(6));
        held.hold();
        List<Thread> callers = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> tokens.authenticate(token)))
                .toList();
        callers.forEach(Thread::start);
        held.awaitReader();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (waiting(callers) < callers.size() - 1 && System.nanoTime() < end) {
            Thread.sleep(5);
        }

        held.letGo();
        for (Thread caller : callers) {
            caller.join(30_000);
        }

        assertThat(callers).noneMatch(Thread::isAlive);
        assertThat(held.reads()).isEqualTo(reads + 1);
    }

    private static long waiting(List<Thread> callers) {
        return callers.stream()
                .filter(caller -> caller.getState() == Thread.State.WAITING)
                .count();
    }

    @Test
    void goesOnWithTokensThatHoldWhenTheyCannotBeReadAgain() throws Exception {
        HeldReads held = new HeldReads(database);
        tokens = new StoredTokens(held.database(), audit, clock, FixedConfig.in(data));
        String token = Files.readString(file()).trim();
        tokens.authenticate(token);
        held.fail();

        clock.pass(Duration.ofSeconds(3));
        assertThat(tokens.authenticate(token)).isPresent();
        clock.pass(Duration.ofSeconds(3));
        assertThatThrownBy(() -> tokens.authenticate(token)).isInstanceOf(StoreException.class);
    }

    @Test
    void refusesANameThatIsTaken() {
        tokens.create(AGENT, "operator");

        assertThatThrownBy(() -> tokens.create(AGENT, "operator"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot create token 'ci': the name is taken");
        assertThat(tokens.list()).hasSize(2);
    }

    @Test
    void recordsWhoMadeAndRevokedATokenButNeverTheToken() {
        String token = tokens.create(AGENT, "operator");
        tokens.revoke("ci", "operator");

        List<AuditEntry> entries = audit.list(PageRequest.first(10)).rows();

        assertThat(entries)
                .extracting(AuditEntry::action)
                .containsExactly("token.revoke", "token.create", "token.create");
        assertThat(entries.toString()).doesNotContain(token).contains("acme");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new StoredTokens(database, audit, clock, new FixedConfig(" ", 5)))
                .hasMessage("data.directory must not be blank");
        assertThatThrownBy(() -> new StoredTokens(database, audit, clock, new FixedConfig("x", 301)))
                .hasMessage("cache.seconds must be in [0, 300], got 301");
    }

    private StoredTokens again() {
        return new StoredTokens(database, audit, clock, FixedConfig.in(data));
    }

    private Path file() {
        return data.resolve("operator-token");
    }
}
