package tacit.runtime.itest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples with Spring AI and LangChain4j in processes of their own, before a running host and without one. */
class AdaptersIT {

    private static final String KNOWN = "Orders live in table ord";

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({"spring-ai, springai", "langchain4j, langchain4j"})
    void anAgentGetsItsContextRemembersAndLeavesItsTrace(String folder, String name) throws Exception {
        try (Tacit host = Tacit.up(data)) {
            Api api = new Api(data);
            String fact = "{\"category\":\"work\",\"text\":\"" + KNOWN + "\"}";
            assertThat(api.post("/v1/memory/users/nora/profile", api.operator(), fact)
                            .statusCode())
                    .isEqualTo(200);

            assertThat(ask(folder, name, "How many orders are open?"))
                    .contains("I was asked:", KNOWN, "How many orders are open?");
            assertThat(ask(folder, name, "And yesterday?")).contains(KNOWN, "How many orders", "And yesterday?");

            assertThat(api.get("/v1/traces?agent=clerk", api.operator()).body())
                    .contains("\"total\":2", "\"sessionId\":\"s1\"", "\"userId\":\"nora\"", "\"completed\"");
            assertThat(api.get("/v1/conversations/s1?userId=nora", api.operator())
                            .body())
                    .contains("And yesterday?")
                    .doesNotContain("\"role\":\"system\"");
            forgetsHer(api);
            assertThat(host.terminate()).isZero();
        }
    }

    private static void forgetsHer(Api api) throws Exception {
        String gone = api.send("DELETE", "/v1/memory/users/nora", api.operator(), "application/json", "")
                .body();
        assertThat(gone).contains("\"done\":true", "evidence/framework conversations");
        assertThat(api.get("/v1/conversations?userId=nora", api.operator()).body())
                .contains("\"total\":0");
    }

    @Test
    void anAgentWorksWithoutTacit() throws Exception {
        assertThat(ask("spring-ai", "springai", "Hello")).contains("I was asked:", "Hello");
        assertThat(ask("langchain4j", "langchain4j", "Hello")).contains("I was asked:", "Hello");
    }

    private String ask(String folder, String name, String question) throws Exception {
        Path example = Tacit.root().resolve("examples").resolve(folder).resolve("target");
        ProcessBuilder agent = new ProcessBuilder(List.of(
                Tacit.java(),
                "-cp",
                example.resolve("classes") + ":" + example.resolve("lib") + "/*",
                "tacit.examples." + name + ".Clerk",
                "nora",
                "s1",
                question));
        agent.environment().put("TACIT_DATA_DIRECTORY", data.toString());
        Process process = agent.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
