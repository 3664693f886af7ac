package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AuditEntry;
import tacit.api.command.Command;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.SourceText;
import tacit.api.memory.TaskCompletion;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserMessage;
import tacit.api.store.Database;
import tacit.memory.profile.StoredProfile;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.relationship.StoredRelationships;
import tacit.runtime.testkit.EachDatabase;

/** The commands for profiles, commitments and dealings, over a real store. */
@EachDatabase
class PeopleCommandsTest {

    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(TEN, ZoneOffset.UTC);
    private static final List<Evidence> EVIDENCE = List.of(Evidence.of(Evidence.Kind.TRACE, "t1"));

    private final ListAudit audit = new ListAudit();
    private final ShellLines shell = new ShellLines();
    private StoredProfile profile;
    private StoredRelationships dealings;

    @BeforeEach
    void start(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        profile = new StoredProfile(store, CLOCK);
        dealings = new StoredRelationships(store, CLOCK);
        shell.with(new ProfileCommands(profile, store, audit), "profile")
                .with(new CommitmentCommands(dealings, store, audit, CLOCK), "commitments")
                .with(new RelationshipCommands(dealings, store, audit), "relationships");
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    @Test
    void showsWhatIsKnownAboutAUserAndHowTheyWantToBeCalled() {
        profile.learn(said("Call me Nora. I prefer tabs over spaces."));

        assertThat(shell.run("tacit:profile --user nora")).as(shell.err()).isEqualTo(Command.OK);
        assertThat(shell.out()).contains("'nora' wants to be called Nora", "Prefers tabs over spaces");

        shell.run("tacit:profile --user nora --category preference --json");
        assertThat(shell.out()).contains("Prefers tabs").doesNotContain("Preferred name");
        shell.run("tacit:profile --user ben");
        assertThat(shell.out()).contains("Nothing found");
    }

    @Test
    void givesAUserAnotherNameWithTheAuditLogAsEvidence() {
        profile.learn(said("Call me Nora."));

        assertThat(shell.run("tacit:profile --user nora name Ellie"))
                .as(shell.err())
                .isEqualTo(Command.OK);

        assertThat(profile.preferredName("default", "nora")).contains("Ellie");
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("profile.name");
        assertThat(audit.entries.toString()).doesNotContain("Ellie");
    }

    @Test
    void addsChangesAndForgetsAFact() {
        shell.run("tacit:profile --user nora --category work --pinned add 'Works on maps'");
        String id = idOf(shell);

        assertThat(shell.run("tacit:profile update " + id + " 'Works on charts'"))
                .as(shell.err())
                .isEqualTo(Command.OK);
        shell.run("tacit:profile --user nora");
        assertThat(shell.out())
                .contains("Works on charts", "yes", "work", "manual")
                .doesNotContain("maps");
        assertThat(shell.run("tacit:profile forget " + id)).isEqualTo(Command.OK);

        shell.run("tacit:profile --user nora");
        assertThat(shell.out()).contains("Nothing found");
        assertThat(audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly("profile.add", "profile.update", "profile.forget");
    }

    @Test
    void saysWhichFactsContradictEachOther() {
        profile.learn(said("I work for Acme."));
        profile.learn(said("I work for Globex."));

        shell.run("tacit:profile --user nora");
        assertThat(shell.out()).contains("2 facts contradict each other");
        shell.run("tacit:profile --user nora questions");
        assertThat(shell.out()).contains("Acme", "Globex");
    }

    @Test
    void listsCommitmentsAndThoseThatAreDue() {
        dealings.learn(said("I have to send the slides by Friday 5pm. Erinnere mich nächsten Montag an die Steuer."));

        shell.run("tacit:commitments");
        assertThat(shell.out()).containsSubsequence("send the slides", "Steuer");
        shell.run("tacit:commitments --within 72 --user nora");
        assertThat(shell.out()).contains("2026-03-06T17:00:00Z").doesNotContain("Steuer");
    }

    @Test
    void addsAnOverdueCommitmentAndClosesIt() {
        shell.run("tacit:commitments --user nora --due 2026-03-01T17:00:00Z add 'Renew the domain'");
        String id = idOf(shell);
        assertThat(shell.out()).contains("overdue");

        assertThat(shell.run("tacit:commitments done " + id)).as(shell.err()).isEqualTo(Command.OK);

        assertThat(shell.out()).contains("done");
        shell.run("tacit:commitments");
        assertThat(shell.out()).contains("Nothing found");
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("commitment.add", "commitment.done");
        assertThat(audit.entries.toString()).doesNotContain("domain");
    }

    @Test
    void cleansTheHistoryAndForgetsAnItem() {
        dealings.recordTaskCompletion(new TaskCompletion("default", "nora", "Report", "first", "r1", false, EVIDENCE));
        dealings.recordTaskCompletion(new TaskCompletion("default", "nora", "Report", "again", "r2", false, EVIDENCE));

        shell.run("tacit:relationships clean");
        assertThat(shell.out()).contains("Put aside 1 entries of 1 titles");
        shell.run("tacit:relationships --layer history");
        assertThat(shell.out()).contains("again").doesNotContain("first");
        String id = shell.idOf("again");

        assertThat(shell.run("tacit:relationships forget " + id)).isEqualTo(Command.OK);
        shell.run("tacit:relationships");
        assertThat(shell.out()).contains("Nothing found");
    }

    @Test
    void findsOneOfManyByItsId() {
        shell.run("tacit:commitments --user nora add 'Renew the domain'");
        String id = idOf(shell);
        for (int i = 0; i < 301; i++) {
            dealings.learn(said("user" + i, "I have to send the report by Friday 5pm."));
        }

        assertThat(shell.run("tacit:commitments done " + id)).as(shell.err()).isEqualTo(Command.OK);
        assertThat(shell.run("tacit:relationships forget " + id))
                .as(shell.err())
                .isEqualTo(Command.OK);
        assertThat(shell.run("tacit:profile forget " + id)).isEqualTo(Command.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "tacit:profile burn, 'got ''burn'''",
        "tacit:profile add tea, needs --user",
        "tacit:profile --user nora add, profile add needs a text",
        "tacit:profile update x, profile update needs an id and a text",
        "tacit:profile forget x, Cannot find fact 'x'",
        "tacit:profile --category odd, Value must be one of identity",
        "tacit:commitments burn, 'got ''burn'''",
        "tacit:commitments add tea, needs --user",
        "tacit:commitments --due soon --user nora add tea, --due must be a time",
        "tacit:commitments --within 999999999999999999, '--within must be in [0, 8784] hours'",
        "tacit:commitments done x y, needs an id",
        "tacit:profile forget x y, needs an id",
        "tacit:relationships forget x y, needs an id",
        "tacit:commitments --within x, A number must be given",
        "tacit:commitments done x, Cannot find open commitment 'x'",
        "tacit:relationships burn, 'got ''burn'''",
        "tacit:relationships --layer odd, Value must be one of identity",
        "tacit:relationships --limit 0, 'limit must be in [1, 300]'",
        "tacit:relationships forget x, Cannot find item 'x'"
    })
    void refusesWhatItDoesNotKnow(String line, String reason) {
        assertThat(shell.run(line)).isEqualTo(Command.FAILED);

        assertThat(shell.err()).contains(reason);
        assertThat(audit.entries).isEmpty();
    }

    private static String idOf(ShellLines shell) {
        return shell.out()
                .lines()
                .filter(line -> line.startsWith("id "))
                .map(line -> line.substring(2).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(shell.out() + shell.err()));
    }

    private static UserMessage said(String words) {
        return said("nora", words);
    }

    private static UserMessage said(String user, String words) {
        SourceText text = new SourceText(words, Evidence.Kind.SPAN, "t1/s1", TrustLane.STATEMENT);
        return new UserMessage("default", user, TEN, null, "t1", text);
    }
}
