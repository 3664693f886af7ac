package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every endpoint that the host describes, asked wrongly in every way by every role: the right status, a reason, nothing changed. */
class EndpointsIT {

    private static final String JSON = "application/json";
    private static final int MOST = 65_536;

    /** Words that only ann's evidence and memories hold. */
    private static final String SECRET = "brackwater-of-ann";

    /** Roles in their order, each of which may do what those before it may. */
    private static final List<String> ROLES = List.of("agent", "reader", "operator");

    @TempDir
    static Path data;

    private static Tacit host;
    private static Api api;
    private static Map<String, String> tokens;
    private static String elsewhere;
    private static String bob;
    private static List<Endpoint> endpoints;

    @BeforeAll
    static void start() throws Exception {
        Path settings = Files.createDirectories(data.resolve("etc"));
        Files.writeString(
                settings.resolve("tacit.surface.gateway.Gateway.properties"), "max.body.bytes = " + MOST + "\n");
        for (String kind : new String[] {"openai", "anthropic"}) {
            Files.writeString(
                    settings.resolve("tacit.surface.proxy.Upstream~" + kind + ".properties"),
                    "name = " + kind + "\nkind = " + kind + "\nurl = http://127.0.0.1:1/v1\n");
        }
        host = Tacit.up(data);
        api = new Api(data);
        tokens = Map.of(
                "agent", api.token("ann-agent", "--role agent --user ann"),
                "reader", api.token("a-reader", "--role reader"),
                "operator", api.operator());
        elsewhere = api.token("elsewhere", "--role operator --workspace elsewhere");
        bob = api.token("bob", "--role operator --user bob");
        endpoints = Endpoint.all(api.get("/v1/openapi.json", "").body());
        live();
    }

    /** Leaves something of ann's in every store that an agent can reach. */
    private static void live() throws Exception {
        String agent = tokens.get("agent");
        assertThat(api.export("/v1/traces", agent, span()).statusCode()).isEqualTo(200);
        String outcome = "{\"traceId\":\"" + trace() + "\",\"label\":\"failure\",\"source\":\"user\"}";
        assertThat(api.post("/v1/outcomes", agent, outcome).statusCode()).isEqualTo(200);
        String feedback = "{\"taskId\":\"" + trace() + "\",\"decision\":\"rejected\",\"note\":\"" + SECRET + "\"}";
        assertThat(api.post("/v1/feedback", agent, feedback).statusCode()).isEqualTo(200);
        String memories = "[2024-05-01] - The quarry of " + SECRET + " opens in May\n";
        assertThat(api.send(
                                "POST",
                                "/v1/memory/imports?provider=My+AI&private=true&userId=ann",
                                api.operator(),
                                "text/plain",
                                memories)
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void theHostDescribesWhatItServes() {
        assertThat(endpoints.size()).isGreaterThan(90);
        assertThat(endpoints).extracting(Endpoint::role).contains("agent", "reader", "operator", "");
    }

    @TestFactory
    Stream<DynamicTest> asksForATokenWhereARoleIsNeeded() {
        return each(endpoint -> !endpoint.role().isEmpty(), endpoint -> {
            problem(call(endpoint, "any", "", "{}"), 401);
            problem(call(endpoint, "any", "tct_unknown", "{}"), 401);
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesRolesThatDoNotReach() {
        return each(endpoint -> ROLES.indexOf(endpoint.role()) > 0, endpoint -> {
            for (String role : ROLES.subList(0, ROLES.indexOf(endpoint.role()))) {
                problem(call(endpoint, "any", tokens.get(role), "{}"), 403);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesBodiesThatAreNoJson() {
        // MCP says what is wrong in words of its own protocol: McpIT
        return each(endpoint -> endpoint.json() && !endpoint.path().equals("/mcp"), endpoint -> {
            for (String body : new String[] {"{", "[]x", "\"text\"", "\0"}) {
                problem(call(endpoint, "any", api.operator(), body), 400, 404, 422);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesBodiesWithoutEnd() {
        String body = "{\"text\":\"" + "x".repeat(MOST) + "\"}";
        return each(
                endpoint -> !endpoint.method().equals("GET"),
                endpoint -> problem(call(endpoint, "any", api.operator(), body), 413));
    }

    @TestFactory
    Stream<DynamicTest> knowsNothingOfAnUnknownId() {
        // What is known of a user is nothing for a user whom nobody knows, and no mistake; models are the upstream's,
        // which is away
        return each(
                endpoint -> endpoint.named()
                        && !endpoint.path().startsWith("/v1/memory/users/")
                        && !endpoint.path().startsWith("/v1/models/"),
                endpoint -> problem(call(endpoint, "no-such-thing", api.operator(), ""), 400, 404, 405, 409, 415));
    }

    /** Without this, others would find nothing of hers in a host that shows nobody anything, too. */
    @Test
    void annFindsHersAndTheOperatorSeesIt() throws Exception {
        assertThat(api.get("/v1/traces/" + trace(), api.operator()).body())
                .contains(SECRET)
                .contains("agent-ann");
        String found = "";
        for (int look = 0; look < 60 && !found.contains(SECRET); look++) {
            String query = "\"query\":\"" + SECRET + "\"";
            HttpResponse<String> answer = api.post("/v1/recall", tokens.get("agent"), "{" + query + "}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            found = answer.body().replace(query, "");
            Thread.sleep(1_000);
        }
        assertThat(found).contains(SECRET);
    }

    @TestFactory
    Stream<DynamicTest> showsNothingOfAnnsToAnybodyElse() {
        return each(endpoint -> endpoint.method().equals("GET") && !stream(endpoint), endpoint -> {
            for (String token : new String[] {elsewhere, bob}) {
                for (String id : new String[] {trace(), "ann"}) {
                    HttpResponse<String> answer = call(endpoint, id, token, "");
                    assertThat(answer.statusCode()).as(answer.body()).isNotEqualTo(500);
                    assertThat(answer.body()).doesNotContain(SECRET).doesNotContain("agent-ann");
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> findsNothingOfAnnsForAnybodyElse() {
        return Stream.of(
                        "/v1/recall {\"query\":\"" + SECRET + "\"}",
                        "/v1/context {\"task\":\"" + SECRET + "\"}",
                        "/v1/recall/retry {\"task\":\"" + SECRET + "\",\"taskId\":\"" + trace() + "\",\"attempt\":2}",
                        "/v1/memory/tools/search_quotes {\"arguments\":{\"query\":\"quarry\"}}",
                        "/v1/memory/tools/search_sessions {\"arguments\":{\"query\":\"quarry\"}}")
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    int space = line.indexOf(' ');
                    for (String token : new String[] {elsewhere, bob}) {
                        HttpResponse<String> answer =
                                api.post(line.substring(0, space), token, line.substring(space + 1));
                        assertThat(answer.body().replace("\"query\":\"" + SECRET + "\"", ""))
                                .doesNotContain(SECRET);
                    }
                }));
    }

    @Test
    void whatIsRefusedChangesNothing() throws Exception {
        String before = settled();
        for (Endpoint endpoint : endpoints) {
            if (!endpoint.method().equals("GET")) {
                call(endpoint, "no-such-thing", "", "{}");
                call(endpoint, "no-such-thing", "tct_unknown", "{}");
                call(endpoint, "no-such-thing", tokens.get("agent"), "{");
            }
        }

        assertThat(standing()).isEqualTo(before);
    }

    /** How it stands once the host has learnt from what ann left: at two looks the same, with what kept failing. */
    private static String settled() throws Exception {
        String before = "";
        for (int look = 0; look < 60; look++) {
            String now = standing();
            if (now.equals(before) && !now.contains("\"clusters\":0")) {
                return now;
            }
            before = now;
            Thread.sleep(1_000);
        }
        throw new AssertionError("The host still learns: " + before);
    }

    private static String standing() throws Exception {
        return api.get("/v1/stats", api.operator()).body()
                + api.get("/v1/memory/stats", api.operator()).body()
                + api.shell("tacit:generations").replaceAll("\\d+ (s|min)( ago)?", "");
    }

    private interface Asked {
        boolean test(Endpoint endpoint);
    }

    private interface Check {
        void of(Endpoint endpoint) throws Exception;
    }

    private static Stream<DynamicTest> each(Asked which, Check check) {
        return endpoints.stream()
                .filter(which::test)
                .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> check.of(endpoint)));
    }

    private static boolean stream(Endpoint endpoint) {
        return endpoint.path().endsWith("/stream") || endpoint.path().endsWith("/events");
    }

    private static HttpResponse<String> call(Endpoint endpoint, String id, String token, String body)
            throws IOException, InterruptedException {
        return endpoint.method().equals("GET")
                ? api.get(endpoint.at(id), token)
                : api.send(endpoint.method(), endpoint.at(id), token, JSON, body);
    }

    private static void problem(HttpResponse<String> answer, Integer... statuses) {
        assertThat(answer.statusCode()).as(answer.body()).isIn((Object[]) statuses);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).containsPattern("\"detail\":\"[^\"]{5,}");
    }

    private static String trace() {
        return "00000000000000000000000000a110ff";
    }

    private static String span() {
        return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"" + trace()
                + "\",\"spanId\":\"00000000000000a1\",\"name\":\"execute_tool sql\",\"kind\":1,"
                + "\"startTimeUnixNano\":\"1772000000000000000\",\"endTimeUnixNano\":\"1772000001000000000\","
                + "\"attributes\":[{\"key\":\"gen_ai.operation.name\",\"value\":{\"stringValue\":\"execute_tool\"}},"
                + "{\"key\":\"gen_ai.agent.name\",\"value\":{\"stringValue\":\"agent-ann\"}},"
                + "{\"key\":\"gen_ai.tool.call.arguments\",\"value\":{\"stringValue\":\"" + SECRET + "\"}}],"
                + "\"status\":{\"code\":2,\"message\":\"no such table\"}}]}]}]}";
    }
}
