package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.ExternalMemory;
import tacit.runtime.testkit.BundleJar;

/** A memory outside that an integrator drops into the running host: asked, told and taken out again without a restart. */
class DroppedMemoryIT {

    private static final String TRACE = "0000000000000000000000000000e002";
    private static final String CLASS = "test.box.BoxMemory";

    private static final String SOURCE = """
            package test.box;

            import java.util.List;
            import java.util.TreeMap;
            import tacit.api.memory.*;

            public final class BoxMemory implements ExternalMemory {

                public String id() {
                    return "box";
                }

                public boolean enabled() {
                    return true;
                }

                public boolean mirrors() {
                    return true;
                }

                public ExternalContext prefetch(ExternalQuery query) {
                    String text = "The ferry to copper bay leaves at nine";
                    return new ExternalContext(
                            "box", List.of(new ExternalContext.Fact("f1", "found", text, 0.9, null)), new TreeMap<>());
                }

                public RemoteCopy remember(ExternalNote note) {
                    return new RemoteCopy("r-" + note.content().length(), null, "box");
                }

                public void forget(ExternalForgetting forgetting) {}

                public ExternalState state() {
                    return new ExternalState(true, true, null, new TreeMap<>());
                }

                public String check() {
                    return "It answers";
                }
            }
            """;

    @TempDir
    static Path data;

    @Test
    void ex01IsAskedToldAndTakenOutWhileTheHostRuns() throws Exception {
        Files.write(
                Files.createDirectories(data.resolve("plugins")).resolve("box.jar"),
                BundleJar.named("test.box", "1.0.0")
                        .source(CLASS, SOURCE)
                        .provider("external-memory/box", ExternalMemory.class, CLASS)
                        .bytes());
        Files.writeString(
                Files.createDirectories(data.resolve("etc")).resolve("tacit.memory.external.MirrorLoop.properties"),
                "delay.seconds = 1\n");
        try (Tacit host = Tacit.up(data)) {
            Api api = new Api(data);
            String agent = api.token("agent", "--role agent");
            assertThat(api.get("/v1/memory/external", api.operator()).body()).isEqualTo("{\"memories\":[]}");
            assertThat(context(api, agent)).doesNotContain("copper bay");

            assertThat(activate(api)).contains("is active");

            assertThat(context(api, agent)).contains("> [external] [box] The ferry to copper bay leaves at nine");
            remember(api, agent);
            assertThat(copies(api)).isPositive();
            assertThat(api.shell("tacit:audit")).contains("external.mirror");

            assertThat(api.shell("tacit:rollback")).contains("is active");
            assertThat(context(api, agent)).doesNotContain("copper bay leaves");
            assertThat(host.output()).doesNotContain("Problem");
        }
    }

    private static String activate(Api api) throws Exception {
        String answer = "";
        for (int look = 0; look < 200 && !answer.contains("is active"); look++) {
            answer = api.shell("tacit:activate test.box@1.0.0");
        }
        return answer;
    }

    private static String context(Api api, String agent) throws Exception {
        return api.post("/v1/context", agent, "{\"task\":\"When does the ferry leave?\"}")
                .body();
    }

    private static void remember(Api api, String agent) throws Exception {
        String spans = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"" + TRACE
                + "\",\"spanId\":\"00000000000000a1\",\"name\":\"run\"}]}]}]}";
        assertThat(api.export("/v1/traces", agent, spans).statusCode()).isEqualTo(200);
        String saved = "{\"taskId\":\"" + TRACE + "\",\"arguments\":{\"content\":\"Deploys run at night\"}}";
        // What was there before the first look at a workspace stays here, so it is said until one is seen
        for (int look = 0; look < 1000 && copies(api) == 0; look++) {
            assertThat(api.post("/v1/memory/tools/memory_save", agent, saved).body())
                    .contains("\"stored\"");
        }
    }

    private static int copies(Api api) throws Exception {
        Matcher copies = Pattern.compile("\"copies\":(\\d+)")
                .matcher(api.get("/v1/memory/external", api.operator()).body());
        return copies.find() ? Integer.parseInt(copies.group(1)) : 0;
    }
}
