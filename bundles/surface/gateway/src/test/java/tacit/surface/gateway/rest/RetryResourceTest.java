package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.Attempt;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.surface.gateway.RunningGateway.Answer;

class RetryResourceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
    private static final String PATH = "/v1/recall/retry";
    private static final String SECOND = "\"taskId\":\"t1\",\"attempt\":2,\"maxAttempts\":3,\"transientRetries\":1,"
            + "\"reason\":\"timeout\",\"recoveryClass\":\"stall\",\"pendingChecklist\":[\"Run tests\"],"
            + "\"planning\":false";
    private static final Attempt READ = new Attempt("t1", 2, 3, 1, "timeout", "stall", List.of("Run tests"), false);

    @TempDir
    Path data;

    private final List<ContextRequest> requests = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final FakeContexts contexts = new FakeContexts();
    private Posting posting;

    @BeforeEach
    void open() {
        posting = new Posting(
                data,
                new RetryResource(
                        (request, attempt) -> {
                            requests.add(request);
                            attempts.add(attempt);
                            return attempt.number() == 1 ? "" : "Do not repeat";
                        },
                        CLOCK),
                new ContextResource(contexts, CLOCK, null));
    }

    @AfterEach
    void close() throws Exception {
        posting.close();
    }

    @Test
    void rt01TellsWhatAnAgentNeedsToTryAgain() {
        Answer answer = posting.post(
                PATH, "agent", "{\"task\":\"Deploy\",\"userId\":\"ada\",\"audience\":\"group\"," + SECOND + "}");

        assertThat(Posting.json(answer).toString()).isEqualTo("{\"text\":\"Do not repeat\",\"tokens\":4}");
        assertThat(attempts).containsExactly(READ);
        assertThat(requests.get(0).task()).isEqualTo("Deploy");
        assertThat(requests.get(0).workspaceId()).isEqualTo("default");
        assertThat(requests.get(0).now()).isEqualTo(CLOCK.instant());
        assertThat(requests.get(0).audience()).isEqualTo(new Audience(Audience.Kind.GROUP, "ada", null, null, false));
    }

    @Test
    void rt02SaysNothingToAFirstAttempt() {
        Answer answer = posting.post(PATH, "agent", "{\"task\":\"Deploy\",\"pendingChecklist\":[]}");

        assertThat(Posting.json(answer).toString()).isEqualTo("{\"text\":\"\",\"tokens\":0}");
        assertThat(attempts).containsExactly(new Attempt(null, 1, 1, 0, null, null, List.of(), true));
    }

    @Test
    void isPartOfAContextThatIsAskedForWithIt() {
        posting.post("/v1/context", "agent", "{\"task\":\"Deploy\",\"retry\":{" + SECOND + "}}");
        posting.post("/v1/context", "agent", "{\"task\":\"Deploy\"}");

        assertThat(contexts.asked).extracting(ContextRequest::attempt).containsExactly(READ, null);
    }

    @Test
    void needsAToken() {
        assertThat(posting.post(PATH, "nobody", "{\"task\":\"x\"}").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"attempt\":0",
                "\"attempt\":\"2\"",
                "\"transientRetries\":-1",
                "\"reason\":1",
                "\"pendingChecklist\":\"all\"",
                "\"pendingChecklist\":[1]",
                "\"planning\":1",
                "\"what\":1"
            })
    void refusesABadAttempt(String field) {
        assertThat(posting.post(PATH, "agent", "{\"task\":\"x\"," + field + "}").status())
                .isEqualTo(400);
        assertThat(posting.post("/v1/context", "agent", "{\"task\":\"x\",\"retry\":{" + field + "}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesAnAttemptAtNothing() {
        assertThat(posting.post(PATH, "agent", "{\"attempt\":2}").status()).isEqualTo(400);
        assertThat(posting.post("/v1/context", "agent", "{\"task\":\"x\",\"retry\":2}")
                        .status())
                .isEqualTo(400);
    }
}
