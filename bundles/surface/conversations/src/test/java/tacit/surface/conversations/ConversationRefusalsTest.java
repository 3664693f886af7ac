package tacit.surface.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.store.Database;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;

class ConversationRefusalsTest {

    private static final String GOOD = "{\"messages\":[{\"role\":\"user\",\"content\":\"kept\"}]}";

    private TestDatabase database;
    private Rig rig;

    @BeforeEach
    void open() throws IOException {
        database = Engine.HSQLDB.open();
        rig = new Rig(database.database());
    }

    @AfterEach
    void close() {
        rig.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"messages\":{}}",
                "{\"messages\":[]} {}",
                "{\"messages\":[],\"more\":1}",
                "{\"messages\":[],\"messages\":[]}",
                "{\"messages\":[\"text\"]}",
                "{\"messages\":[{\"content\":\"no role\"}]}",
                "{\"messages\":[{\"role\":\"User\"}]}",
                "{\"messages\":[{\"role\":7}]}"
            })
    void refusesABodyThatIsNoConversationAndChangesNothing(String body) throws Exception {
        rig.put("all", "/v1/conversations/c1", GOOD);

        assertThat(rig.put("all", "/v1/conversations/c1", body).statusCode()).isEqualTo(400);

        assertThat(rig.get("all", "/v1/conversations/c1").body()).contains("kept");
    }

    @Test
    void namesTheMessageThatDoesNotFit() throws Exception {
        assertThat(rig.put("all", "/v1/conversations/c1", "{\"messages\":[{\"role\":\"user\"},{\"role\":\"\"}]}")
                        .body())
                .contains("messages[1] must be an object with a role");
    }

    @Test
    void refusesAnotherMediaType() throws Exception {
        assertThat(rig.send(rig.request("all", "/v1/conversations/c1")
                                .header("Content-Type", "text/plain")
                                .PUT(BodyPublishers.ofString(GOOD)))
                        .statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-c", "a%2Fb", "a%20b", "%C3%BC", ".", "a%00"})
    void refusesIdsThatDoNotFitIntoAPath(String id) throws Exception {
        assertThat(rig.put("all", "/v1/conversations/" + id, GOOD).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=1001", "?offset=-1", "?limit=x", "?unknown=1"})
    void refusesParametersThatDoNotFit(String query) throws Exception {
        assertThat(rig.get("all", "/v1/conversations" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesMoreMessagesThanMayBe() throws Exception {
        String one = "{\"role\":\"user\"}";
        String many = (one + ",").repeat(Rig.MOST_MESSAGES) + one;

        assertThat(rig.put("all", "/v1/conversations/c1", "{\"messages\":[" + many + "]}")
                        .body())
                .contains("messages must be at most 40, got 41");
    }

    @Test
    void refusesAMessageThatIsTooLong() throws Exception {
        String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"" + "word ".repeat(900_000) + "\"}]}";

        assertThat(rig.put("all", "/v1/conversations/c1", body).body()).contains("messages[0] must have at most");
    }

    @Test
    void refusesABodyThatIsTooLong() throws Exception {
        String body = GOOD + " ".repeat(8 << 20);

        assertThat(rig.put("all", "/v1/conversations/c1", body).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesBoundsBelowOne() {
        Database open = database.database();

        assertThatThrownBy(() -> new SqlConversations(open, rig.clock, new FixedConfig(0, 1)))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new SqlConversations(open, rig.clock, new FixedConfig(1, 0)))
                .hasMessageContaining("at least 1");
    }
}
