package tacit.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.ArchiveImport;
import tacit.api.memory.ArchiveImported;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.evidence.redaction.PatternRedactor;
import tacit.memory.gate.SqlWriteGate;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.words.Tokens;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;

/** With the redactor of the host, and evidence that is looked up. */
@EachDatabase
class SecretsTest {

    private static final String SECRET = "ghp_Zq8Lm3Nv5Rt7Ws9Xy2Bc4Df6Gh8Jk0Lm2Np";

    private final ListAuditLog audit = new ListAuditLog();
    private MemoryStore store;
    private Database database;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        TraceStore none = (TraceStore) Proxy.newProxyInstance(
                TraceStore.class.getClassLoader(), new Class<?>[] {TraceStore.class}, (self, method, arguments) -> {
                    throw new IllegalStateException("No trace is asked for");
                });
        store = new SqlMemoryStore(database, Clock.systemUTC(), new PatternRedactor(), none, audit);
        audit.write("ada", "memory.import", "w1", Map.of("workspace", "w1"));
    }

    private static List<Evidence> said(int entry) {
        return List.of(Evidence.of(Evidence.Kind.STATEMENT, String.valueOf(entry)));
    }

    private static Entry entry(String content) {
        return new Entry(
                "w1",
                MemoryScope.WORKSPACE,
                null,
                ArchiveType.INSIGHT,
                content,
                1,
                ArchivePrivacy.PRIVATE,
                TrustLane.STATEMENT,
                said(1),
                ArchiveOrigin.TOOL,
                null,
                null);
    }

    @Test
    void tellsNothingOfASecretInWhatItMakesOfAText() {
        // The summary would be cut within the secret.
        String before = "x".repeat(196) + " ";

        MemoryRecord record =
                new Shelf(store, true).put(entry(before + SECRET), null).record();

        assertThat(record.text()).contains("[REDACTED");
        assertThat(record.toString()).doesNotContain(SECRET.substring(0, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Use [REDACTED:github_token] here", "password=[REDACTED]", "the key [REDACTED_API_KEY]"})
    void takesTheMarkOfASecretForOne(String text) {
        assertThat(Marks.isDelicate(text)).isTrue();
        assertThat(Marks.isDelicate("The names were REDACTED by hand")).isFalse();
    }

    @Test
    void countsTheWordsAsTheyWereStored() {
        MemoryRecord record = new Shelf(store, true)
                .put(entry("Use " + SECRET + " here"), null)
                .record();

        assertThat(record.attribute(Fields.TOKENS)).contains(String.valueOf(Tokens.of(record.text())));
        assertThat(entry("Use it").write(null).payload()).doesNotContainKey("size");
    }

    @Test
    void importsOnlyWhereSomebodySaidSo() {
        SqlWriteGate gate = new SqlWriteGate(
                database,
                audit,
                new PatternRedactor(),
                Clock.systemUTC(),
                new SqlWriteGate.Rule("off", 100, name -> null));
        StoredUpkeep upkeep = new StoredUpkeep(
                store, gate, Clock.systemUTC(), Configurations.of(StoredUpkeep.Config.class, Map.of()));

        ArchiveImported imported = upkeep.importText(importing(said(1)));
        ArchiveImported refused = upkeep.importText(importing(said(99)));

        assertThat(imported.errors()).isEmpty();
        assertThat(imported.created()).isEqualTo(1);
        assertThat(refused.created()).isZero();
        assertThat(refused.errors()).singleElement().asString().contains("99");
        assertThat(store.list(Scope.ofWorkspace("w1"), MemoryFilter.of("archive"), PageRequest.first(10))
                        .rows())
                .hasSize(2);
    }

    private static ArchiveImport importing(List<Evidence> evidence) {
        return new ArchiveImport("w1", null, "Some AI", "- Likes tea", true, false, evidence);
    }
}
