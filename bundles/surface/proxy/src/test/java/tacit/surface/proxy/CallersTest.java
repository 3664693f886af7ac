package tacit.surface.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.Audience;
import tacit.api.trace.Trace;

class CallersTest {

    private ScriptedUpstream model;
    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        model = new ScriptedUpstream();
        rig = new Rig();
        rig.upstream("gpt", model, "openai", Map.of());
        rig.upstream("claude", model, "anthropic", Map.of());
    }

    @AfterEach
    void close() {
        rig.close();
        model.close();
    }

    private Trace kept() {
        return rig.kept().get(0).trace();
    }

    @Test
    void believesHeadersBeforeTheBody() throws Exception {
        String body =
                "{\"model\":\"m\",\"user\":\"bob\",\"metadata\":{\"tacit_session\":\"s-body\",\"tacit_task_key\":\"k\"},\"messages\":[]}";

        rig.post("/v1/chat/completions", "team", body, "x-tacit-subject", "ann", "x-tacit-session", "s-head");

        assertThat(kept().userId()).isEqualTo("ann");
        assertThat(kept().sessionId()).isEqualTo("s-head");
        assertThat(kept().taskKey()).isEqualTo("k");
    }

    @Test
    void takesTheUserThatTheBodyNames() throws Exception {
        rig.post("/v1/chat/completions", "team", "{\"model\":\"m\",\"user\":\"bob\",\"messages\":[]}");

        assertThat(kept().userId()).isEqualTo("bob");
        assertThat(kept().agent()).isEqualTo("team");
    }

    @Test
    void tellsTheMemoryWhoReadsTheAnswer() throws Exception {
        rig.post(
                "/v1/chat/completions",
                "team",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
                "x-tacit-audience",
                "group",
                "x-tacit-channel",
                "slack",
                "x-tacit-agent",
                "helper");

        Audience audience = rig.memory.asked.get(0).audience();
        assertThat(audience.kind()).isEqualTo(Audience.Kind.GROUP);
        assertThat(audience.channel()).isEqualTo("slack");
        assertThat(kept().attributes()).containsEntry("tacit.audience", "group");
        assertThat(kept().agent()).isEqualTo("helper");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_0a1b_account_8f-2c_session_5d-6e",
                "user_0a1b_account__session_5d-6e",
                "{\\\"device_id\\\":\\\"d\\\",\\\"account_uuid\\\":\\\"\\\",\\\"session_id\\\":\\\"5d-6e\\\"}"
            })
    void takesWhatClaudeCodeSaysOfItselfAsASession(String account) throws Exception {
        String body = "{\"model\":\"c\",\"metadata\":{\"user_id\":\"" + account + "\"},\"messages\":[]}";

        assertThat(rig.post("/v1/messages", "ann", body).statusCode()).isEqualTo(200);

        assertThat(kept().userId()).isEqualTo("ann");
        assertThat(kept().sessionId()).isEqualTo("5d-6e");
    }

    @Test
    void refusesAnotherUserOfAnthropic() throws Exception {
        String body = "{\"model\":\"c\",\"metadata\":{\"user_id\":\"bob\"},\"messages\":[]}";

        assertThat(rig.post("/v1/messages", "ann", body).statusCode()).isEqualTo(403);
        assertThat(rig.post("/v1/messages", "bob", body).statusCode()).isEqualTo(200);
    }
}
