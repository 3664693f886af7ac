package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.adapt.records.SqlStateStore;
import tacit.adapt.style.StoredPersonality;
import tacit.adapt.style.StoredStyle;
import tacit.api.access.AuditEntry;
import tacit.api.adapt.StyleFeedback;
import tacit.api.command.Command;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

/** The command for styles, over a real store. */
@EachDatabase
class StyleCommandsTest {

    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(TEN, ZoneOffset.UTC);
    private static final Scope NORA = new Scope("default", "nora");

    private final ListAudit audit = new ListAudit();
    private final ShellLines shell = new ShellLines();
    private StoredStyle style;

    @BeforeEach
    void start(Database database) {
        SqlStateStore states = new SqlStateStore(database, new PatternRedactor(), CLOCK);
        style = new StoredStyle(states, CLOCK, Configurations.of(StoredStyle.Config.class, Map.of("enabled", true)));
        shell.with(new StyleCommands(style, new StoredPersonality(states, CLOCK), audit), "style");
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    private void rejected(String id, String reason) {
        style.observeFeedback(NORA, "slack", new StyleFeedback(id, TEN, "rejected", reason, null, List.of(id)));
    }

    @Test
    void showsWhatHoldsWhoseItIsAndWhatAnAgentIsTold() {
        rejected("f1", "too_verbose");
        rejected("f2", "wrong_tone");

        assertThat(shell.run("tacit:style --user nora --channel slack"))
                .as(shell.err())
                .isEqualTo(Command.OK);

        assertThat(shell.out())
                .contains("responseLength", "terse", "channel", "Keep answers very brief.", "wrong_tone");
        shell.run("tacit:style --user nora");
        assertThat(shell.out()).contains("balanced").doesNotContain("very brief");
        shell.run("tacit:style --json");
        assertThat(shell.out()).contains("\"of\":\"usual\"").doesNotContain("Explain");
    }

    @Test
    void setsALevelWithTheAuditLogAsEvidence() {
        assertThat(shell.run("tacit:style --user nora set emojiUsage none"))
                .as(shell.err())
                .isEqualTo(Command.OK);

        assertThat(shell.out()).contains("emojiUsage", "minimal", "none", "set");
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("style.set");
        assertThat(style.getAdaptationHistory(NORA, null, 1).get(0).evidence()).containsExactly("1");
    }

    @Test
    void showsTheHistoryTakesStepsBackAndResets() {
        rejected("f1", "too_verbose");

        shell.run("tacit:style --user nora history");
        assertThat(shell.out()).contains("feedback:too_verbose", "balanced", "terse", "f1", "slack");
        shell.run("tacit:style --user nora --channel slack undo");
        assertThat(shell.out()).contains("too_verbose");
        shell.run("tacit:style --user nora history");
        assertThat(shell.out()).contains("Nothing found");
        assertThat(shell.run("tacit:style --user nora reset")).isEqualTo(Command.OK);
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("style.undo", "style.reset");
    }

    @Test
    void showsWhatIsObserved() {
        rejected("f1", "too_verbose");

        shell.run("tacit:style --user nora stats");

        assertThat(shell.out()).contains("1 of 1", "days together", "next milestone");
        shell.run("tacit:style stats");
        assertThat(shell.out()).contains("0 of 1").doesNotContain("days together");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tacit:style paint",
                "tacit:style set emojiUsage",
                "tacit:style set volume loud",
                "tacit:style set emojiUsage loud",
                "tacit:style --channel slack undo",
                "tacit:style --user nora --limit 0 history"
            })
    void refusesWhatItDoesNotKnowAndNotesNothing(String line) {
        assertThat(shell.run(line)).isNotEqualTo(Command.OK);

        assertThat(shell.err()).isNotEmpty();
        assertThat(audit.entries).isEmpty();
    }
}
