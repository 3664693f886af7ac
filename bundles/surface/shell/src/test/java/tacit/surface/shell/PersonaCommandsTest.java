package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.adapt.persona.TablePersonaAdapter;
import tacit.adapt.records.SqlStateStore;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.ChannelProfile.Length;
import tacit.api.command.Command;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class PersonaCommandsTest {

    private final ShellLines shell = new ShellLines();
    private SqlStateStore store;

    @BeforeEach
    void start(Database database) {
        store = new SqlStateStore(database, new PatternRedactor(), new MovingClock());
        shell.with(new PersonaCommands(persona(true)), "persona");
    }

    private TablePersonaAdapter persona(boolean enabled) {
        return new TablePersonaAdapter(
                store, Configurations.of(TablePersonaAdapter.Config.class, Map.of("enabled", enabled)));
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    @Test
    void cp07ListsTheChannelsAndThoseThatSpeakForThemselves() {
        persona(true)
                .keepProfile(
                        "default",
                        "hen-house",
                        new ChannelProfile("hen-house", "Hen House", Length.NORMAL, true, false, false, "", null));

        assertThat(shell.run("tacit:persona")).as(shell.err()).isEqualTo(Command.OK);

        assertThat(shell.out()).contains("slack", "4000 characters", "280 weighted", "Hen House", "googlechat");
        shell.run("tacit:persona --workspace other --json");
        assertThat(shell.out()).contains("\"total\":15").doesNotContain("Hen House");
    }

    @Test
    void showsTheProfileTheLimitAndTheDirective() {
        shell.run("tacit:persona slack --audience group");

        assertThat(shell.out())
                .containsPattern("length +shorter")
                .containsPattern("limit +4000 characters")
                .contains("## Channel\n- Others in the group read this answer", "- Be concise");
    }

    @Test
    void answersAsJson() {
        shell.run("tacit:persona Email --json");

        assertThat(shell.out())
                .contains("\"length\":\"longer\"", "\"limit\":\"none\"", "\"audience\":\"private\"", "sign-off");
    }

    @Test
    void cp08SaysWhatAPromptSaysOfAChannelThatNobodyKnows() {
        shell.run("tacit:persona pigeons --audience public");
        assertThat(shell.out()).contains("Nobody has said how", "Everybody can see this answer");

        shell.run("tacit:persona pigeons");
        assertThat(shell.out()).contains("Nobody has said how", "Prompts say nothing of it");
    }

    @Test
    void cp01SaysWhichSettingIsOff() {
        shell.close();
        try (ShellLines off = new ShellLines().with(new PersonaCommands(persona(false)), "persona")) {
            off.run("tacit:persona slack --audience group");

            assertThat(off.out())
                    .contains("4000 characters", "setting enabled of tacit.adapt.persona.TablePersonaAdapter")
                    .doesNotContain("## Channel");
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(shell.run("tacit:persona slack --audience nobody")).isEqualTo(Command.FAILED);
        assertThat(shell.err()).contains("Value must be one of private, group, public, got 'nobody'");
        assertThat(shell.run("tacit:persona slack email")).isEqualTo(Command.FAILED);
        assertThat(shell.err()).contains("persona takes one channel or none");
    }
}
