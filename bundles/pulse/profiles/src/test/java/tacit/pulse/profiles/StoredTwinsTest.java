package tacit.pulse.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.Twin;
import tacit.api.pulse.Twins.Active;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StoredTwinsTest {

    private static final String OWN =
            "{'id':'code-reviewer','name':'Ours','description':'d','version':'2.0.0','icon':'i',"
                    + "'color':'#000000','category':'engineering','capabilities':['c'],'systemPrompt':'p','skills':[],'tags':[]}";

    @TempDir
    Path data;

    private Core core;
    private StoredTwins twins;

    @BeforeEach
    void open(Database database) {
        core = new Core(database);
        twins = new StoredTwins(
                database,
                core.audit,
                core.clock,
                Configurations.of(StoredTwins.Config.class, Map.of("data_directory", data.toString())));
    }

    private void file(String name, String json) throws IOException {
        Files.createDirectories(data.resolve("twins"));
        Files.writeString(data.resolve("twins").resolve(name), json.replace('\'', '"'));
    }

    @Test
    void tw01ShipsPresetsThatAreWhole() {
        assertThat(twins.templates()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(twin -> {
            assertThat(twin.systemPrompt()).hasSizeGreaterThan(200);
            assertThat(twin.capabilities()).isNotEmpty();
            assertThat(twin.skills()).isNotEmpty();
            assertThat(twin.tags()).isNotEmpty();
            assertThat(twin.color()).matches("#[0-9a-f]{6}");
        });
        assertThat(twins.templates())
                .extracting(Twin::category)
                .contains("engineering", "management", "product", "data", "operations");
        assertThat(twins.templates()).extracting(Twin::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void tw02MakesARoleOfAPreset() {
        Active first = twins.activate("w1", "code-reviewer", "ann");
        Active second = twins.activate("w1", "code-reviewer", "ann");

        assertThat(first.roleId()).isEqualTo("twin-code-reviewer");
        assertThat(second.roleId()).isEqualTo("twin-code-reviewer-2");
        assertThat(twins.active("w1")).containsExactly(first, second);
        assertThat(twins.ofRole("w1", "twin-code-reviewer")).contains(first.twin());
        assertThat(core.acts()).containsExactly("twin.activate", "twin.activate");
    }

    @Test
    void tw03NeverMakesAProfile() {
        Active active = twins.activate("w1", "code-reviewer", "ann");

        assertThat(core.profiles.list(null)).isEmpty();
        assertThatThrownBy(() -> core.profiles.create(active.roleId(), "w1", ProfileSettings.USUAL, "ann"))
                .isInstanceOf(IllegalArgumentException.class);
        core.seed(active.roleId());
        assertThat(core.profiles.findByRole(active.roleId())).isEmpty();
    }

    @Test
    void tw04BelongsToOneWorkspace() {
        twins.activate("w1", "code-reviewer", "ann");

        assertThat(twins.active("w2")).isEmpty();
        assertThat(twins.ofRole("w2", "twin-code-reviewer")).isEmpty();
        assertThat(twins.deactivate("w2", "twin-code-reviewer", "ann")).isFalse();
        assertThat(twins.activate("w2", "code-reviewer", "ann").roleId()).isEqualTo("twin-code-reviewer");
    }

    @Test
    void tw05EndsATwinAndFreesItsName() {
        twins.activate("w1", "code-reviewer", "ann");
        twins.activate("w1", "code-reviewer", "ann");

        assertThat(twins.deactivate("w1", "twin-code-reviewer", "ann")).isTrue();
        assertThat(twins.deactivate("w1", "twin-code-reviewer", "ann")).isFalse();

        assertThat(twins.active("w1")).extracting(Active::roleId).containsExactly("twin-code-reviewer-2");
        assertThat(twins.activate("w1", "code-reviewer", "ann").roleId()).isEqualTo("twin-code-reviewer");
        assertThat(core.acts()).containsOnlyOnce("twin.deactivate");
    }

    @Test
    void tw06KnowsATwinByItsName() {
        assertThat(twins.isTwin("twin-code-reviewer")).isTrue();
        assertThat(twins.isTwin("Twin-X")).isTrue();
        assertThat(twins.isTwin("assistant")).isFalse();
        assertThat(twins.isTwin("twinning")).isFalse();
    }

    @Test
    void tw07ReadsTheOperatorsFilesAndPassesOverBadOnes() throws IOException {
        int shipped = twins.templates().size();
        file("a.json", OWN);
        file("b.json", OWN.replace("code-reviewer", "our-own"));
        file("c.json", OWN.replace("'tags'", "'heartbeat'"));
        file("d.json", "[]");
        file("e.json", "{");
        file("f.json", "{'id':'x'}");
        file("g.txt", OWN.replace("code-reviewer", "text"));
        file("h.json", OWN.replace("engineering", "magic").replace("code-reviewer", "h"));
        file("i.json", OWN.replace("['c']", "[]").replace("code-reviewer", "i"));
        file("j.json", OWN.replace("['c']", "[1]").replace("code-reviewer", "j"));
        file("k.json", OWN.replace("'p'", "'" + "p".repeat(100_001) + "'").replace("code-reviewer", "k"));
        file("l.json", OWN.replace("code-reviewer", "../l"));

        List<Twin> templates = twins.templates();

        assertThat(templates).hasSize(shipped + 1).extracting(Twin::id).contains("our-own");
        assertThat(templates.stream().filter(twin -> twin.id().equals("code-reviewer")))
                .extracting(Twin::name)
                .containsExactly("Ours");
    }

    @Test
    void tw08KeepsATwinAsItWasActivated() throws IOException {
        Active active = twins.activate("w1", "code-reviewer", "ann");

        file("a.json", OWN);

        assertThat(twins.active("w1")).containsExactly(active);
        assertThat(twins.activate("w1", "code-reviewer", "ann").twin().name()).isEqualTo("Ours");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> twins.activate("w1", "magician", "ann")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> twins.activate(" ", "code-reviewer", "ann"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> core.sql("INSERT INTO twins (workspace_id, role_id, template_id, twin, activated_by,"
                        + " activated_at) VALUES ('w1', 'assistant', 't', '{}', 'ann', 0)"))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> new StoredTwins(
                        core.database,
                        core.audit,
                        core.clock,
                        Configurations.of(StoredTwins.Config.class, Map.of("data_directory", " "))))
                .hasMessage("data.directory must not be blank");
        assertThat(core.acts()).isEmpty();
    }

    @Test
    void takesNoMoreThanAHundredOfOne() {
        for (int i = 0; i < 100; i++) {
            twins.activate("w1", "code-reviewer", "ann");
        }

        assertThatThrownBy(() -> twins.activate("w1", "code-reviewer", "ann"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 of it");
    }

    @Test
    void activatesNothingThatTheAuditLogDoesNotKnow() {
        core.audit.broken = true;

        assertThatThrownBy(() -> twins.activate("w1", "code-reviewer", "ann"))
                .isInstanceOf(IllegalStateException.class);

        assertThat(twins.active("w1")).isEmpty();
    }
}
