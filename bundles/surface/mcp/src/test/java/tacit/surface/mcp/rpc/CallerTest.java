package tacit.surface.mcp.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.access.AccessRole;
import tacit.api.memory.Audience;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;

class CallerTest {

    private static Message message(String meta) {
        String text = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"_meta\":" + meta + "}}";
        return Message.of(Json.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Caller caller(SaidCall call, String meta) {
        return Caller.of(call, message(meta), false);
    }

    @Test
    void servesTheUserOfTheTokenAloneWithTheAgent() {
        Caller caller = caller(SaidCall.by("ann", AccessRole.AGENT), "{}");

        assertThat(caller.scope()).isEqualTo(new Scope("default", "ann"));
        assertThat(caller.audience()).isEqualTo(Audience.ofUser("ann"));
        assertThat(caller.taskId()).isNull();
        assertThat(caller.sessionId()).isNull();
        assertThat(caller.client()).isEqualTo("mcp");
    }

    @Test
    void readsFieldsOfTheMessageBeforeHeaders() {
        SaidCall call = SaidCall.by(null, AccessRole.AGENT)
                .with("X-Tacit-User", "ben")
                .with("X-Tacit-Session", "s1")
                .with("X-Tacit-Task", "t1")
                .with("X-Tacit-Sub-Agent", "true")
                .with("X-Tacit-Agent", "coder");

        Caller caller =
                caller(call, "{\"tacit/userId\":\"ann\",\"tacit/audience\":\"group\",\"tacit/channel\":\"slack\"}");

        assertThat(caller.audience()).isEqualTo(new Audience(Audience.Kind.GROUP, "ann", "slack", null, true));
        assertThat(caller.sessionId()).isEqualTo("s1");
        assertThat(caller.taskId()).isEqualTo("t1");
        assertThat(caller.client()).isEqualTo("coder");
    }

    @Test
    void knowsTheClientByItsOwnName() {
        assertThat(caller(
                                SaidCall.by("ann", AccessRole.AGENT),
                                "{\"io.modelcontextprotocol/clientInfo\":{\"name\":\"cursor\",\"version\":\"1\"}}")
                        .client())
                .isEqualTo("cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tacit/userId\":\"ben\"}",
                "{\"tacit/userId\":7}",
                "{\"tacit/audience\":\"everybody\"}",
                "{\"tacit/subAgent\":\"maybe\"}",
                "{\"tacit/channel\":[\"x\"]}"
            })
    void refusesWhatDoesNotFitOrIsOfAnother(String meta) {
        assertThatThrownBy(() -> caller(SaidCall.by("ann", AccessRole.OPERATOR), meta))
                .isInstanceOfSatisfying(
                        RpcError.class, error -> assertThat(error.code()).isEqualTo(RpcError.INVALID_PARAMS));
    }

    @Test
    void refusesAFieldThatIsTooLong() {
        String meta = "{\"tacit/channel\":\"" + "x".repeat(401) + "\"}";

        assertThatThrownBy(() -> caller(SaidCall.by("ann", AccessRole.AGENT), meta))
                .isInstanceOf(RpcError.class)
                .hasMessageContaining("400");
    }

    @ParameterizedTest
    @CsvSource({
        "ann, private, PRIVATE, ann, true",
        "ben, private, PRIVATE, ann, false",
        ", private, PRIVATE, ann, false",
        "ann, group, PRIVATE, ann, false",
        "ann, group, SHARED, ann, true",
        "ben, private, SHARED, ann, false",
        ", private, PRIVATE, , true",
        "ann, group, PRIVATE, , false",
        "ann, public, SHARED, , false",
        "ben, public, PUBLIC, , true"
    })
    void showsAMemoryOfAUserToThatUserAlone(
            @Nullable String asker, String audience, Visibility visibility, @Nullable String owner, boolean shown) {
        Caller caller = caller(SaidCall.by(asker, AccessRole.AGENT), "{\"tacit/audience\":\"" + audience + "\"}");

        assertThat(caller.maySee(memory(visibility, owner))).isEqualTo(shown);
    }

    @Test
    void readsWhatOthersDidOnlyAsAReaderOrOfOneUser() {
        assertThat(caller(SaidCall.by(null, AccessRole.AGENT), "{\"tacit/userId\":\"ann\"}")
                        .reads())
                .isFalse();
        assertThat(caller(SaidCall.by(null, AccessRole.READER), "{}").reads()).isTrue();
        assertThat(caller(SaidCall.by("ann", AccessRole.AGENT), "{}").reads()).isTrue();
    }

    private static MemoryRecord memory(Visibility visibility, @Nullable String owner) {
        Instant now = Instant.EPOCH;
        return new MemoryRecord(
                "m",
                "default",
                "profile",
                "fact",
                "tea",
                "Likes tea",
                owner == null ? MemoryScope.WORKSPACE : MemoryScope.ofUser(owner),
                visibility,
                TrustLane.STATEMENT,
                List.of(Evidence.of(Evidence.Kind.TRACE, "t")),
                0.5,
                null,
                null,
                MemoryState.ACTIVE,
                null,
                0,
                null,
                now,
                now,
                now,
                new TreeMap<>());
    }
}
