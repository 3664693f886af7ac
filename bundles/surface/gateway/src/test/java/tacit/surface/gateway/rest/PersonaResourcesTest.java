package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.adapt.persona.TablePersonaAdapter;
import tacit.adapt.records.SqlStateStore;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.ChannelProfile.Length;
import tacit.api.adapt.MessageLimit;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;
import tacit.surface.gateway.RunningGateway.Answer;

@EachDatabase
class PersonaResourcesTest {

    private static final String FIT = "/v1/persona/fit";

    @TempDir
    Path data;

    private Posting posting;
    private TablePersonaAdapter persona;

    @BeforeEach
    void open(Database database) {
        persona = new TablePersonaAdapter(
                new SqlStateStore(database, new PatternRedactor(), new MovingClock()),
                Configurations.of(TablePersonaAdapter.Config.class, Map.of("enabled", true)));
        posting = new Posting(data, new PersonaResource(persona), new PersonaFitResource(persona));
        persona.keepProfile(
                "default",
                "hen-house",
                new ChannelProfile(
                        "hen-house",
                        "Hen House",
                        Length.NORMAL,
                        true,
                        false,
                        false,
                        "Count eggs.",
                        MessageLimit.ofBytes(20)));
    }

    @AfterEach
    void close() throws Exception {
        posting.close();
    }

    private JsonNode get(String query) {
        return Posting.json(posting.get("/v1/persona" + query, "reader"));
    }

    @Test
    void cp07ListsTheChannelsAndThoseThatSpeakForThemselves() {
        JsonNode channels = get("").path("channels");

        assertThat(channels).hasSize(16);
        assertThat(channels.findValuesAsText("channel")).contains("slack", "email", "hen-house");
        assertThat(channels.findValuesAsText("most")).contains("4000", "280");
    }

    @Test
    void showsTheProfileAndTheDirectiveOfOne() {
        JsonNode slack = get("?channel=slack&audience=group");

        assertThat(slack.path("audience").asText()).isEqualTo("group");
        assertThat(slack.path("profile").path("limit").toString())
                .isEqualTo("{\"most\":4000,\"measure\":\"characters\"}");
        assertThat(slack.path("directive").asText()).startsWith("## Channel\n- Others in the group");
        assertThat(get("?channel=email").path("profile").has("limit")).isFalse();
    }

    @Test
    void usesWhatAChannelSaysOfItself() {
        assertThat(get("?channel=hen-house").path("directive").asText()).contains("Count eggs");
        assertThat(Posting.json(posting.post(
                                FIT, "agent", "{\"channel\":\"hen-house\",\"text\":\"one two three four five\"}"))
                        .toString())
                .isEqualTo(
                        "{\"limit\":{\"most\":20,\"measure\":\"bytes\"},\"parts\":[\"one two three four\",\"five\"]}");
    }

    @Test
    void cp08AnswersForAChannelThatNobodyKnows() {
        JsonNode unknown = get("?channel=pigeons&audience=public");

        assertThat(unknown.has("profile")).isFalse();
        assertThat(unknown.path("directive").asText()).contains("Everybody can see this answer");
        assertThat(get("?channel=pigeons").path("directive").asText()).isEmpty();
        assertThat(Posting.json(posting.post(FIT, "agent", "{\"channel\":\"pigeons\",\"text\":\"coo\"}"))
                        .toString())
                .isEqualTo("{\"parts\":[\"coo\"]}");
    }

    @Test
    void cutsATextIntoMessages() {
        String text = "word ".repeat(1_000).strip();

        JsonNode parts = Posting.json(posting.post(FIT, "agent", "{\"channel\":\"Discord\",\"text\":\"" + text + "\"}"))
                .path("parts");

        assertThat(parts).hasSize(3).allMatch(part -> part.asText().length() <= 2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"channel\":\"slack\"}", "{\"text\":\"x\"}", "{\"channel\":\"x\",\"text\":\"x\",\"a\":1}"
            })
    void refusesABadText(String body) {
        assertThat(posting.post(FIT, "agent", body).status()).isEqualTo(400);
    }

    @Test
    void refusesWhatItDoesNotKnowAndWhoMayNot() {
        Answer unknown = posting.get("/v1/persona?audience=nobody", "reader");

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).contains("audience must be one of private, group, public");
        assertThat(posting.get("/v1/persona?user=ada", "reader").status()).isEqualTo(400);
        assertThat(posting.get("/v1/persona", "agent").status()).isEqualTo(403);
        assertThat(posting.post(FIT, "nobody", "{\"channel\":\"x\",\"text\":\"x\"}")
                        .status())
                .isEqualTo(401);
    }
}
